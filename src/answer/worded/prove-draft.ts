import {
  attributionOf,
  type CheckedClaim,
  type Citation,
  checkClaim,
  type ProvenSentence,
  resolveCitation,
  type Support,
} from '../../citation/index.ts'
import { type Corpus, subtract } from '../../corpus/index.ts'
import { trimBlank } from '../../text/index.ts'
import { judgedParts, writtenSentences } from '../../verification/index.ts'
import type { RejectedSentence } from '../answer.ts'
import type { DraftSentence } from './draft.ts'
import { cleanText, echoes, formFault } from './form.ts'
import type { LabelledPassage } from './material.ts'

/** A sentence of a model that did not pass, with what a second try may be made from. */
export interface FailedSentence {
  readonly told: RejectedSentence
  /** The words as they were judged. */
  readonly text: string
  /** The passages it named, as far as they were offered. */
  readonly named: readonly LabelledPassage[]
  /** Whether other words could make it pass; what is not even a plain sentence gets no second try. */
  readonly isRepairable: boolean
}

export type Outcome =
  | { readonly kind: 'proven'; readonly sentence: ProvenSentence }
  | { readonly kind: 'failed'; readonly failed: FailedSentence }

/** What a draft is held against. */
export interface Bench {
  readonly offered: readonly LabelledPassage[]
  readonly corpus: Corpus
  /** What the model was told and nobody else is to read. */
  readonly instructions: string
  /** Whether each sentence must say whose document it is from. */
  readonly isAttributed: boolean
  /** Why a proven sentence does not belong in the answer all the same; undefined when it does. */
  misfitOf(sentence: ProvenSentence): string | undefined
}

const WITHHELD = '（模型的这句话含有链接、标记或提示内容，不予显示。）'

/** Judges a sentence of a draft by the passages it names and nothing else; several sentences in one are told apart. */
export function proveDraft(draft: DraftSentence, bench: Bench): readonly Outcome[] {
  const labels = bench.offered.map(({ label }) => label)
  const text = cleanText(draft.text, labels)
  if (text === '') return []
  const fault = formFault(text) ?? contentFault(text, bench)
  if (fault !== undefined) return [unfit(fault)]
  const named = bench.offered.filter(({ label }) => draft.labels.some((one) => one.trim() === label))
  const isNamingOthers = draft.labels.some((one) => !labels.includes(one.trim()))
  if (named.length === 0 || isNamingOthers) return [failed(text, named, NO_SOURCE, null)]
  const evidence = named.map(({ prepared }) => prepared)
  return writtenSentences(text)
    .flatMap((written) => judgedParts(text, written, (claim) => checkClaim(claim, evidence)))
    .map(({ claim }) => outcomeOf(claim, named, bench))
}

/** A run of Latin letters and digits as long as a key. */
const CODE = /[a-z0-9+/=_-]{16,}/giu

function contentFault(text: string, { offered, instructions }: Bench): string | undefined {
  if (echoes(text, instructions)) return '含有给模型的说明'
  if (offered.some(({ label }) => text.includes(label))) return '含有段落编号'
  const isForeign = [...text.matchAll(CODE)].some(
    ([code]) => !offered.some(({ view }) => view.includes(code)),
  )
  return isForeign ? '含有原文没有的代码' : undefined
}

const NO_SOURCE = [{ kind: 'label', value: '', ok: false, note: '所标的段落不在给出的段落之中' }]

function outcomeOf(claim: CheckedClaim, named: readonly LabelledPassage[], bench: Bench): Outcome {
  const { text, checks } = claim
  if (claim.verdict !== 'quoted' && claim.verdict !== 'proven') {
    const nearest = claim.nearest === null ? [] : citationsOf(claim.nearest, named, bench.corpus)
    return failed(text, named, checks, nearest[0] ?? null, claim.verdict)
  }
  const grounds = claim.supports.map((support) => citationsOf(support, named, bench.corpus))
  const sound = grounds.flat()
  if (sound.length === 0 || grounds.some((own) => own.length === 0))
    return failed(text, named, NO_SOURCE, null)
  // A part of a sentence stands alone from here on.
  const whole = text.replace(/[；;]$/u, '。')
  const sentence: ProvenSentence = { text: whole, verdict: claim.verdict, citations: sound, checks }
  const note = bench.misfitOf(sentence)
  if (note === undefined)
    return { kind: 'proven', sentence: bench.isAttributed ? attributed(sentence) : sentence }
  return failed(text, named, [{ kind: 'question', value: text, ok: false, note }], sound[0] ?? null)
}

/** Puts the place and time of the document in front, as before a quotation, unless the sentence begins so. */
function attributed(sentence: ProvenSentence): ProvenSentence {
  const [first] = sentence.citations
  if (first === undefined) return sentence
  const label = `${attributionOf(first)}：`
  if (sentence.text.startsWith(label)) return sentence
  const check = { kind: 'source', value: label, ok: true, note: '与文件的地区、年份一致' }
  return { ...sentence, text: label + sentence.text, checks: [check, ...sentence.checks] }
}

function failed(
  text: string,
  named: readonly LabelledPassage[],
  checks: RejectedSentence['checks'],
  nearest: Citation | null,
  verdict: RejectedSentence['verdict'] = 'unproven',
): Outcome {
  const told = { text, verdict, checks, nearest }
  const isRepairable = checks.every(({ kind }) => kind !== 'question')
  return { kind: 'failed', failed: { told, text, named, isRepairable } }
}

function unfit(note: string): Outcome {
  const checks = [{ kind: 'form', value: '', ok: false, note }]
  const told = { text: WITHHELD, verdict: 'unproven' as const, checks, nearest: null }
  return { kind: 'failed', failed: { told, text: WITHHELD, named: [], isRepairable: false } }
}

/** The stretch as it may be read: what is excluded from the document is not quoted. */
function citationsOf(
  { evidence, range }: Support,
  named: readonly LabelledPassage[],
  corpus: Corpus,
): readonly Citation[] {
  const passage = named[evidence]
  if (passage === undefined) return []
  const { document } = passage
  const from = passage.range.start
  const parts = subtract({ start: from + range.start, end: from + range.end }, document.exclusions)
  return parts
    .map((part) => trimBlank(document.text, part))
    .filter(({ start, end }) => start < end)
    .flatMap((part) => resolveCitation({ documentId: document.id, ...part }, corpus) ?? [])
}

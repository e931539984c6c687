import { type ProvenSentence, proveComputed, type Term, wordComputation } from '../../citation/index.ts'
import type { TargetRow } from '../../corpus/index.ts'
import { normalisedView, overlaps } from '../../corpus/index.ts'
import { targetsOf } from '../../ledger/index.ts'
import { trimMarks } from '../../text/index.ts'
import { quoteRange } from '../compose.ts'
import { levelsIn } from '../coverage.ts'
import type { Desk } from '../desk.ts'
import type { Evidence } from '../evidence.ts'
import { termOf } from '../figure.ts'
import { withoutWords } from '../pieces.ts'
import { type Question, SUM_WORDS } from '../question.ts'
import { isVerified } from '../result.ts'
import { type Topic, weighTopic } from '../topic.ts'

/** Words between which a question lists what is to be added up. */
const JOINT = /和|与|及|以及|、|\+|跟|还有/u
/** A part is found in a row's words when this share of its characters is. */
const FOUND = 0.6
const LEAST_PART = 0.7

/** The sum of the figures one quotation gives, when the question names what each of them is of; else empty. */
export function sumOfQuoted(
  question: Question,
  parts: readonly Evidence[],
  sentences: readonly ProvenSentence[],
  desk: Desk,
): readonly ProvenSentence[] {
  const [first] = parts
  if (first === undefined) return []
  const rows = targetsOf(first.indexed).filter(
    (row) => row.kind === 'figure' && row.value !== null && parts.some(({ window }) => overlaps(row, window)),
  )
  const named = rows.filter((row) => isNamedApart(row, rows, question.query.view))
  const asked = partsOf(withoutWords(question.query, SUM_WORDS))
  if (named.length < Math.max(2, asked.length)) return []
  const terms = named.flatMap((row) => termOf(row, first.indexed.document.text, sentences) ?? [])
  if (terms.length < named.length) return []
  const computation = { kind: 'sum', terms } as const
  const text = wordComputation(computation, desk.corpus)
  return text === undefined ? [] : [proveComputed(text, computation, desk.corpus)].filter(isVerified)
}

/** Whether the question holds two neighbouring characters of this row's words that no other row has. */
function isNamedApart(row: TargetRow, rows: readonly TargetRow[], asked: string): boolean {
  const own = normalisedView(row.indicator)
  const others = rows.filter((other) => other !== row).map(({ indicator }) => normalisedView(indicator))
  return [...own].some((_, at) => {
    const pair = own.slice(at, at + 2)
    return pair.length === 2 && asked.includes(pair) && !others.some((other) => other.includes(pair))
  })
}

interface Addend {
  readonly row: TargetRow
  readonly term: Term
}

/** The sum of the figures one plan gives for the parts a question lists, each quoted; empty where one has none. */
export function answerSum(question: Question, isAttributed: boolean, desk: Desk): readonly ProvenSentence[] {
  const bare = withoutWords(question.query, SUM_WORDS)
  const parts = partsOf(bare)
  if (parts.length < 2) return []
  for (const id of question.query.documentIds) {
    const indexed = desk.corpus.documents.get(id)
    if (indexed === undefined) continue
    const rows = targetsOf(indexed).filter(({ kind, value }) => kind === 'figure' && value !== null)
    const found = addendsFor(parts, rows, indexed.document.text, desk)
    if (found.length < 2) continue
    const quoted = found.map(({ term }) => quoteRange(indexed.document, term.span, isAttributed, desk.corpus))
    const computation = { kind: 'sum', terms: found.map(({ term }) => term) } as const
    const text = wordComputation(computation, desk.corpus)
    if (text === undefined) continue
    const distinct = new Map(quoted.map((sentence) => [sentence.text, sentence]))
    const sentences = [...distinct.values(), proveComputed(text, computation, desk.corpus)]
    if (sentences.every(isVerified)) return sentences
  }
  return []
}

/** One row for each part; a part that all the others' rows name is what they have in common. Empty when one is missing. */
function addendsFor(
  parts: readonly string[],
  rows: readonly TargetRow[],
  text: string,
  desk: Desk,
): readonly Addend[] {
  const all = parts.map((part) => ({ part, addend: addendFor(part, rows, text, desk) }))
  const found = all.flatMap(({ addend }) => addend ?? [])
  const isShared = (part: string) =>
    found.every(({ row }) => shareIn(row, topicOf(part, desk), normalisedView(row.quote)) >= LEAST_PART)
  const isComplete = all.every(({ part, addend }) => addend !== undefined || isShared(part))
  const isDistinct = new Set(found.map(({ row }) => row.id)).size === found.length
  return isComplete && isDistinct ? found : []
}

function partsOf(query: Question['query']): readonly string[] {
  return query.pieces.flatMap(({ text }) => text.split(JOINT)).filter((part) => part.length > 1)
}

/** The one row that names the part best. */
function addendFor(part: string, rows: readonly TargetRow[], text: string, desk: Desk): Addend | undefined {
  const topic = topicOf(part, desk)
  const [best, second] = rows
    .map((row) => ({ row, share: shareIn(row, topic) }))
    .filter(({ share }) => share >= LEAST_PART)
    .sort((a, b) => b.share - a.share)
  if (best === undefined || (second !== undefined && second.share === best.share)) return undefined
  const span = trimMarks(text, best.row)
  const start = text.indexOf(best.row.figure, span.start)
  if (start === -1 || start >= span.end) return undefined
  const figure = { start, end: start + best.row.figure.length }
  return { row: best.row, term: { span: { documentId: best.row.documentId, ...span }, figure } }
}

function topicOf(part: string, desk: Desk): Topic {
  return weighTopic([{ start: 0, text: part, weights: [...part].map(() => 1) }], desk.rarity)
}

function shareIn({ indicator }: TargetRow, topic: Topic, view = normalisedView(indicator)): number {
  const levels = levelsIn(topic, view).flat()
  return levels.filter((level) => level >= FOUND).length / Math.max(1, levels.length)
}

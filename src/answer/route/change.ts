import { type ProvenSentence, proveComputed, wordComputation } from '../../citation/index.ts'
import type { Document, IndexedDocument, Section, TargetRow } from '../../corpus/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import { indicatorKey, linkDuplicates, targetsOf } from '../../ledger/index.ts'
import type { Answer } from '../answer.ts'
import { quoteRange } from '../compose.ts'
import type { Desk } from '../desk.ts'
import { termOf } from '../evidence/figure.ts'
import type { Question } from '../question/question.ts'
import { answered, isVerified } from '../result.ts'
import type { Side } from './side.ts'

const MOST_FIGURES = 8
const MOST_HEADINGS = 12
/** Share of a heading's character pairs above which another says the same. */
const ALIKE = 0.4

/**
 * What changed from one plan to another as a whole: the figures that both give for one indicator and that differ, and
 * the headings of the later one that the earlier has nothing like. Undefined when there are not two plans.
 */
export function answerChange(question: Question, sides: readonly Side[], desk: Desk): Answer | undefined {
  const documents = sides.flatMap(({ documentIds }) => {
    const own = [...documentIds].flatMap((id) => desk.corpus.documents.get(id) ?? [])
    const annual = own.find(({ document }) => document.metadata.kind?.value === 'annual_plan')
    return annual ?? own[0] ?? []
  })
  const [earlier, later] = [...new Set(documents)].sort((a, b) => firstYear(a) - firstYear(b)).slice(-2)
  if (earlier === undefined || later === undefined) return undefined
  const figures = changedFigures(earlier, later, desk)
  const headings = newHeadings(earlier, later).map(({ start, headingEnd }) =>
    quoteRange(later.document, { start, end: headingEnd }, true, desk.corpus),
  )
  const shown = headings.filter(isVerified)
  if (figures.length === 0 && shown.length === 0) return undefined
  const counts = [
    ...(figures.length === 0 ? [] : ['先列两份文件都有、数字不同的指标']),
    ...(shown.length === 0 ? [] : [`${figures.length === 0 ? '' : '再'}列只在后一份文件中出现的标题`]),
  ]
  const lead = `比较《${titleOf(earlier.document)}》与《${titleOf(later.document)}》，${counts.join('，')}：`
  const searched = new Set([earlier.document.id, later.document.id])
  return answered(question, { lead, sentences: [...figures, ...shown] }, searched, desk)
}

function firstYear({ document }: IndexedDocument): number {
  return document.metadata.years?.value[0] ?? 0
}

function titleOf({ metadata, file }: Document): string {
  return metadata.title?.value ?? file
}

/** Both quotations and their difference, for each indicator that both plans give one figure for. */
function changedFigures(
  earlier: IndexedDocument,
  later: IndexedDocument,
  desk: Desk,
): readonly ProvenSentence[] {
  const [before, after] = [earlier, later].map(targetsOf)
  if (before === undefined || after === undefined) return []
  const entries = [
    ...before.map((row) => ({ row, document: earlier.document })),
    ...after.map((row) => ({ row, document: later.document })),
  ]
  const { sameIndicator } = linkDuplicates(entries)
  const pairs = after.flatMap((row) => {
    const [id, other] = sameIndicator.get(row.id) ?? []
    const former = id === undefined || other !== undefined ? undefined : before.find((one) => one.id === id)
    const isAlone =
      after.filter((one) => indicatorKey(one.indicator) === indicatorKey(row.indicator)).length === 1
    return former === undefined || !isAlone || former.value === row.value ? [] : [[former, row] as const]
  })
  return pairs
    .flatMap(([a, b]) => differenceOf(a, b, earlier.document, later.document, desk))
    .slice(0, 3 * MOST_FIGURES)
}

function differenceOf(
  a: TargetRow,
  b: TargetRow,
  earlier: Document,
  later: Document,
  desk: Desk,
): readonly ProvenSentence[] {
  const quoted = [quoteRange(earlier, a, true, desk.corpus), quoteRange(later, b, true, desk.corpus)]
  const terms = [termOf(a, earlier.text, quoted), termOf(b, later.text, quoted)].filter(
    (term) => term !== undefined,
  )
  if (terms.length < 2 || !quoted.every(isVerified)) return []
  const computation = { kind: 'difference', terms } as const
  const text = wordComputation(computation, desk.corpus)
  const computed =
    text === undefined ? [] : [proveComputed(text, computation, desk.corpus)].filter(isVerified)
  return [...quoted, ...computed]
}

/** Innermost headings of the later plan that no heading of the earlier one is like. */
function newHeadings(earlier: IndexedDocument, later: IndexedDocument): readonly Section[] {
  const known = earlier.document.sections.map(({ heading }) => pairsOf(heading))
  const parents = new Set(later.document.sections.map(({ parentId }) => parentId))
  return later.document.sections
    .filter(({ id, heading }) => heading !== '' && !parents.has(id))
    .filter(({ heading }) => !known.some((other) => dice(pairsOf(heading), other) >= ALIKE))
    .slice(0, MOST_HEADINGS)
}

function pairsOf(heading: string): ReadonlySet<string> {
  const letters = [...normalisedView(heading).replace(/[^\p{L}\d]/gu, '')]
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`))
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

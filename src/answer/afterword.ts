import { type Citation, resolveCitation } from '../citation/index.ts'
import type { Document, DocumentId, IndexedDocument } from '../corpus/index.ts'
import { normalisedView } from '../corpus/index.ts'
import { indicatorKey, targetsAt, targetsIn, type UnnumberedTarget } from '../ledger/index.ts'
import { bareName, trimMarks } from '../text/index.ts'
import type { Answer, Answered, Conflict } from './answer.ts'
import type { Desk } from './desk.ts'

const MOST_QUESTIONS = 3
const MOST_CONFLICTS = 3
/** Plans looked into beside those cited. */
const MOST_DOCUMENTS = 24
const SPOKEN = /^[\p{Script=Han}\d()（）、“”+/-]{3,24}$/u

/** Adds what other documents say otherwise, and questions that the corpus can go on to answer. */
export function withAfterword(answer: Answer, desk: Desk): Answer {
  if (answer.kind === 'refused') return answer
  const cited = citedRows(answer, desk)
  const others = otherDocuments(answer, desk)
  return {
    ...answer,
    conflicts: cited.flatMap((own) => conflictsWith(own, answer, others, desk)).slice(0, MOST_CONFLICTS),
    followUps: [...new Set([...furtherFigures(cited, others, answer.question), ...overviews(answer, desk)])]
      .filter((question) => question !== answer.question)
      .slice(0, MOST_QUESTIONS),
  }
}

interface OwnRow {
  readonly row: UnnumberedTarget
  readonly document: Document
}

/** The figures that the answer quotes, as rows of the ledger. */
function citedRows({ sentences }: Answered, { corpus }: Desk): readonly OwnRow[] {
  const spans = sentences.flatMap(({ citations }) => citations.map(({ span }) => span))
  return [...Map.groupBy(spans, ({ documentId }) => documentId)].flatMap(([id, own]) => {
    const indexed = corpus.documents.get(id)
    if (indexed === undefined) return []
    return targetsAt(indexed, own)
      .filter((row) => row.kind === 'figure' && row.value !== null)
      .map((row) => ({ row, document: indexed.document }))
  })
}

/** Plans of the answer's places and years that it does not cite. */
function otherDocuments(answer: Answered, { corpus, catalogue }: Desk): readonly IndexedDocument[] {
  const cited = citedIds(answer)
  const of = catalogue.entries.filter(({ documentId }) => cited.has(documentId))
  const places = new Set(of.map(({ jurisdiction }) => jurisdiction?.name))
  const years = new Set(of.map(({ years: period }) => period?.[1]))
  const near: IndexedDocument[] = []
  for (const { documentId, jurisdiction, years: period } of catalogue.entries) {
    if (near.length === MOST_DOCUMENTS) break
    if (places.has(jurisdiction?.name) || years.has(period?.[1])) {
      const indexed = corpus.documents.get(documentId)
      if (indexed !== undefined) near.push(indexed)
    }
  }
  return near
}

function citedIds({ sentences }: Answered): ReadonlySet<DocumentId> {
  return new Set(sentences.flatMap(({ citations }) => citations.map(({ span }) => span.documentId)))
}

/** Letters at the end of an indicator that a passage must hold to be worth reading for it. */
const HEAD_LETTERS = 4

/** A row of another plan that sets a figure for the same indicator. */
function sameThingIn(
  other: IndexedDocument,
  row: UnnumberedTarget,
  isWanted: (one: UnnumberedTarget) => boolean = () => true,
): UnnumberedTarget | undefined {
  const head = indicatorKey(row.indicator).slice(-HEAD_LETTERS)
  for (const passage of other.document.passages) {
    const isNamed =
      other.view.slice(passage.start, passage.end).includes(head) ||
      passage.path.some((heading) => normalisedView(heading).includes(head))
    const found = isNamed
      ? targetsIn(other, [passage]).find((one) => isSameThing(row, one) && isWanted(one))
      : undefined
    if (found !== undefined) return found
  }
  return undefined
}

function isSameThing(a: UnnumberedTarget, b: UnnumberedTarget): boolean {
  const isChange = ({ comparator }: UnnumberedTarget) =>
    comparator === 'increase_by' || comparator === 'decrease_by'
  return (
    b.kind === 'figure' &&
    b.value !== null &&
    a.unit === b.unit &&
    isChange(a) === isChange(b) &&
    indicatorKey(a.indicator) === indicatorKey(b.indicator)
  )
}

function conflictsWith(
  { row, document }: OwnRow,
  answer: Answered,
  others: readonly IndexedDocument[],
  desk: Desk,
): readonly Conflict[] {
  const place = document.metadata.jurisdiction?.value.name
  const cited = citedIds(answer)
  if (place === undefined || row.deadlineYear === null || row.isYearly) return []
  return others.flatMap((other) => {
    if (other.document.metadata.jurisdiction?.value.name !== place || cited.has(other.document.id)) return []
    const differing = sameThingIn(
      other,
      row,
      (one) => one.deadlineYear === row.deadlineYear && one.value !== row.value,
    )
    const citations = differing === undefined ? [] : [citationOf(row, desk), citationOf(differing, desk)]
    const both = citations.filter((citation) => citation !== undefined)
    if (both.length < 2) return []
    const [own, their] = both
    const note = `${row.deadlineYear}年的“${row.indicator}”两份文件不一致：《${own?.title}》写“${own?.quote}”，《${their?.title}》写“${their?.quote}”。`
    return [{ note, citations: both }]
  })
}

function citationOf(row: UnnumberedTarget, { corpus }: Desk): Citation | undefined {
  const text = corpus.documents.get(row.documentId)?.document.text ?? ''
  return resolveCitation({ documentId: row.documentId, ...trimMarks(text, row) }, corpus)
}

/** The same indicator of another year or place, where a plan gives a figure for it; no more than are shown. */
function furtherFigures(
  cited: readonly OwnRow[],
  others: readonly IndexedDocument[],
  asked: string,
): readonly string[] {
  const [own] = cited.filter(({ row }) => SPOKEN.test(row.indicator))
  const known = new Set(cited.map(({ row }) => row.documentId))
  const questions = new Set<string>()
  for (const indexed of own === undefined ? [] : others) {
    if (questions.size === MOST_QUESTIONS) break
    if (own === undefined || known.has(indexed.document.id)) continue
    const row = sameThingIn(indexed, own.row)
    const place = indexed.document.metadata.jurisdiction?.value.name
    const year = row?.deadlineYear ?? null
    if (row === undefined || place === undefined || year === null) continue
    const question = `${bareName(place)}${year}年${row.indicator}是多少？`
    if (question !== asked) questions.add(question)
  }
  return [...questions]
}

/** What the plans that were quoted are about as a whole. */
function overviews(answer: Answered, { catalogue }: Desk): readonly string[] {
  if (answer.interpreted.kind === 'overview') return []
  const cited = citedIds(answer)
  return catalogue.entries.flatMap(({ documentId, jurisdiction, years, kind }) =>
    cited.has(documentId) && jurisdiction !== null && years !== null && kind === 'annual_plan'
      ? [`${bareName(jurisdiction.name)}${years[0]}年工作要点有哪些方面？`]
      : [],
  )
}

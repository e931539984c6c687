import {
  type Computation,
  type ProvenSentence,
  proveComputed,
  type Term,
  wordComputation,
} from '../../citation/index.ts'
import type { Document, DocumentId, TargetRow } from '../../corpus/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import { indicatorKey, targetsOf } from '../../ledger/index.ts'
import { trimMarks } from '../../text/index.ts'
import { quoteRange } from '../compose.ts'
import type { Desk } from '../desk.ts'
import { figureIn } from '../evidence/figure.ts'
import { levelsIn } from '../evidence/levels.ts'
import { withoutWords } from '../question/pieces.ts'
import { type Question, restOf, SUM_WORDS } from '../question/question.ts'
import { type Topic, weighTopic } from '../question/topic.ts'
import { isVerified } from '../result.ts'

/** Words between which a question lists what is to be added up. */
const JOINT = /和|与|及|以及|、|\+|跟|还有/u
/** What bounds the figure that is asked for, and says nothing about what it counts. */
const BOUND_WORDS = /最多|至多|最少|至少|不超过|不少于|不低于|还[要需有]?|要/u
/** A part is found in a row's words when this share of its characters is. */
const FOUND = 0.6
const LEAST_PART = 0.7
/** With the headings of the row it may hold less by itself. */
const LEAST_OWN = 0.4
const LEAST_AROUND = 0.85

interface Addend {
  readonly row: TargetRow
  readonly term: Term
}

/** The sum of the figures one plan gives for the parts a question lists, each quoted; empty where one has none. */
export function answerSum(question: Question, isAttributed: boolean, desk: Desk): readonly ProvenSentence[] {
  const rest = answerRest(question, isAttributed, desk)
  if (rest.length > 0) return rest
  const bare = withoutWords(question.query, SUM_WORDS)
  const parts = partsOf(bare)
  if (parts.length < 2) return []
  for (const { document, rows } of figureRows(question.query.documentIds, desk)) {
    const found = addendsFor(parts, rows, document.text, desk)
    if (found.length < 2) continue
    const terms = found.map(({ term }) => term)
    const told = computed({ kind: 'sum', terms }, document, isAttributed, desk)
    if (told.length > 0) return told
  }
  return []
}

/** What is left of a figure without the part of it that the question names. */
function answerRest({ query }: Question, isAttributed: boolean, desk: Desk): readonly ProvenSentence[] {
  const rest = restOf(query)
  if (rest === undefined) return []
  const { part } = rest
  const bare = withoutWords(withoutWords({ ...query, pieces: rest.pieces }, SUM_WORDS), BOUND_WORDS)
  const topic = weighTopic(bare.pieces, desk.rarity)
  for (const { document, rows } of figureRows(query.documentIds, desk)) {
    const wholes = rows.filter(
      (row) => !normalisedView(row.indicator).includes(part) && shareIn(row, topic) >= LEAST_PART,
    )
    for (const whole of wholes) {
      const own = rows.find(
        (row) =>
          normalisedView(row.indicator).includes(part) && row.start >= whole.start && row.id !== whole.id,
      )
      const terms = [whole, own].flatMap((row) =>
        row === undefined ? [] : (termIn(row, document.text) ?? []),
      )
      const told = computed({ kind: 'remainder', terms }, document, isAttributed, desk)
      if (terms.length === 2 && told.length > 0) return told
    }
  }
  return []
}

/** The sum over years of a figure that one plan gives for each of them. */
export function sumOverYears(
  { query }: Question,
  documentIds: ReadonlySet<DocumentId>,
  isAttributed: boolean,
  desk: Desk,
): readonly ProvenSentence[] {
  const bare = withoutWords(query, SUM_WORDS)
  const topic = weighTopic(bare.pieces, desk.rarity)
  for (const { document, rows } of figureRows(documentIds, desk)) {
    const dated = rows.filter(
      (row) => row.deadlineIsExplicit && row.deadlineYear !== null && shareIn(row, topic) >= LEAST_PART,
    )
    for (const own of Map.groupBy(dated, (row) => `${indicatorKey(row.indicator)} ${row.unit}`).values()) {
      const yearly = query.years.flatMap((year) => own.filter(({ deadlineYear }) => deadlineYear === year))
      const isEach = query.years.every(
        (year) => yearly.filter(({ deadlineYear }) => deadlineYear === year).length === 1,
      )
      const terms = yearly.flatMap((row) => termIn(row, document.text) ?? [])
      if (!isEach || terms.length !== query.years.length) continue
      const told = computed({ kind: 'sum', terms }, document, isAttributed, desk)
      if (told.length > 0) return told
    }
  }
  return []
}

/** One plan after the other, so that none is read behind the one that answers. */
function* figureRows(documentIds: ReadonlySet<DocumentId>, { corpus }: Desk) {
  for (const id of documentIds) {
    const indexed = corpus.documents.get(id)
    if (indexed === undefined) continue
    const rows = targetsOf(indexed).filter(({ kind, value }) => kind === 'figure' && value !== null)
    yield { document: indexed.document, rows }
  }
}

/** The quotations and what is computed of them; empty where either cannot be proven. */
function computed(
  computation: Computation,
  document: Document,
  isAttributed: boolean,
  desk: Desk,
): readonly ProvenSentence[] {
  const text = computation.terms.length < 2 ? undefined : wordComputation(computation, desk.corpus)
  if (text === undefined) return []
  const quoted = computation.terms.map(({ span }) => quoteRange(document, span, isAttributed, desk.corpus))
  const distinct = new Map(quoted.map((sentence) => [sentence.text, sentence]))
  const sentences = [...distinct.values(), proveComputed(text, computation, desk.corpus)]
  return sentences.every(isVerified) ? sentences : []
}

/** The row's figure in its quotation. */
function termIn(row: TargetRow, text: string): Term | undefined {
  const figure = figureIn(row, text)
  return figure && { span: { documentId: row.documentId, ...trimMarks(text, row) }, figure }
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

/** The things a question joins. 在建 begins with a letter that elsewhere is grammar only. */
export function partsOf({ view, pieces }: Question['query']): readonly string[] {
  return pieces
    .map(({ start, text }) => (view[start - 1] === '在' ? `在${text}` : text))
    .flatMap((text) => text.split(JOINT))
    .filter((part) => part.length > 1)
}

/** The one row that names the part best; its headings may say what the question says of all parts. */
function addendFor(part: string, rows: readonly TargetRow[], text: string, desk: Desk): Addend | undefined {
  const topic = topicOf(part, desk)
  const [best, second] = rows
    .map((row) => ({ row, share: shareIn(row, topic) }))
    .filter(
      ({ row, share }) =>
        share >= LEAST_PART || (share >= LEAST_OWN && shareAround(row, topic) >= LEAST_AROUND),
    )
    .sort((a, b) => b.share - a.share)
  if (best === undefined || (second !== undefined && second.share === best.share)) return undefined
  const term = termIn(best.row, text)
  return term === undefined ? undefined : { row: best.row, term }
}

function shareAround(row: TargetRow, topic: Topic): number {
  return shareIn(row, topic, normalisedView([row.indicator, row.quote, ...row.path].join('\n')))
}

function topicOf(part: string, desk: Desk): Topic {
  return weighTopic([{ start: 0, text: part, weights: [...part].map(() => 1) }], desk.rarity)
}

function shareIn({ indicator }: TargetRow, topic: Topic, view = normalisedView(indicator)): number {
  const levels = levelsIn(topic, view).flat()
  return levels.filter((level) => level >= FOUND).length / Math.max(1, levels.length)
}

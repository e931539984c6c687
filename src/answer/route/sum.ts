import { type ProvenSentence, proveComputed, type Term, wordComputation } from '../../citation/index.ts'
import type { TargetRow } from '../../corpus/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import { targetsOf } from '../../ledger/index.ts'
import { trimMarks } from '../../text/index.ts'
import { quoteRange } from '../compose.ts'
import { levelsIn } from '../coverage.ts'
import type { Desk } from '../desk.ts'
import { withoutWords } from '../pieces.ts'
import { type Question, SUM_WORDS } from '../question.ts'
import { isVerified } from '../result.ts'
import { type Topic, weighTopic } from '../topic.ts'

/** Words between which a question lists what is to be added up. */
const JOINT = /和|与|及|以及|、|\+|跟|还有/u
/** A part is found in a row's words when this share of its characters is. */
const FOUND = 0.6
const LEAST_PART = 0.7

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
    const addends = parts.map((part) => addendFor(part, rows, indexed.document.text, desk))
    const found = addends.filter((addend) => addend !== undefined)
    const isDistinct = new Set(found.map(({ row }) => row.id)).size === found.length
    if (found.length < parts.length || !isDistinct) continue
    const quoted = found.map(({ term }) => quoteRange(indexed.document, term.span, isAttributed, desk.corpus))
    const computation = { kind: 'sum', terms: found.map(({ term }) => term) } as const
    const text = wordComputation(computation, desk.corpus)
    if (text === undefined) continue
    const sentences = [...quoted, proveComputed(text, computation, desk.corpus)]
    if (sentences.every(isVerified)) return sentences
  }
  return []
}

function partsOf(query: Question['query']): readonly string[] {
  return query.pieces.flatMap(({ text }) => text.split(JOINT)).filter((part) => part.length > 1)
}

/** The one row that names the part best. */
function addendFor(part: string, rows: readonly TargetRow[], text: string, desk: Desk): Addend | undefined {
  const topic = weighTopic([{ start: 0, text: part, weights: [...part].map(() => 1) }], desk.rarity)
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

function shareIn({ indicator }: TargetRow, topic: Topic): number {
  const levels = levelsIn(topic, normalisedView(indicator)).flat()
  return levels.filter((level) => level >= FOUND).length / Math.max(1, levels.length)
}

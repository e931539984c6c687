import type { ProvenSentence } from '../../citation/index.ts'
import type { IndexedDocument, Passage } from '../../corpus/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import { targetsIn, type UnnumberedTarget } from '../../ledger/index.ts'
import { quoteRange } from '../compose.ts'
import type { Desk } from '../desk.ts'
import { measure, shareOf } from '../evidence/coverage.ts'
import { levelsIn, strongest } from '../evidence/levels.ts'
import { speaksOfRival } from '../evidence/rival.ts'
import { LARGEST_NAME_GAP } from '../judge/judge.ts'
import { namesNoun } from '../question/asked-noun.ts'
import { ALIKE_FIT, fitOf } from '../question/expectation.ts'
import type { Question } from '../question/question.ts'
import { type Topic, weighTopic } from '../question/topic.ts'
import { isVerified } from '../result.ts'

/** Least share of the question that a row and its headings hold, and that its indicator alone holds. */
const LEAST_SHARE = 0.82
const LEAST_OWN = 0.3
const LARGEST_GAP = 0.15
const HEADING = 0.9
const SENTENCE = 0.85
/** A row this much weaker is no rival to the best one. */
const CLEAR = 0.06

interface Candidate {
  readonly indexed: IndexedDocument
  readonly row: UnnumberedTarget
  readonly share: number
}

/**
 * The figure that the ledger gives for an indicator whose words are spread over a clause, the clause it borrows them
 * from and the headings above. Empty when no row, or more than one, holds what is asked.
 */
export function answerFromLedger(
  question: Question,
  isAttributed: boolean,
  desk: Desk,
): readonly ProvenSentence[] {
  const asksFigure = question.expected.every(({ kind }) => kind === 'quantity' || kind === 'share')
  if (!asksFigure || question.asksResult || question.query.foreignPlaces.length > 0) return []
  const topic = weighTopic(question.query.pieces, desk.rarity)
  const found = [...question.query.documentIds]
    .flatMap((id) => desk.corpus.documents.get(id) ?? [])
    .flatMap((indexed) => candidatesIn(indexed, question, topic))
    .sort((a, b) => b.share - a.share)
  const [best, second] = found
  if (best === undefined || (second !== undefined && second.share > best.share - CLEAR)) return []
  const { row, indexed } = best
  const parts = row.context === null ? [row] : [row.context, row]
  const quoted = parts.map((part) => quoteRange(indexed.document, part, isAttributed, desk.corpus))
  return quoted.every(isVerified) ? quoted : []
}

function candidatesIn(indexed: IndexedDocument, question: Question, topic: Topic): readonly Candidate[] {
  // What a whole plan does not say, no row of it says.
  if (shareOf(topic, levelsIn(topic, indexed.view)) < LEAST_SHARE) return []
  const near = indexed.document.passages.filter((passage) => mayHold(indexed, passage, topic))
  return targetsIn(indexed, near).flatMap((row) => {
    if (row.kind !== 'figure' || !isOfYears(row, question)) return []
    const quote = normalisedView(row.quote)
    const asked = question.query.view
    const fit = Math.max(...question.expected.map((one) => fitOf(one, quote, asked)))
    const isCounted = question.noun?.isCounted !== true || namesNoun(question.noun, quote) === 1
    if (fit === 0 || (fit === ALIKE_FIT && !isCounted) || speaksOfRival(asked, quote)) return []
    const own = levelsIn(topic, normalisedView(`${row.indicator}\n${row.scope ?? ''}\n${quote}`))
    if (measure(topic, own).share < LEAST_OWN) return []
    const path = levelsIn(topic, normalisedView(row.path.join('\n')))
    const { share, gap, nameShare } = measure(
      topic,
      strongest([
        { levels: own, strength: 1 },
        { levels: path, strength: HEADING },
        { levels: levelsIn(topic, sentenceAround(indexed, row)), strength: SENTENCE },
      ]),
    )
    return share >= LEAST_SHARE && gap.share <= LARGEST_GAP && nameShare <= LARGEST_NAME_GAP
      ? [{ indexed, row, share }]
      : []
  })
}

/** Whether a passage and its headings together say enough; a row says no more than they do. */
function mayHold({ view }: IndexedDocument, { start, end, path }: Passage, topic: Topic): boolean {
  const words = `${view.slice(start, end)}\n${normalisedView(path.join('\n'))}`
  return shareOf(topic, levelsIn(topic, words)) >= LEAST_SHARE
}

function sentenceAround({ view }: IndexedDocument, { start, end }: UnnumberedTarget): string {
  const before = /[^。;；\n]*$/u.exec(view.slice(Math.max(0, start - 200), start))?.[0] ?? ''
  const behind = /^[^。;；\n]*/u.exec(view.slice(end, end + 200))?.[0] ?? ''
  return before + view.slice(start, end) + behind
}

function isOfYears({ deadlineYear }: UnnumberedTarget, { query }: Question): boolean {
  return query.years.length === 0 || (deadlineYear !== null && query.years.includes(deadlineYear))
}

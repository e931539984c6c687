import type { Citation, ProvenSentence } from '../../citation/index.ts'
import { type Corpus, normalisedView, overlaps } from '../../corpus/index.ts'
import type { Rarity } from '../../retrieval/index.ts'
import { findYears } from '../../text/index.ts'
import { pairShare } from '../evidence/coverage.ts'
import type { Question } from '../question/question.ts'
import { weighTopic } from '../question/topic.ts'
import { pairsOf, shareOf } from './carried.ts'

export interface Belonging {
  readonly question: Question
  /** The extractive answer. */
  readonly extractive: readonly ProvenSentence[]
  readonly isRewordingOnly: boolean
  readonly corpus: Corpus
  readonly rarity: Rarity
}

/** Share of what the question is about that a sentence must hold with its headings, and by itself. */
const LEAST_SHARE = 0.5
const LEAST_INNER = 0.25
/** Share of a sentence's own pairs of letters that stand in the original sentence it rewords. */
const LEAST_COMMON = 0.3
const PRECISE: ReadonlySet<string> = new Set(['quantity', 'share', 'time', 'body', 'milestone'])
const OTHER_YEAR = '不是所问年份的内容'
const OTHER_TOPIC = '与所问的事项不符'
const OTHER_PLACE = '与所问的地区或文件不符'

/** Tells why a sentence, true as it is, does not answer the question; undefined when it may stand in the answer. */
export function misfitJudge({ question, extractive, isRewordingOnly, corpus, rarity }: Belonging) {
  const { query } = question
  const topic = weighTopic(query.pieces, rarity)
  // Beside one figure, another that only looks like it is worse than none.
  const isPrecise = isRewordingOnly || question.expected.some(({ kind }) => PRECISE.has(kind))
  const isOnTopic = (sentence: ProvenSentence) => {
    const share = (words: string) => pairShare(topic, normalisedView(words), '')
    const around = sentence.citations.flatMap(({ path, quote }) => [...path, quote])
    return share(sentence.text) >= LEAST_INNER && share([sentence.text, ...around].join(' ')) >= LEAST_SHARE
  }
  return (sentence: ProvenSentence): string | undefined => {
    const { citations } = sentence
    if (citations.some(({ span }) => !query.documentIds.has(span.documentId))) return OTHER_PLACE
    const isOfAnswer = extractive.some((own) => rewords(sentence, own))
    if (!isOfAnswer && (isPrecise || !isOnTopic(sentence))) return OTHER_TOPIC
    return isOfYears(sentence, query.years, corpus, isOfAnswer) ? undefined : OTHER_YEAR
  }
}

/** Whether a sentence rests on the same place as another, and takes up its words. */
function rewords(sentence: ProvenSentence, own: ProvenSentence): boolean {
  const isSamePlace = sentence.citations.some((a) => own.citations.some((b) => touches(a, b)))
  return (
    isSamePlace && shareOf(pairsOf(normalisedView(sentence.text)), normalisedView(own.text)) >= LEAST_COMMON
  )
}

function touches(a: Citation, b: Citation): boolean {
  return a.span.documentId === b.span.documentId && overlaps(a.span, b.span)
}

/** As for the originals' own clauses: the years named decide, else those of the document. */
function isOfYears(
  { text, citations }: ProvenSentence,
  asked: readonly number[],
  corpus: Corpus,
  isOfAnswer: boolean,
): boolean {
  if (asked.length === 0) return true
  const isAsked = (years: readonly number[]) => years.some((year) => asked.includes(year))
  const said = yearsIn(text)
  if (said.length > 0) return isAsked(said)
  if (isOfAnswer) return true
  const cited = citations.flatMap(({ quote }) => yearsIn(quote))
  if (cited.length > 0) return isAsked(cited)
  return citations.every(({ span, years }) => {
    const isPlanOfYears =
      corpus.documents.get(span.documentId)?.document.metadata.kind?.value === 'multi_year_plan'
    return !isPlanOfYears || years === null || asked.includes(years[1])
  })
}

function yearsIn(text: string): readonly number[] {
  return findYears(normalisedView(text)).map(({ year }) => year)
}

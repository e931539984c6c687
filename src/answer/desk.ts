import type { Corpus, DocumentId } from '../corpus/index.ts'
import type { Catalogue, EnglishReader, Query, RankedPassage, Rarity, Retriever } from '../retrieval/index.ts'
import { findEvidence } from './evidence/evidence.ts'
import { objectionTo } from './judge/judge.ts'
import type { Judged } from './judge/selection.ts'
import type { Question } from './question/question.ts'
import { type Topic, weighTopic } from './question/topic.ts'

/** One version of the corpus with everything that answers from it. */
export interface Desk {
  readonly corpus: Corpus
  readonly catalogue: Catalogue
  readonly retriever: Retriever
  readonly rarity: Rarity
  /** Reads English questions; without it they are refused. */
  readonly english?: EnglishReader
  /** Told of each search with what was made of it, so that an answer can be accounted for. */
  readonly onJudged?: (judgement: Judgement) => void
}

/** What was found for one side of a question, best first. */
export interface Findings {
  readonly topic: Topic
  readonly judged: readonly Judged[]
}

/** One search of a question: what was ranked, and what spoke against each piece of evidence in it. */
export interface Judgement extends Findings {
  readonly query: Query
  readonly documentIds: ReadonlySet<DocumentId>
  /** Best first. */
  readonly ranked: readonly RankedPassage[]
}

/** Passages looked into where nothing else is said; of many documents the best ones say much the same. */
const CANDIDATES = 40
const MANY = { documents: 100, candidates: 28 }

/**
 * The evidence in some documents, each with what speaks against it.
 * @param candidates passages looked into
 */
export async function judgeAll(
  question: Question,
  documentIds: ReadonlySet<DocumentId>,
  desk: Desk,
  candidates = documentIds.size > MANY.documents ? MANY.candidates : CANDIDATES,
): Promise<Findings> {
  const topic = weighTopic(question.query.pieces, desk.rarity)
  const ranked = await desk.retriever.search(question.query, candidates, documentIds)
  const ids = ranked.map((passage) => passage.passageId)
  const judged = findEvidence(question, topic, ids, desk.corpus).map((evidence) => ({
    evidence,
    objection: objectionTo(evidence, question),
  }))
  desk.onJudged?.({ query: question.query, documentIds, ranked, topic, judged })
  return { topic, judged }
}

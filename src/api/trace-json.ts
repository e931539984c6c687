import type { z } from '@hono/zod-openapi'
import type { Judgement } from '../answer/index.ts'
import { type Corpus, overlaps, type PassageId } from '../corpus/index.ts'
import { READER_VERSION } from '../ingest/index.ts'
import type { RankedPassage } from '../retrieval/index.ts'
import { codePointOffsets } from './code-point.ts'
import type { ApiDeps } from './deps.ts'
import type { AnswerJson, filtersSchema } from './schema.ts'
import type { CandidateJson, TraceJson } from './trace-schema.ts'

/** A comparison of very many sides searches very often; so many searches are told in full. */
const MOST_SEARCHES = 8

export interface TraceParts {
  readonly answer: AnswerJson
  readonly filters: z.infer<typeof filtersSchema>
  readonly judgements: readonly Judgement[]
  readonly corpus: Corpus
}

/** The account of an answer, from what happened while it came about. */
export function toTraceJson(
  { answer, filters, judgements, corpus }: TraceParts,
  { embedderId, segmenter }: Pick<ApiDeps, 'embedderId' | 'segmenter'>,
): TraceJson {
  const searches = judgements.slice(0, MOST_SEARCHES)
  return {
    answer_id: answer.id,
    created_at: answer.created_at,
    question: answer.question,
    filters,
    interpreted: answer.interpreted,
    index_unit: 'code_point',
    searches: searches.map((judgement) => toSearchJson(judgement, answer, corpus)),
    searches_left_off: judgements.length - searches.length,
    verdicts: answer.sentences,
    rejected: answer.rejected,
    versions: {
      corpus: corpus.version,
      reader: READER_VERSION,
      segmenter: segmenter.id,
      embedder: embedderId,
      model: answer.model,
      prompts: answer.prompt === null ? [] : [answer.prompt],
    },
    timings_ms: answer.timings_ms,
  }
}

function toSearchJson(
  judgement: Judgement,
  answer: AnswerJson,
  corpus: Corpus,
): TraceJson['searches'][number] {
  const { query, documentIds, topic, ranked } = judgement
  const byPassage = Map.groupBy(judgement.judged, ({ evidence }) => evidence.around.passage.id)
  return {
    regions: [...query.regions],
    years: [...query.years],
    documents: documentIds.size,
    words: topic.pieces.map(({ text, weights }) => ({
      text,
      weight: rounded(weights.reduce((sum, weight) => sum + weight, 0)),
    })),
    candidates: ranked.flatMap((passage, at) => {
      const place = placeOf(passage.passageId, corpus)
      if (place === undefined) return []
      const outcome = isCited(place, answer) ? 'used' : objectionIn(byPassage.get(passage.passageId))
      return [{ rank: at + 1, passage_id: passage.passageId, ...place, scores: scoresOf(passage), outcome }]
    }),
  }
}

type Place = Pick<CandidateJson, 'document_id' | 'start' | 'end'>

function placeOf(id: PassageId, corpus: Corpus): Place | undefined {
  const passage = corpus.passages.get(id)
  const text = passage && corpus.documents.get(passage.documentId)?.document.text
  if (passage === undefined || text === undefined) return undefined
  const offset = codePointOffsets(text)
  return { document_id: passage.documentId, start: offset(passage.start), end: offset(passage.end) }
}

function isCited(place: Place, { citations }: AnswerJson): boolean {
  return citations.some(
    ({ document_id, start_char_index: start, end_char_index: end }) =>
      document_id === place.document_id && overlaps({ start, end }, place),
  )
}

/** What spoke against the passage's best evidence. */
function objectionIn(judged: Judgement['judged'] | undefined): CandidateJson['outcome'] {
  const best = judged?.toSorted((a, b) => b.evidence.evidenceScore - a.evidence.evidenceScore)
  if (best?.[0] === undefined) return 'no_evidence'
  return best.some(({ objection }) => objection === null) ? 'outranked' : (best[0].objection ?? 'outranked')
}

function scoresOf({ bm25Score, windowShare, longestRunShare, rankScore }: RankedPassage) {
  return {
    bm25: rounded(bm25Score),
    window_share: rounded(windowShare),
    longest_run_share: rounded(longestRunShare),
    rank_score: rounded(rankScore),
  }
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

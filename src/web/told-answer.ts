import type { AnswerJson, ProblemJson, SentenceJson } from '../api/schema.ts'
import type { Asked } from './answer-client.ts'
import type { ServerEvent } from './server-event.ts'
import { isVerified } from './verdict.ts'

/** How the telling of an answer ended. */
export type ToldEnd =
  | { readonly kind: 'completed'; readonly answer: AnswerJson }
  | { readonly kind: 'failed'; readonly problem: ProblemJson }

/** An answer as far as it has been told. */
export interface ToldAnswer {
  /** Number of the last event heard; the telling goes on behind it. */
  readonly lastEventId: number
  readonly created: CreatedJson | null
  /** What was looked through; it comes before the first sentence. */
  readonly sources: Pick<AnswerJson, 'interpreted' | 'scope'> | null
  readonly sentences: readonly SentenceJson[]
  readonly citations: AnswerJson['citations']
  readonly rejected: AnswerJson['rejected']
  readonly end: ToldEnd | null
}

interface CreatedJson extends Pick<AnswerJson, 'id' | 'conversation_id' | 'question'> {
  readonly resolved_question: string | null
  readonly filters: Pick<AnswerJson['interpreted'], 'regions' | 'years' | 'document_kinds'>
}

export const NOTHING_TOLD: ToldAnswer = {
  lastEventId: 0,
  created: null,
  sources: null,
  sentences: [],
  citations: [],
  rejected: [],
  end: null,
}

/** What is known after one more event. An event heard before changes nothing, so a stream may be told again. */
export function toldAfter(told: ToldAnswer, { id, event, data }: ServerEvent): ToldAnswer {
  const number = Number(id ?? told.lastEventId + 1)
  if (told.end !== null || number <= told.lastEventId) return told
  return { ...told, lastEventId: number, ...changeBy(event, data, told) }
}

function changeBy(event: string, data: string, told: ToldAnswer): Partial<ToldAnswer> {
  switch (event) {
    case 'answer.created':
      return { created: JSON.parse(data) as CreatedJson }
    case 'sources':
      return { sources: JSON.parse(data) as NonNullable<ToldAnswer['sources']> }
    case 'answer.delta': {
      const { text, verdict, citations } = JSON.parse(data) as Omit<SentenceJson, 'checks'>
      return { sentences: [...told.sentences, { text, verdict, citations, checks: [] }] }
    }
    case 'citation.verified':
      return { citations: [...told.citations, JSON.parse(data) as AnswerJson['citations'][number]] }
    case 'citation.rejected':
      return { rejected: [...told.rejected, JSON.parse(data) as AnswerJson['rejected'][number]] }
    case 'answer.completed':
      return { end: { kind: 'completed', answer: JSON.parse(data) as AnswerJson } }
    case 'error':
      return { end: { kind: 'failed', problem: JSON.parse(data) as ProblemJson } }
    default:
      return {}
  }
}

/** The question as the service tells it; null before it does. */
export function askedOf({ created }: ToldAnswer): Asked | null {
  if (created === null) return null
  const { question, conversation_id: conversationId } = created
  return { question, filters: null, conversationId, isStandalone: false, againOf: null }
}

/** The sentences that may be shown: proven ones, up to the first whose sources have not all arrived. */
export function shownSentences({ sentences, citations }: ToldAnswer): readonly SentenceJson[] {
  const arrived = new Set(citations.map(({ id }) => id))
  const isWhole = (sentence: SentenceJson) =>
    isVerified(sentence) && sentence.citations.every((id) => arrived.has(id))
  const end = sentences.findIndex((sentence) => !isWhole(sentence))
  return end === -1 ? sentences : sentences.slice(0, end)
}

/** The told part in the shape of an answer; null before there is one. */
export function answerSoFar(told: ToldAnswer, isStopped: boolean): AnswerJson | null {
  const { created, sources, citations, rejected, end } = told
  if (end?.kind === 'completed') return end.answer
  if (created === null) return null
  const { id, conversation_id, question, resolved_question, filters } = created
  return {
    id,
    conversation_id,
    kind: 'answered',
    question,
    interpreted: sources?.interpreted ?? {
      kind: '',
      ...filters,
      indicator: '',
      notes: [],
      resolved_question,
    },
    text: '',
    sentences: [...shownSentences(told)],
    citations: [...citations],
    index_unit: 'code_point',
    missing: [],
    scope: sources?.scope ?? { documents: [], regions: [], years: [], fully_scanned: false },
    lead: null,
    comparison: null,
    near_misses: [],
    conflicts: [],
    refusal: null,
    follow_ups: [],
    mode: 'extractive',
    model: null,
    prompt: null,
    state: isStopped ? 'stopped' : 'complete',
    notice: null,
    rejected: [...rejected],
    timings_ms: {},
    trace_id: id,
    created_at: '',
  }
}

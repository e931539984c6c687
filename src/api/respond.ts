import {
  type Answer,
  type AnswerEvent,
  answerEvents,
  answerUnclear,
  type Judgement,
} from '../answer/index.ts'
import { firstAnswerTo, leanedOn, type Turn, withFilters } from '../conversation/index.ts'
import { InvalidRequestError, NotFoundError } from '../error.ts'
import { type Filters, understand } from '../retrieval/index.ts'
import { createdOf } from './answer-events.ts'
import { toAnswerJson } from './answer-json.ts'
import type { AnswerRun, WireEvent } from './answer-run.ts'
import { tellAnswer } from './answer-telling.ts'
import { unknownConversation } from './conversation-bin.ts'
import type { ApiDeps } from './deps.ts'
import { fromFilters } from './filters.ts'
import { takeQuestion, withNotes } from './question-taken.ts'
import { type AnswerJson, answerSchema } from './schema.ts'
import { toTraceJson } from './trace-json.ts'

/** Longest question in characters; a question is a sentence or two, not a document. */
const LONGEST_QUESTION = 2000

export interface AskedQuestion {
  readonly question: string
  readonly filters: Filters
  /** Null outside of any conversation; without an id a new one begins. */
  readonly conversation: {
    readonly id: string | undefined
    /** Whether the question is to be taken as it is, whatever was asked before it. */
    readonly isStandalone?: boolean
    /** An answer of this conversation that the new one becomes another version of. */
    readonly againOf?: string | undefined
  } | null
}

/**
 * Answers one question that belongs to no conversation.
 * @throws InvalidRequestError for an empty or an overlong question
 */
export async function respond(question: string, filters: Filters, deps: ApiDeps): Promise<AnswerJson> {
  return answerOf(startAnswer({ question, filters, conversation: null }, deps))
}

/** The answer of a run, once it has ended; throws what it failed of. */
export async function answerOf(run: AnswerRun): Promise<AnswerJson> {
  const end = await run.ended
  if (end.kind === 'failed') throw end.fault
  return answerSchema.parse(JSON.parse(end.json))
}

/**
 * Answers, stores and serialises: the one way from a question to the object every door gives out.
 * @throws InvalidRequestError for an empty or an overlong question, NotFoundError for an unknown conversation, or an
 * answer to ask again that is none of its own
 */
export function startAnswer(asked: AskedQuestion, deps: ApiDeps): AnswerRun {
  checkQuestion(asked.question)
  const { conversation } = asked
  const known = conversation?.id === undefined ? undefined : deps.conversations.get(conversation.id)
  if (conversation?.id !== undefined && known === undefined) throw unknownConversation(conversation.id, deps)
  const againOf = rootOf(conversation?.againOf, asked.question, known?.turns ?? [])
  const isAlone = conversation === null || conversation.isStandalone === true
  const turns = isAlone ? undefined : leanedOn(known?.turns ?? [], againOf)
  const id = deps.newId()
  const conversationId = conversation === null ? null : (conversation.id ?? deps.newId())
  return deps.runs.start(id, (tell, signal) =>
    carryOut({ ...asked, id, conversationId, againOf, turns, tell, signal }, deps),
  )
}

function rootOf(answerId: string | undefined, question: string, turns: readonly Turn[]): string | null {
  if (answerId === undefined) return null
  const turn = turns.find((one) => one.answerId === answerId)
  if (turn === undefined) throw new NotFoundError('这段对话里没有要重新回答的那一条。')
  if (turn.question !== question) throw new InvalidRequestError('重新回答时，问题要与原来的相同。')
  return firstAnswerTo(turn)
}

interface Undertaking extends AskedQuestion {
  readonly id: string
  readonly conversationId: string | null
  readonly againOf: string | null
  /** What was asked before; undefined when it does not count. */
  readonly turns: readonly Turn[] | undefined
  readonly tell: (event: WireEvent) => void
  readonly signal: AbortSignal
}

/** No question can refer to one that was refused for such a reason. */
const WITHOUT_SUBJECT: ReadonlySet<string> = new Set(['empty_corpus', 'out_of_scope', 'unclear'])

async function carryOut(undertaking: Undertaking, deps: ApiDeps): Promise<string> {
  const startedAt = performance.now()
  const { id, conversationId, question: asked, filters } = undertaking
  const { resolution, question, note } = await takeQuestion(asked, undertaking, deps.desk())
  const resolvedQuestion = resolution.kind === 'resolved' ? resolution.question : null
  const judgements: Judgement[] = []
  const desk = { ...deps.desk(), onJudged: (judgement: Judgement) => void judgements.push(judgement) }
  const createdAt = deps.now().toISOString()
  tellCreated(undertaking, understand(question, desk.catalogue, filters), resolvedQuestion)
  const events =
    resolution.kind === 'unclear'
      ? eventsOf(answerUnclear(question, resolution.message, filters, desk))
      : answerEvents(question, filters, desk, { chat: deps.chat, signal: undertaking.signal })
  let told = 0
  const tell = (event: WireEvent) => {
    if (event.name === 'citation.verified') told++
    undertaking.tell(event)
  }
  const answer = await tellAnswer(
    withNotes(events, () => [note, desk.retriever.trouble()]),
    {
      ...undertaking,
      model: deps.chat?.id ?? null,
      tell,
      question,
      resolvedQuestion,
      desk,
    },
  )
  const timingsMs = { total: Math.round((performance.now() - startedAt) * 100) / 100 }
  const frame = { id, traceId: id, conversationId, question: asked, resolvedQuestion, createdAt, timingsMs }
  const json = toAnswerJson(answer, frame, desk.corpus)
  tellRest(undertaking.tell, json, told)
  const text = JSON.stringify(json)
  // Whoever removed the conversation for good meanwhile wants nothing of it kept; out of the bin it comes back whole.
  const known = undertaking.conversation?.id
  if (known !== undefined && deps.conversations.answerIdsOf(known).length === 0) return text
  const parts = { answer: json, filters: fromFilters(filters), judgements, corpus: desk.corpus }
  deps.answers.save(id, text, createdAt, JSON.stringify(toTraceJson(parts, deps)))
  if (conversationId !== null) {
    const hasSubject = answer.kind === 'answered' || !WITHOUT_SUBJECT.has(answer.reason)
    const understood = hasSubject ? withFilters(question, filters, desk.catalogue) : null
    deps.conversations.append(conversationId, {
      question: asked,
      understood,
      answerId: id,
      againOf: undertaking.againOf,
      askedAt: createdAt,
    })
  }
  return text
}

function tellCreated(
  { id, conversationId, question, tell }: Undertaking,
  { regions, years, documentKinds }: ReturnType<typeof understand>,
  resolvedQuestion: string | null,
): void {
  const interpreted = {
    regions: [...regions],
    years: [...years],
    document_kinds: [...documentKinds],
    resolved_question: resolvedQuestion,
  }
  const created = createdOf({ id, conversation_id: conversationId, question, interpreted })
  tell({ name: 'answer.created', json: JSON.stringify(created) })
}

/** The places that stand beside the sentences, such as another document's figure. */
function tellRest(tell: Undertaking['tell'], { citations }: AnswerJson, told: number): void {
  for (const citation of citations.slice(told))
    tell({ name: 'citation.verified', json: JSON.stringify(citation) })
}

async function* eventsOf(answer: Answer): AsyncGenerator<AnswerEvent, void, undefined> {
  yield { kind: 'sources', interpreted: answer.interpreted, scope: answer.scope, lead: null }
  yield { kind: 'completed', answer }
}

export function checkQuestion(question: string): void {
  if (!/[\p{L}\p{N}]/u.test(question))
    throw new InvalidRequestError('请输入问题。', { details: { pointer: '/question' } })
  const length = [...question].length
  if (length > LONGEST_QUESTION) {
    throw new InvalidRequestError(`问题太长（${length} 字，上限 ${LONGEST_QUESTION} 字）。`, {
      details: { pointer: '/question' },
    })
  }
}

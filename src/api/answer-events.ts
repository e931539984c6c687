import type { AnswerRun, RunEnd, WireEvent } from './answer-run.ts'
import { deltaOf } from './answer-telling.ts'
import type { Bell } from './bell.ts'
import { eventStream, eventText, heartbeats } from './event-stream.ts'
import type { AnswerJson, ProblemJson } from './schema.ts'

/** What a stream tells: the run of an answer, or a stored answer told again. */
export type Told = Pick<AnswerRun, 'events' | 'end' | 'follow'>

/**
 * An answer as server-sent events, from behind the last one the client saw; the end is always told.
 * @param problemOf what to tell of a fault
 */
export function answerEventStream(
  told: Told,
  lastEventId: number,
  problemOf: (fault: unknown) => ProblemJson,
): ReadableStream<Uint8Array> {
  return eventStream({
    watch: (ring) => told.follow(ring),
    texts: (bell) => eventTexts(told, lastEventId, problemOf, bell),
  })
}

async function* eventTexts(
  told: Told,
  lastEventId: number,
  problemOf: (fault: unknown) => ProblemJson,
  bell: Bell,
): AsyncGenerator<string, void> {
  let at = lastEventId
  for (;;) {
    bell.clear()
    for (let event = told.events[at]; event !== undefined; event = told.events[at])
      yield eventText(++at, event.name, event.json)
    if (told.end !== undefined) {
      yield endText(Math.max(at, told.events.length) + 1, told.end, problemOf)
      return
    }
    yield* heartbeats(bell)
    if (bell.isClosed) return
  }
}

function endText(id: number, end: RunEnd, problemOf: (fault: unknown) => ProblemJson): string {
  return end.kind === 'completed'
    ? eventText(id, 'answer.completed', end.json)
    : eventText(id, 'error', JSON.stringify(problemOf(end.fault)))
}

/** A stored answer told again: the same events as when it came about, all at once. */
export function toldAgain(answer: AnswerJson, json: string): Told {
  const { interpreted, scope, lead, sentences, citations, rejected } = answer
  const events: WireEvent[] = []
  const say = (name: string, value: unknown) => events.push({ name, json: JSON.stringify(value) })
  say('answer.created', createdOf(answer))
  say('sources', { interpreted, scope, lead })
  let shown = 0
  for (const [index, sentence] of sentences.entries()) {
    say('answer.delta', deltaOf(sentence, index))
    const last = Math.max(shown, ...sentence.citations)
    for (const citation of citations.slice(shown, last)) say('citation.verified', citation)
    shown = last
  }
  for (const citation of citations.slice(shown)) say('citation.verified', citation)
  for (const sentence of rejected) say('citation.rejected', sentence)
  return { events, end: { kind: 'completed', json }, follow: () => () => undefined }
}

/** The first event: under which id the answer will be found, and within which bounds it is looked for. */
export function createdOf({
  id,
  conversation_id,
  question,
  interpreted: { regions, years, document_kinds, resolved_question },
}: Pick<AnswerJson, 'id' | 'conversation_id' | 'question'> & {
  readonly interpreted: Omit<AnswerJson['interpreted'], 'kind' | 'indicator' | 'notes'>
}) {
  return { id, conversation_id, question, resolved_question, filters: { regions, years, document_kinds } }
}

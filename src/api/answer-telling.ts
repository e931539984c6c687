import { type Answer, type AnswerEvent, type Desk, stoppedAnswer, type Told } from '../answer/index.ts'
import type { Filters } from '../retrieval/index.ts'
import { toInterpretedJson, toRejectedJson, toScopeJson } from './answer-json.ts'
import { createNumbering } from './answer-numbering.ts'
import type { WireEvent } from './answer-run.ts'
import { headOf } from './answer-text.ts'

/** After the signal, so long is waited for the answer to end by itself. */
const GRACE_MS = 300

export interface Telling {
  /** The question that is answered. */
  readonly question: string
  /** The same, when it is another than the one that was asked. */
  readonly resolvedQuestion: string | null
  readonly filters: Filters
  /** The model that may word it; null without one. */
  readonly model: string | null
  readonly desk: Desk
  readonly tell: (event: WireEvent) => void
  readonly signal: AbortSignal
}

/** Tells an answer step by step as it comes about; gives it back, or after the signal what there is of it. */
export async function tellAnswer(
  events: AsyncGenerator<AnswerEvent, void, undefined>,
  telling: Telling,
): Promise<Answer> {
  const told = createTold(telling)
  const stopped = afterSignal(telling.signal)
  try {
    for (;;) {
      const next = await Promise.race([events.next(), stopped.promise])
      if (next === 'stopped' || next.done === true) break
      if (next.value.kind === 'completed') return next.value.answer
      told.take(next.value)
    }
  } catch (fault) {
    // Whatever was cut off may fail; that is no fault of the answer.
    if (!telling.signal.aborted) throw fault
  } finally {
    stopped.cancel()
    events.return().catch(() => console.error('an answer cut short did not end well'))
  }
  if (!telling.signal.aborted) throw new Error('an answer without an end')
  return stoppedAnswer(telling.question, telling.filters, telling.desk, told.sofar())
}

function createTold({ tell, desk, resolvedQuestion, model }: Telling) {
  let numbering = createNumbering(desk.corpus, null)
  const sentences: Told['sentences'][number][] = []
  const rejected: Told['rejected'][number][] = []
  let sources: Told['sources'] = null
  const say = (name: string, value: unknown) => tell(wireEvent(name, value))
  const take = (event: Exclude<AnswerEvent, { readonly kind: 'completed' }>) => {
    if (event.kind === 'sources') {
      sources = { interpreted: event.interpreted, scope: event.scope, lead: event.lead }
      const lead = headOf(event.interpreted, event.lead)
      numbering = createNumbering(desk.corpus, lead)
      const interpreted = toInterpretedJson(event.interpreted, resolvedQuestion)
      say('sources', { interpreted, scope: toScopeJson(event.scope), lead })
      return
    }
    if (event.kind === 'rejected') {
      rejected.push(event.sentence)
      say('citation.rejected', toRejectedJson(event.sentence, desk.corpus))
      return
    }
    const { verdict } = event.sentence
    if (verdict !== 'quoted' && verdict !== 'proven')
      throw new Error('a sentence that is not proven must not be told')
    sentences.push(event.sentence)
    const { sentence, added } = numbering.sentence(event.sentence)
    say('answer.delta', deltaOf(sentence, sentences.length - 1))
    for (const citation of added) say('citation.verified', citation)
  }
  return { take, sofar: (): Told => ({ sources, sentences, rejected, model }) }
}

/** Written out when somebody listens: what was searched in a large corpus is a long list. */
function wireEvent(name: string, value: unknown): WireEvent {
  let json: string | undefined
  return {
    name,
    get json() {
      json ??= JSON.stringify(value)
      return json
    },
  }
}

/** What a stream says of one sentence, whether it has just been proven or is told again. */
export function deltaOf(
  {
    text,
    verdict,
    citations,
  }: { readonly text: string; readonly verdict: string; readonly citations: readonly number[] },
  index: number,
) {
  return { index, text, verdict, citations }
}

/** Resolves a little after the signal. */
function afterSignal(signal: AbortSignal) {
  const { promise, resolve } = Promise.withResolvers<'stopped'>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const begin = () => {
    timer = setTimeout(() => resolve('stopped'), GRACE_MS)
  }
  if (signal.aborted) begin()
  else signal.addEventListener('abort', begin, { once: true })
  const cancel = () => {
    signal.removeEventListener('abort', begin)
    clearTimeout(timer)
  }
  return { promise, cancel }
}

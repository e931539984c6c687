import { ChatFault } from './chat-fault.ts'
import type { ChatModel, ChatPart, ChatRequest } from './chat-model.ts'
import type { Clock } from './clock.ts'

/** Longest waits, in milliseconds. */
export interface Deadlines {
  readonly first: number
  readonly between: number
  readonly whole: number
}

type Step = IteratorResult<ChatPart, unknown> | 'late'

/**
 * One completion that is closed when it keeps its reader waiting.
 * @throws ChatFault
 */
export async function* streamInTime(
  model: ChatModel,
  request: ChatRequest,
  signal: AbortSignal,
  { deadlines, clock }: { readonly deadlines: Deadlines; readonly clock: Clock },
): AsyncGenerator<ChatPart, void, undefined> {
  const closing = new AbortController()
  const close = () => closing.abort()
  signal.addEventListener('abort', close)
  if (signal.aborted) close()
  const parts = model.stream(request, closing.signal)[Symbol.asyncIterator]()
  const latest = clock.now() + deadlines.whole
  let wait = deadlines.first
  try {
    while (true) {
      const step = await stepWithin(parts.next(), Math.min(wait, latest - clock.now()), clock)
      if (step === 'late') throw new ChatFault('slow')
      if (step.done === true) return
      yield step.value
      wait = deadlines.between
    }
  } finally {
    signal.removeEventListener('abort', close)
    close()
  }
}

function stepWithin(next: Promise<IteratorResult<ChatPart>>, ms: number, clock: Clock): Promise<Step> {
  return new Promise((resolve, reject) => {
    // A step that comes too late, or fails too late, is nobody's any more.
    const cancel = clock.after(Math.max(0, ms), () => resolve('late'))
    next.then(resolve, reject).finally(cancel)
  })
}

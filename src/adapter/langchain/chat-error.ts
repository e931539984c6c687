import { ChatFault, faultKindOf, parseRetryAfter } from '../../model/index.ts'

/** Translates what the client library throws; only names, statuses and headers are looked at. */
export function chatFaultOf(cause: unknown, hasText: boolean): ChatFault {
  if (cause instanceof ChatFault) return cause
  if (!(cause instanceof Error)) return new ChatFault('failing', { cause })
  if (cause.name === 'ContextOverflowError') return new ChatFault('too_long', { cause })
  if (cause instanceof SyntaxError || cause instanceof RangeError) return new ChatFault('garbled', { cause })
  const status = 'status' in cause && typeof cause.status === 'number' ? cause.status : null
  if (status !== null)
    return new ChatFault(faultKindOf(status), { cause, status, retryAfterMs: retryAfterOf(cause) })
  // The server reported it in the stream itself.
  if ('error' in cause && cause.error !== undefined) return new ChatFault('failing', { cause })
  return new ChatFault(hasText ? 'cut' : 'unreachable', { cause })
}

function retryAfterOf(cause: Error): number | null {
  if (!('headers' in cause) || !(cause.headers instanceof Headers)) return null
  return parseRetryAfter(cause.headers.get('retry-after'), Date.now())
}

/** Nobody waits longer, whatever a server says. */
const LONGEST_MS = 60 * 60 * 1000

/**
 * Reads the `Retry-After` header: seconds, or a date.
 * @returns milliseconds from `now`, between 0 and an hour; null when there is nothing to read
 */
export function parseRetryAfter(header: string | null | undefined, now: number): number | null {
  const value = header?.trim() ?? ''
  if (value === '') return null
  const wait = /^[+-]?\d+(?:\.\d+)?$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isNaN(wait) ? null : Math.min(LONGEST_MS, Math.max(0, wait))
}

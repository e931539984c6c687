import type { Score } from './reply.ts'

/** Half and all but one in a hundred of the times are at most so long; reported, never a matter of the gate. */
export function latencyOf(times: readonly number[]): { readonly p50: Score; readonly p99: Score } {
  const sorted = times.filter((time) => Number.isFinite(time) && time >= 0).toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
  return { p50: at(0.5), p99: at(0.99) }
}

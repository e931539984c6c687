import { type Random, seeded } from '../proof/random.ts'
import type { Score } from '../scorer/reply.ts'

export interface Interval {
  readonly low: number | null
  readonly high: number | null
}

const RESAMPLES = 1000
const TAIL = 0.025
const NOTHING: Interval = { low: null, high: null }

/**
 * 95 % intervals of figures by drawing the cases anew, with the same seed each time. Where every case scored 1, or
 * every one 0, drawing shows no spread at all; the exact binomial bound stands there instead.
 * @param figures of any selection of cases
 */
export function intervals<T>(
  cases: readonly T[],
  figures: (cases: readonly T[]) => Readonly<Record<string, Score>>,
  n: Readonly<Record<string, number>>,
): Readonly<Record<string, Interval>> {
  const whole = figures(cases)
  const drawn = draws(cases.length, RESAMPLES).map((at) => figures(pickAll(cases, at)))
  return Object.fromEntries(
    Object.entries(whole).map(([name, value]) => {
      const interval = middle(drawn.map((sample) => sample[name] ?? null))
      return [name, isSettled(interval, value) ? exactBound(value, n[name] ?? 0) : interval]
    }),
  )
}

/** Interval of the difference between two runs, drawing the same cases for both. */
export function pairedIntervals<T>(
  pairs: readonly (readonly [base: T, now: T])[],
  figures: (cases: readonly T[]) => Readonly<Record<string, Score>>,
): Readonly<Record<string, Interval>> {
  const drawn = draws(pairs.length, RESAMPLES).map((at) => {
    const sample = pickAll(pairs, at)
    const base = figures(sample.map(([one]) => one))
    const now = figures(sample.map(([, one]) => one))
    return Object.fromEntries(Object.keys(now).map((name) => [name, minus(now[name], base[name])]))
  })
  const names = Object.keys(drawn[0] ?? {})
  return Object.fromEntries(names.map((name) => [name, middle(drawn.map((sample) => sample[name] ?? null))]))
}

export function minus(now: Score | undefined, base: Score | undefined): Score {
  return typeof now === 'number' && typeof base === 'number' ? now - base : null
}

function draws(size: number, times: number): readonly (readonly number[])[] {
  const random: Random = seeded(size)
  return Array.from({ length: times }, () => Array.from({ length: size }, () => Math.floor(random() * size)))
}

function pickAll<T>(items: readonly T[], at: readonly number[]): readonly T[] {
  return at.flatMap((index) => items.slice(index, index + 1))
}

/** Draws without a single case to score are left out. */
function middle(values: readonly Score[]): Interval {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b)
  if (sorted.length === 0) return NOTHING
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null
  return { low: at(TAIL), high: at(1 - TAIL) }
}

function isSettled({ low, high }: Interval, value: Score): value is 0 | 1 {
  return low === high && (value === 0 || value === 1)
}

/** Clopper and Pearson, for all or none of n. */
function exactBound(value: 0 | 1, n: number): Interval {
  if (n === 0) return NOTHING
  const away = 1 - TAIL ** (1 / n)
  return value === 1 ? { low: 1 - away, high: 1 } : { low: 0, high: away }
}

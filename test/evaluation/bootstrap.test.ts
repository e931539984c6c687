import { describe, expect, it } from 'vitest'
import { intervals, pairedIntervals } from '../../evals/run/bootstrap.ts'
import { mean } from '../../evals/scorer/reply.ts'

const figures = (cases: readonly (number | null)[]) => ({ share: mean(cases) })

function mixed(right: number, all: number): readonly number[] {
  return Array.from({ length: all }, (_, at) => (at < right ? 1 : 0))
}

describe('the intervals', () => {
  it('hold the value and are the same each time', () => {
    const cases = mixed(80, 100)
    const first = intervals(cases, figures, { share: 100 }).share
    expect(first).toEqual(intervals(cases, figures, { share: 100 }).share)
    expect(first?.low).toBeGreaterThan(0.7)
    expect(first?.low).toBeLessThan(0.8)
    expect(first?.high).toBeGreaterThan(0.8)
    expect(first?.high).toBeLessThan(0.9)
  })

  it('get narrower with more cases', () => {
    const width = (n: number) => {
      const { low = null, high = null } = intervals(mixed(n / 2, n), figures, { share: n }).share ?? {}
      return (high ?? 1) - (low ?? 0)
    }
    expect(width(400)).toBeLessThan(width(20))
  })

  it('are never of no width: all of few right is not certainty', () => {
    const { share } = intervals(mixed(13, 13), figures, { share: 13 })
    expect(share?.high).toBe(1)
    expect(share?.low).toBeCloseTo(0.753, 3)
    expect(intervals(mixed(0, 13), figures, { share: 13 }).share?.high).toBeCloseTo(0.247, 3)
  })

  it('are null where nothing was scored', () => {
    expect(intervals([null, null], figures, { share: 0 }).share).toEqual({ low: null, high: null })
    expect(intervals([], figures, { share: 0 }).share).toEqual({ low: null, high: null })
  })
})

describe('the interval of a difference', () => {
  it('is about 0 for the same run and away from it for a much worse one', () => {
    const good = mixed(90, 100)
    const same = pairedIntervals(
      good.map((score) => [score, score] as const),
      figures,
    ).share
    expect(same).toEqual({ low: 0, high: 0 })
    const worse = pairedIntervals(
      good.map((score, at) => [score, at % 3 === 0 ? 0 : score] as const),
      figures,
    ).share
    expect(worse?.high).toBeLessThan(0)
  })
})

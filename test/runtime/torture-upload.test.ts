import { describe, expect, it } from 'vitest'
import { DEADLINE_SECONDS, torture } from '../torture/torture.ts'
import { checksOf, misses } from '../torture/verdict.ts'

// Some fifty processes one after another: 20 s on an idle machine of two cores, minutes on a busy one.
const SLOWEST = 300_000

describe('hostile uploads', { timeout: SLOWEST }, () => {
  it('end each in a document or a named refusal, and leave the server as it was', async () => {
    const sighting = await torture({ seed: 7, fuzzed: 27, isShort: true })
    expect(misses(sighting, DEADLINE_SECONDS)).toEqual([])
    expect(checksOf(sighting, DEADLINE_SECONDS).filter(({ isMet }) => !isMet)).toEqual([])
    const groups = new Set(sighting.ordeals.map(({ group }) => group))
    expect(groups.size).toBe(12)
  })
})

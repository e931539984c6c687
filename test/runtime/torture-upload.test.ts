import { describe, expect, it } from 'vitest'
import { torture } from '../torture/torture.ts'
import { checksOf, misses } from '../torture/verdict.ts'

describe('hostile uploads', () => {
  it('end each in a document or a named refusal, and leave the server as it was', async () => {
    const sighting = await torture({ seed: 7, fuzzed: 27, isShort: true })
    expect(misses(sighting)).toEqual([])
    expect(checksOf(sighting).filter(({ isMet }) => !isMet)).toEqual([])
    const groups = new Set(sighting.ordeals.map(({ group }) => group))
    expect(groups.size).toBe(11)
  })
})

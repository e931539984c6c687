import { describe, expect, it } from 'vitest'
import { asDone } from '../../src/ingest/index.ts'

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('asDone', () => {
  it('gives every result once, a quick one before a slow one, and never works at more than it may', async () => {
    let running = 0
    let most = 0
    const work = async (milliseconds: number) => {
      most = Math.max(most, ++running)
      await pause(milliseconds)
      running--
      return milliseconds
    }
    const results: number[] = []
    for await (const result of asDone([200, 1, 2, 3, 4], 2, work)) results.push(result)
    expect(results).toEqual([1, 2, 3, 4, 200])
    expect(most).toBe(2)
  })

  it('throws what the work throws', async () => {
    const all = async () => {
      for await (const _ of asDone([1, 2], 2, () => Promise.reject(new Error('broken'))));
    }
    await expect(all()).rejects.toThrow('broken')
  })
})

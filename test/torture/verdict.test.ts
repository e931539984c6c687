import { describe, expect, it } from 'vitest'
import type { Ordeal, Sighting } from './torture.ts'
import { checksOf, misses } from './verdict.ts'

const SLOWEST = 30
const ORDEAL: Ordeal = {
  name: 'round 0',
  group: 'fuzzed txt',
  seconds: 0.3,
  results: ['document'],
  texts: ['一、总体要求'],
  reasons: [],
  serverMegabytes: 400,
}
const CALM: Sighting = {
  ordeals: Array<Ordeal>(40).fill(ORDEAL),
  hasDied: false,
  isHealthy: true,
  longestSilenceSeconds: 0,
  canaryTouched: 0,
  childrenLeft: 0,
  strayFiles: [],
  peakServerMegabytes: 400,
  peakChildMegabytes: 300,
  said: '',
}

function missed(seen: Partial<Sighting>): readonly string[] {
  return checksOf({ ...CALM, ...seen }, SLOWEST).flatMap(({ what, isMet }) => (isMet ? [] : [what]))
}

const endingWith = (last: Partial<Ordeal>) => ({ ordeals: [...CALM.ordeals, { ...ORDEAL, ...last }] })

describe('the verdict', () => {
  it('finds nothing where nothing happened', () => {
    expect(missed({})).toEqual([])
    expect(misses(CALM, SLOWEST)).toEqual([])
  })

  it.each<readonly [string, Partial<Sighting>]>([
    ['deaths', { hasDied: true }],
    ['deaths', { isHealthy: false }],
    ['files left', { strayFiles: ['/tmp/a.log'] }],
    ['processes', { childrenLeft: 1 }],
    ['canary', { canaryTouched: 1 }],
    ['largest server', { peakServerMegabytes: 5000 }],
    ['largest child', { peakChildMegabytes: 5000 }],
    ['growth', endingWith({ serverMegabytes: 900 })],
  ])('sees %s in %j', (what, seen) => {
    expect(missed(seen)).toEqual([expect.stringContaining(what)])
  })

  it.each<readonly [string, Partial<Ordeal>]>([
    ['took more than', { seconds: 31 }],
    ['named refusal', { results: ['internal'], reasons: ['程序出错'] }],
    ['named refusal', { results: ['no answer'], reasons: ['fetch failed'] }],
    ['named refusal', { results: [] }],
    ['named refusal', { results: ['file_unreadable'], reasons: ['Error: x'] }],
    ['another file', { texts: ['一\nroot:x:0:0:root:/root:/bin/sh'] }],
  ])('sees %s in %j, and names the file', (what, last) => {
    expect(missed(endingWith(last))).toEqual([expect.stringContaining(what)])
    expect(misses({ ...CALM, ...endingWith(last) }, SLOWEST)).toEqual([expect.stringContaining('round 0')])
  })
})

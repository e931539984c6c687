import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createJiebaSegmenter } from '../../src/adapter/nodejieba/segmenter.ts'
import { f1, type GoldScore, scoreBody } from './series-gold.ts'

const segmenter = createJiebaSegmenter({
  userDictionary: join(import.meta.dirname, '../../src/adapter/nodejieba/health-administration.dict.utf8'),
})

function totalOf(bodies: readonly string[]): Omit<GoldScore, 'failures'> {
  const total = {
    pairs: { right: 0, found: 0, gold: 0 },
    status: { right: 0, all: 0 },
    clauses: { right: 0, all: 0 },
  }
  for (const body of bodies) {
    const { pairs, status, clauses } = scoreBody(body, segmenter)
    total.pairs.right += pairs.right
    total.pairs.found += pairs.found
    total.pairs.gold += pairs.gold
    total.status.right += status.right
    total.status.all += status.all
    total.clauses.right += clauses.right
    total.clauses.all += clauses.all
  }
  return total
}

describe('lineage against gold', () => {
  it('finds the pairs and the statuses of the bodies it was built with', () => {
    const { pairs, status } = totalOf(['suining', 'lushan', 'chancheng'])
    expect(pairs.gold).toBeGreaterThan(130)
    expect(f1(pairs)).toBeGreaterThan(0.94)
    expect(status.right / status.all).toBeGreaterThan(0.89)
  })

  it('finds those of a body that nobody looked at while building', () => {
    const { pairs, status } = totalOf(['gongcheng'])
    expect(pairs.gold).toBeGreaterThan(20)
    expect(f1(pairs)).toBeGreaterThan(0.9)
    expect(status.right / status.all).toBeGreaterThan(0.85)
  })

  it('finds most of those of another, one plan of which numbers nothing', () => {
    const { pairs, status } = totalOf(['changzhi'])
    expect(pairs.gold).toBeGreaterThan(90)
    expect(f1(pairs)).toBeGreaterThan(0.78)
    expect(status.right / status.all).toBeGreaterThan(0.76)
  })
})

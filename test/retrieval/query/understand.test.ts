import { describe, expect, it } from 'vitest'
import { createCorpus } from '../../../src/corpus/index.ts'
import { createCatalogue, understand } from '../../../src/retrieval/index.ts'
import { divisions, readBytes } from '../../reader.ts'

const plan = (year: number) => ({
  file: `${year}.txt`,
  bytes: new TextEncoder().encode(
    `华亭市${year}年卫生健康工作要点\n\n一、提升服务能力\n新增托位${year - 2000}0个。\n`,
  ),
})

function catalogueAt(now: () => Date) {
  const corpus = createCorpus([2024, 2025].map(plan).map(readBytes))
  return createCatalogue(corpus, divisions, () => 0, now)
}

describe('a question asked again', () => {
  it('is understood under the filters it is asked with', () => {
    const catalogue = catalogueAt(() => new Date('2024-05-01'))
    const under = (years?: readonly number[]) =>
      understand('新增托位多少个？', catalogue, years === undefined ? {} : { years }).documentIds.size
    expect([under(), under([2024]), under()]).toEqual([2, 1, 2])
  })

  it('is understood anew once the year has turned', () => {
    let now = new Date('2024-12-31T12:00:00')
    const catalogue = catalogueAt(() => now)
    const years = () => understand('今年新增托位多少个？', catalogue).years
    expect(years()).toEqual([2024])
    now = new Date('2025-01-01T12:00:00')
    expect(years()).toEqual([2025])
  })
})

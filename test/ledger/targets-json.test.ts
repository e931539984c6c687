import { describe, expect, it } from 'vitest'
import { targetCsv, targetPage, targetPageSchema, targetQuerySchema } from '../../src/api/targets-json.ts'
import { createCorpus } from '../../src/corpus/index.ts'
import { readSeed, readText } from '../reader.ts'

const corpus = createCorpus([readSeed('cixi'), readSeed('qingdaoAction')])

describe('targetPage', () => {
  it('reads one or several values of a filter', () => {
    expect(targetQuerySchema.parse({ region: '慈溪', year: ['2022', '2023'] })).toMatchObject({
      region: ['慈溪'],
      year: [2022, 2023],
      limit: 200,
    })
    expect(targetQuerySchema.safeParse({ year: '廿二' }).success).toBe(false)
  })

  it('pages without losing or repeating a row', () => {
    const whole = targetPage(corpus, targetQuerySchema.parse({ limit: '1000' }))
    const ids: string[] = []
    let offset: number | null = 0
    while (offset !== null) {
      const page = targetPage(corpus, targetQuerySchema.parse({ limit: 30, offset }))
      expect(targetPageSchema.parse(page)).toEqual(page)
      ids.push(...page.targets.map(({ id }) => id))
      offset = page.next_offset
    }
    expect(ids).toEqual(whole.targets.map(({ id }) => id))
    expect(whole.total).toBe(ids.length)
  })

  it('gives offsets in code points', () => {
    const text = '𠮷某市2023年卫生健康工作要点\n\n一、重点工作\n\n1.扩大服务。新增托位20个。\n'
    const [target] = targetPage(createCorpus([readText(text)]), targetQuerySchema.parse({})).targets
    expect([...text].slice(target?.start, target?.end).join('')).toBe(target?.quote)
    expect(target?.quote).toBe('新增托位20个')
  })

  it('writes the filtered rows as a spreadsheet', () => {
    expect(targetCsv(corpus, { regions: ['慈溪'], indicator: '普惠托位' }).split('\r\n')).toHaveLength(3)
  })
})

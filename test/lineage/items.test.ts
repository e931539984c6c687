import { describe, expect, it } from 'vitest'
import { indexedDocument } from '../../src/corpus/index.ts'
import { targetsOf } from '../../src/ledger/index.ts'
import { itemsOf } from '../../src/lineage/index.ts'
import { readSeed, readText, SEEDS } from '../reader.ts'

function itemsIn(text: string) {
  const indexed = indexedDocument(readText(text))
  return itemsOf(indexed, targetsOf(indexed)).map((item) => ({
    number: item.number,
    heading: item.headingRange === null ? null : text.slice(item.headingRange.start, item.headingRange.end),
    clauses: item.clauses.map(({ start, end }) => text.slice(start, end)),
    targets: item.targets.map(({ indicator }) => indicator),
  }))
}

describe('itemsOf', () => {
  it('takes the smallest numbered sections, with one clause for each action', () => {
    const items = itemsIn(`芦山县卫生健康局2024年工作要点

2024年全县卫生健康工作坚持以人民健康为中心，推动高质量发展。

一、加强基层服务

（一）建设卫生院。完成3所卫生院改造，配备10台彩超。以家庭医生签约为抓手，健全随访制度。

（二）培训村医。全年培训村医120名；推进村医养老保障。

二、促进中医药发展

推广适宜技术。
`)
    expect(items).toEqual([
      {
        number: '（一）',
        heading: '建设卫生院',
        clauses: ['完成3所卫生院改造', '配备10台彩超', '以家庭医生签约为抓手，健全随访制度'],
        targets: ['完成卫生院改造', '配备彩超'],
      },
      {
        number: '（二）',
        heading: '培训村医',
        clauses: ['全年培训村医120名', '推进村医养老保障'],
        targets: ['培训村医'],
      },
      { number: '二、', heading: '促进中医药发展', clauses: ['推广适宜技术'], targets: [] },
    ])
  })

  it('takes each paragraph of a section that numbers nothing, and none of what only sets the tone', () => {
    const items = itemsIn(`怀远县2023年卫生健康工作要点

一、指导思想

以人民健康为中心，坚持预防为主，推动各项工作再上台阶。

二、重点任务

加强疾控体系。建设县疾控中心实验室，充实检验人员。

规范医疗服务。开展病历质量评查，落实核心制度。
`)
    expect(items.map(({ heading }) => heading)).toEqual(['加强疾控体系', '规范医疗服务'])
  })

  it.each(Object.keys(SEEDS) as (keyof typeof SEEDS)[])(
    'leaves no numbered text of %s outside, and nothing in two items',
    (name) => {
      const indexed = indexedDocument(readSeed(name))
      const items = itemsOf(indexed, targetsOf(indexed))
      expect(items.length).toBeGreaterThan(10)
      for (const [at, { range, clauses, targets }] of items.entries()) {
        expect(range.start).toBeGreaterThanOrEqual(items[at - 1]?.range.end ?? 0)
        for (const part of [...clauses, ...targets]) {
          expect(part.start).toBeGreaterThanOrEqual(range.start)
          expect(part.end).toBeLessThanOrEqual(range.end)
        }
      }
    },
  )
})

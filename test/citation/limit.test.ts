import { describe, expect, it } from 'vitest'
import { limitsOf, prove } from '../../src/citation/index.ts'
import { createCorpus } from '../../src/corpus/index.ts'
import { readText } from '../reader.ts'
import { find } from './claim.ts'

const document = readText(
  [
    '东坪县2023年卫生健康工作要点',
    '一、行业监管',
    '（一）规范收费。严禁下列行为：擅自提高标准；分解收费。做好以下工作：公示价格；接受监督。',
    '（二）应急准备。如遇重大疫情，由县里研判，暂停门诊。',
    '（三）设备更新。各站配备监护仪2台，新建站点除外。新建库房1座。该项目已终止。对列入计划的6辆救护车加装设备，达标比例达到40%。',
  ].join('\n'),
  'plan.txt',
)
const corpus = createCorpus([document])
const [indexed] = corpus.documents.values()
if (indexed === undefined) throw new Error('no document')
const plan = indexed

function words({ start, end }: { readonly start: number; readonly end: number }): string {
  return document.text.slice(start, end)
}

describe('limitsOf', () => {
  it('finds the words that lead over to an item and turn it round', () => {
    expect(limitsOf(find(plan, '分解收费'), plan).heads.map(words)).toEqual(['严禁下列行为'])
    expect(limitsOf(find(plan, '接受监督'), plan).heads).toEqual([])
  })

  it('finds the condition in front and the exception behind', () => {
    expect(limitsOf(find(plan, '暂停门诊'), plan).parts.map(words)).toEqual(['如遇重大疫情', '暂停门诊'])
    expect(limitsOf(find(plan, '各站配备监护仪2台'), plan).parts.map(words)).toEqual([
      '各站配备监护仪2台，新建站点除外',
    ])
  })

  it('takes a deed of its own for no condition', () => {
    expect(limitsOf(find(plan, '达标比例达到40%'), plan).parts.map(words)).toEqual(['达标比例达到40%'])
  })

  it('finds the later sentence that takes back the one in front of it', () => {
    const found = limitsOf(find(plan, '新建库房1座'), plan).withdrawal
    expect(found === null ? null : words(found)).toBe('该项目已终止')
  })
})

describe('a quotation', () => {
  const verdict = (text: string, ...parts: readonly string[]) =>
    prove({ text, spans: parts.map((part) => find(plan, part)) }, corpus).verdict

  it('may stand with what limits it', () => {
    expect(verdict('严禁下列行为：分解收费。', '严禁下列行为', '分解收费')).toBe('quoted')
    expect(verdict('新建库房1座……该项目已终止。', '新建库房1座', '该项目已终止')).toBe('quoted')
  })

  it('may not stand with what leads over to something else, or takes back something else', () => {
    expect(verdict('做好以下工作：接受监督。', '做好以下工作', '接受监督')).toBe('unproven')
    expect(verdict('严禁下列行为：公示价格。', '严禁下列行为', '公示价格')).toBe('unproven')
    expect(verdict('暂停门诊……该项目已终止。', '暂停门诊', '该项目已终止')).toBe('unproven')
  })
})

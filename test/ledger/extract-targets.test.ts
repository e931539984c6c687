import { describe, expect, it } from 'vitest'
import { normalisedView } from '../../src/corpus/index.ts'
import { extractTargets } from '../../src/ledger/index.ts'
import { readText } from '../reader.ts'
import { brief, rowsOf } from './sentence-rows.ts'

describe('figures', () => {
  it('reads a word said over and over as soon as any other', () => {
    expect(brief(`床位${'达到'.repeat(60)}甲3张。`)).toHaveLength(1)
  })

  it.each([
    ['医疗服务收入占比达33.5%以上。', ['医疗服务收入占比 >= 33.5 %']],
    ['婴儿死亡率控制在8.5‰以下。', ['婴儿死亡率 <= 8.5 ‰']],
    ['孕产妇死亡率降至13/10万以下。', ['孕产妇死亡率 <= 13 /10万']],
    ['新增医疗床位1.2万张。', ['新增医疗床位 = 1.2 万张']],
    ['完成改造床位1,200张。', ['完成改造床位 = 1200 张']],
    ['开展急救培训5万人次。', ['开展急救培训 = 5 万人次']],
    ['平均候诊不超过25分钟。', ['平均候诊 <= 25 分钟']],
    ['给予每人2万元至5万元奖励。', ['给予每人奖励 range 2 5 万元']],
    ['选取3-5个重点学科。', ['选取重点学科 range 3 5 个']],
    ['互联网医院门诊量占8%左右。', ['互联网医院门诊量 about 8 %']],
    ['医护比达到1:1.25。', ['医护比 = 1.25 1:']],
    ['抗菌药物使用强度控制在38以内。', ['抗菌药物使用强度 <= 38']],
    ['物资储备满足不低于一个月运转需要。', ['物资储备 >= 1 个月']],
    ['三成以上县级医院达到三级水平。', ['县级医院达到三级水平 >= 3 成']],
    ['半数以上乡镇卫生院达到推荐标准。', ['乡镇卫生院达到推荐标准 >= 50 %']],
    ['费用增幅控制在百分之六点五以下。', ['费用增幅 <= 6.5 %']],
    ['每个县至少建成1所托育中心。', ['建成托育中心 >= 1 所']],
    ['人均预期寿命达到79.2岁。', ['人均预期寿命 = 79.2 岁']],
  ])('reads %s', (sentence, expected) => {
    expect(brief(sentence)).toEqual(expected)
  })

  it('keeps who is to have each in the scope', () => {
    const rows = rowsOf('每个县至少建成1所托育中心。每个乡镇卫生院配备2名全科医生、1名公卫医师。')
    expect(rows.map(({ scope }) => scope)).toEqual(['每个县', '每个乡镇卫生院', '每个乡镇卫生院'])
  })

  it('keeps what an increase is measured against and what bounds it', () => {
    const [row] = rowsOf('较上年度提高全民健康素养水平1%以上。')
    expect(row).toMatchObject({ indicator: '全民健康素养水平', comparator: 'increase_by', bound: '>=' })
    expect(row).toMatchObject({ value: 1, unit: '%', base: '较上年度' })
  })

  it('never turns percentage points into per cent', () => {
    expect(brief('市域外转率力争下降1.5个百分点。')).toEqual(['市域外转率 decrease_by 1.5 个百分点'])
    expect(rowsOf('市域外转率力争下降1.5个百分点。')[0]?.hedge).toBe('力争')
  })

  it('gives scaled values in the plain unit too', () => {
    expect(rowsOf('新增床位1.2万张。')[0]?.plain).toEqual({ value: 12000, valueTo: null, unit: '张' })
    expect(rowsOf('三成以上医院达标。')[0]?.plain).toEqual({ value: 30, valueTo: null, unit: '%' })
  })

  it('leaves a broken or lost number without a value', () => {
    expect(rowsOf('投放除颤仪 12 0台。')[0]).toMatchObject({ figure: '12 0', value: null, unit: '台' })
    expect(rowsOf('新增医养结合床位 张。')[0]).toMatchObject({ figure: '', value: null, unit: '张' })
  })
})

describe('pairs and lists', () => {
  it.each([
    ['A、B覆盖率分别达到50%、70%以上。', ['A覆盖率 >= 50 %', 'B覆盖率 >= 70 %']],
    [
      '每千常住人口执业(助理)医师数、注册护士数分别达到4.3人和4.5人。',
      ['每千常住人口执业(助理)医师数 = 4.3 人', '每千常住人口注册护士数 = 4.5 人'],
    ],
    [
      '基层医疗机构、二级医院、三级医院基本药物品种配备比例分别不低于90%、80%、60%。',
      [
        '基层医疗机构基本药物品种配备比例 >= 90 %',
        '二级医院基本药物品种配备比例 >= 80 %',
        '三级医院基本药物品种配备比例 >= 60 %',
      ],
    ],
    [
      '力争引进高端人才3名、高层次人才20名、高级专家100名。',
      ['引进高端人才 = 3 名', '引进高层次人才 = 20 名', '引进高级专家 = 100 名'],
    ],
    ['新增托位1270个(其中普惠托位762个)。', ['新增托位 = 1270 个', '新增普惠托位 = 762 个']],
    ['打造80个国医馆和10个国药坊。', ['打造国医馆 = 80 个', '打造国药坊 = 10 个']],
    [
      '建成2-3个检测能力不低于5万管/日的检测基地。',
      ['建成检测基地 range 2 3 个', '检测基地检测能力 >= 5 万管/日'],
    ],
  ])('splits %s', (sentence, expected) => {
    expect(brief(sentence)).toEqual(expected)
  })
})

describe('what is no target', () => {
  it.each([
    '深入学习贯彻党的十九届六中全会精神。',
    '实施健康知识普及、合理膳食五个行动计划。',
    '推进16项健康行动落实。',
    '做优做强“一网两微”平台。',
    '提升12345民生热线办理水平。',
    '落实省委28条办法。',
    '做好60岁以上老年人接种工作。',
    '推广5G智慧医疗新产品、360度全方位诊疗。',
    '落实《关于2022年重点任务的意见》。',
    '深化党支部标准化建设三年行动计划。',
    '推动建立健全突发事件应急机制。',
  ])('leaves out %s', (sentence) => {
    expect(brief(sentence)).toEqual([])
  })

  it('leaves out results of an earlier time', () => {
    const text =
      '某市2026—2030年卫生规划\n\n一、发展基础\n\n每千人口床位数达到6.9张。\n\n二、主要目标\n\n“十四五”期间，签约率达到60%。到2030年，签约率达到80%。\n'
    const document = readText(text)
    const rows = extractTargets(document, normalisedView(text))
    expect(rows.map(({ value, deadlineYear }) => [value, deadlineYear])).toEqual([[80, 2030]])
  })

  it('leaves out who is meant and keeps what is asked of them', () => {
    expect(brief('资产负债率高于60%的医院下降5个百分点。')).toEqual([
      '资产负债率高于60%的医院 decrease_by 5 个百分点',
    ])
  })
})

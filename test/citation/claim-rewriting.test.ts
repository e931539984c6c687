import { describe, expect, it } from 'vitest'
import { handPairs } from '../../evals/proof/hand-pairs.ts'
import { scoreOf } from '../../evals/proof/score.ts'
import { checkClaim, prepareEvidence } from '../../src/citation/index.ts'

const PLAN = prepareEvidence({
  title: '2022年卫生健康工作要点',
  jurisdiction: '临江市',
  years: [2022, 2022],
  text: [
    '加强资源配置。全市新增三级医院3家，到2025年，全市三级医院总数达到35家以上。',
    '60岁以上老年人、孕产妇、儿童接种率分别达到95%、90%、85%以上。',
    '医疗机构不得拒收患者，每年应当接受不少于20学时的培训。全市医疗收入90亿元，同比增长5%。',
    '由市卫生健康委牵头，对村医开展培训。禁止任何单位和个人涂改病历。',
  ].join('\n'),
})

const verdictOf = (text: string) => checkClaim(text, [PLAN]).verdict

describe('a sentence as a writer or a model would word it', () => {
  it.each([
    ['the place and the year of the document', '临江市2022年计划新增三级医院3家。'],
    ['this place', '该市新增三级医院3家。'],
    ['who says so', '该市提出，新增三级医院3家。'],
    ['the document', '根据《2022年卫生健康工作要点》，全市新增三级医院3家。'],
    ['the document in short', '临江市2022年卫生健康工作要点明确，新增三级医院3家。'],
    ['a year ahead', '到2025年，临江市三级医院总数达到35家以上。'],
    ['one item of several with figures of their own', '孕产妇接种率达到90%以上。'],
    ['the subject of an earlier clause', '医疗机构每年应接受至少20学时的培训。'],
    ['a rate with what it is a rate of', '全市医疗收入同比增长5%。'],
    ['a duty turned round', '任何单位和个人不得涂改病历。'],
    ['no marker of who does it', '市卫生健康委牵头，对村医开展培训。'],
    ['a list in another order', '儿童、孕产妇接种率达到85%以上。', 'unproven'],
  ])('is judged with %s', (_, text, verdict = 'proven') => {
    expect(verdictOf(text)).toBe(verdict)
  })

  it.each([
    '临江市2023年计划新增三级医院3家。',
    '澄江市2022年计划新增三级医院3家。',
    '该省新增三级医院3家。',
    '儿童接种率达到95%以上。',
    '孕产妇、60岁以上老年人、儿童接种率分别达到95%、90%、85%以上。',
    '医疗机构每年可以接受不少于20学时的培训。',
    '医疗机构每年应当接受培训。',
    '三级医院总数同比增长5%。',
    '任何单位和个人可以涂改病历。',
    '《临江市2021年卫生健康工作要点》提出，新增三级医院3家。',
  ])('is not accepted with other facts: %s', (text) => {
    expect(['unproven', 'contradicted']).toContain(verdictOf(text))
  })
})

describe('claims written by hand over other genres', () => {
  it('are told apart, and none of a false kind passes often', () => {
    const judged = handPairs()
      .filter((_, at) => at % 4 === 0)
      .map((claim) => {
        const { verdict } = checkClaim(claim.text, claim.evidence.map(prepareEvidence))
        return { claim, isAccepted: verdict === 'quoted' || verdict === 'proven' }
      })
    const score = scoreOf(judged)
    expect(score.balancedAccuracy).toBeGreaterThanOrEqual(0.92)
    for (const [kind, { right, of }] of Object.entries(score.byKind))
      if (kind !== 'rewritten') expect(right / of, kind).toBeGreaterThanOrEqual(0.95)
  })
})

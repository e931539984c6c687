import { describe, expect, it } from 'vitest'
import { checkClaim, prepareEvidence } from '../../src/citation/index.ts'

const evidence = [
  prepareEvidence({
    title: '临水市应急预案',
    text: '造成3人以上10人以下死亡，或者直接经济损失1000万元以上5000万元以下的，为较大事故。当江河水位达到警戒水位或24小时降雨量超过100毫米时，市防指启动Ⅲ级响应；当降雨量超过200毫米时，启动Ⅱ级响应。除抢险，或者救护的外，不得进入隔离区。发生火情且风力超过6级，或者过火面积超过20公顷的，由县指挥部启动三级响应。单位提前三十日通知职工，可以变更合同。目前已有超过200个小区、约30个商铺设置回收箱。',
  }),
]
const isAccepted = (claim: string) => ['quoted', 'proven'].includes(checkClaim(claim, evidence).verdict)

describe('one of several cases', () => {
  it.each([
    '造成3人以上10人以下死亡的，为较大事故',
    '直接经济损失1000万元以上5000万元以下的，为较大事故',
    '24小时降雨量超过100毫米时，临水市防指启动Ⅲ级响应',
    '当江河水位达到警戒水位时，市防指启动Ⅲ级响应',
    '过火面积超过20公顷的，由县指挥部启动三级响应',
    '约30个商铺设置回收箱',
  ])('is enough: %s', (claim) => {
    expect(isAccepted(claim)).toBe(true)
  })

  it.each([
    '发生火情的，由县指挥部启动三级响应',
    '当江河水位达到警戒水位时，启动Ⅱ级响应',
    '24小时降雨量超过200毫米时，市防指启动Ⅲ级响应',
    '市防指启动Ⅲ级响应',
    '除抢险外，不得进入隔离区',
    '临水县防指启动Ⅲ级响应',
    '单位可以变更合同',
    '超过200个商铺设置回收箱',
  ])('is neither another case nor half of one: %s', (claim) => {
    expect(isAccepted(claim)).toBe(false)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../../src/answer/index.ts'
import { ask } from '../../src/answer/index.ts'
import { resolveFollowUp } from '../../src/conversation/index.ts'
import { deskOver } from '../desk.ts'

const SUINING = `遂宁市卫生健康委员会2024年工作要点
2024年全市卫生健康工作的总体要求是：坚持预防为主，加快补齐短板，守护群众健康。
一、攻坚任务
（一）推进中医药发展
新建中医馆12个，中医门诊量占比达到35%。
（二）推进托育服务
新增托位600个，每千人口托位数达到4.2个。
二、重点工作
（一）加强急救能力
配备救护车8辆。改建县人民医院住院楼。
（二）加强人才队伍
招聘硕士以上人才90名。
（三）加强医院建设
新建市第三医院。支持社会力量新建眼科医院。强化医院作风建设。
`
const SUINING_LONG = `遂宁市健康服务能力提升三年行动计划（2023—2025年）
一、指导思想
以人民健康为中心，统筹城乡资源。
二、工作目标
到2025年，全市医疗床位达到2.4万张，医师数达到1.1万人。
三、主要任务
（一）扩容提质
新建医院3家。
`
const NEIJIANG = `内江市卫生健康委员会2024年工作要点
一、加强基层服务
基层诊疗人次占比达到62%。
二、发展中医药
建成旗舰中医馆5个。
`

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({ 'a.txt': SUINING, 'b.txt': SUINING_LONG, 'c.txt': NEIJIANG })
})

const textsOf = (answer: Answer) =>
  answer.kind === 'answered' ? answer.sentences.map(({ text }) => text) : [`refused: ${answer.reason}`]

describe('a question about a plan as a whole', () => {
  it.each([
    '遂宁2024年工作要点有哪些指标',
    '列一下遂宁2024年工作要点的量化目标',
    '遂宁2024年工作要点的目标有哪些',
  ])('%s is answered with every figure, in the order of the plan, and their number', async (question) => {
    const answer = await ask(question, {}, desk)
    expect(textsOf(answer)).toEqual([
      '新建中医馆12个。',
      '中医门诊量占比达到35%。',
      '新增托位600个。',
      '每千人口托位数达到4.2个。',
      '配备救护车8辆。',
      '招聘硕士以上人才90名。',
    ])
    expect(answer).toMatchObject({ lead: '原文中写有数值的目标共读出6处：' })
  })

  it('is answered with the figures of one field, of every place', async () => {
    const answer = await ask('2024年各市中医药有哪些指标', {}, desk)
    expect(textsOf(answer).toSorted()).toEqual([
      '内江市2024年：建成旗舰中医馆5个。',
      '遂宁市2024年：中医门诊量占比达到35%。',
      '遂宁市2024年：新建中医馆12个。',
    ])
  })

  it('asked for the value of one indicator gives that one', async () => {
    expect(textsOf(await ask('遂宁2024年每千人口托位数指标是多少', {}, desk)).join()).toContain('4.2个')
    expect(textsOf(await ask('遂宁2024年每千人口托位数指标是多少', {}, desk))).toHaveLength(1)
  })

  it('keeps to the part of that name where the plan has one', async () => {
    const answer = await ask('遂宁三年行动计划的工作目标有哪些', {}, desk)
    expect(textsOf(answer)).toEqual(['到2025年，全市医疗床位达到2.4万张，医师数达到1.1万人。'])
  })

  it('finds the guiding thought under its heading or in its sentence', async () => {
    expect(textsOf(await ask('遂宁2024年卫生健康工作的总体要求是什么', {}, desk)).join()).toContain(
      '加快补齐短板，守护群众健康',
    )
    expect(textsOf(await ask('遂宁三年行动计划的指导思想', {}, desk)).join()).toContain('统筹城乡资源')
    const none = await ask('内江2024年的总体要求是什么', {}, desk)
    expect(textsOf(none).join()).not.toContain('旗舰')
  })

  it('counts what stands under the heading that is named, though a longer plan covers the year too', async () => {
    const texts = textsOf(await ask('遂宁2024年重点工作一共有多少项', {}, desk))
    expect(texts).toHaveLength(4)
    expect(texts.at(-1)).toContain('共3项')
  })

  it.each(['遂宁2024年有哪些量化目标', '遂宁2024年要做的事有哪些', '遂宁2024年有多少项工作'])(
    '%s leans on nothing that was asked before',
    (question) => {
      const turn = {
        question: '内江2024年旗舰中医馆建多少个',
        understood: '内江2024年旗舰中医馆建多少个',
        answerId: 'a',
        againOf: null,
        askedAt: '2026-01-01T00:00:00Z',
      }
      expect(resolveFollowUp(question, [], desk.catalogue).kind).toBe('complete')
      expect(resolveFollowUp(question, [turn], desk.catalogue).kind).toBe('complete')
    },
  )
})

describe('a list', () => {
  it('holds what the plan says in its other sentences too', async () => {
    const texts = textsOf(await ask('遂宁2024年要新建哪些医院', {}, desk)).join('\n')
    expect(texts).toContain('新建市第三医院')
    expect(texts).toContain('新建眼科医院')
    expect(texts).not.toContain('作风')
  })
})

describe('a comparison that asks who is ahead', () => {
  it('looks for the figure and not for a person', async () => {
    const answer = await ask('遂宁和内江2024年谁的中医馆多', {}, desk)
    expect(textsOf(answer).join('\n')).toMatch(/12个[\s\S]*5个/u)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../../src/answer/index.ts'
import { ask } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

const ACTION = `汉源县基层卫生三年行动方案(2024-2026年)
一、主要任务
(一)设施达标。三年改造乡镇卫生院9所,总投资2.4亿元,其中2024年实施富林、九襄、乌斯河3所,投资7000万元;2025年实施皇木、马烈、宜东3所,投资9000万元;2026年实施大树、唐家、顺河3所,投资8000万元。
(二)医院迁建。县人民医院迁建项目总投资5亿元,分三年实施,2024年、2025年、2026年分别完成投资1亿元、2.5亿元、1.5亿元。
(三)透析服务。设置血液透析机20台。县域内住院率2024年88%、2025年89%、2026年90%。
二、保障措施
三年总投入8亿元,其中县财政3亿元、专项债4亿元、上级资金1亿元。
`
const ANNUAL = `荥经县卫生健康局2024年工作要点
2024年全县卫生健康工作的总体安排是“三大突破”。
一、推进体制改革
持续深化改革。
二、实现人才建设大突破
引进人才12名。
三、实现学科建设大突破
建设专科2个。
四、实现数字化大突破
建成平台1个。
`

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({ 'a.txt': ACTION, 'b.txt': ANNUAL })
})

async function said(question: string): Promise<string> {
  const answer: Answer = await ask(question, {}, desk)
  return answer.kind === 'answered'
    ? answer.sentences.map(({ text }) => text).join('\n')
    : `refused: ${answer.reason}`
}

describe('what one year brings of a thing named before', () => {
  it('is found behind the semicolons of its row', async () => {
    expect(await said('汉源25年要改造哪三家乡镇卫生院')).toContain('2025年实施皇木、马烈、宜东3所')
  })

  it('is found where several years share one verb', async () => {
    expect(await said('汉源25年县人民医院迁建要投多少钱')).toContain('分别完成投资1亿元、2.5亿元、1.5亿元')
  })
})

describe('a whole', () => {
  it.each(['汉源三年8个亿从哪几块来，各多少', '汉源三年总投入8亿元，各块资金加起来对得上吗'])(
    'is told with its parts where they are asked for: %s',
    async (question) => {
      expect(await said(question)).toContain('其中县财政3亿元、专项债4亿元、上级资金1亿元')
    },
  )

  it('that a slogan counts is the headings that hold its word', async () => {
    const text = await said('荥经24年的“三大突破”是哪三个')
    for (const part of ['人才建设', '学科建设', '数字化']) expect(text).toContain(part)
    expect(text).not.toContain('体制改革')
  })

  it('of so many aspects is the outline', async () => {
    expect(await said('荥经24年工作要点四个方面都是哪些')).toContain('推进体制改革')
  })
})

describe('how a question is put', () => {
  it('takes 有没有讲 for the asking and not for a part of what is asked', async () => {
    expect(await said('汉源方案有没有讲血透')).toContain('血液透析机20台')
  })

  it('takes 走法 for the asking, and 县域 for a word of its own', async () => {
    expect(await said('汉源县域内住院率三年咋个走法')).toContain('2024年88%、2025年89%、2026年90%')
  })
})

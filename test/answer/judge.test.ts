import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../../src/answer/index.ts'
import { ask } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

const PLAN = `乐山市卫生健康委员会2023年工作要点
一、提升服务能力
1.加强基层建设。全市建成社区医院6家,新购救护车12辆。对30所村卫生室开展规范化改造,每所补助2.5万元。
2.壮大人才队伍。公开招聘卫生专业技术人员90人。每千常住人口执业(助理)医师数达到3.1人。
3.完善托育服务。每千人口托位数达到3.4个。公立医院门诊、住院次均费用增幅分别控制在5%、4%以内。
`
const TOWN = `石桥镇位于青山县东部，面积86平方千米，镇政府驻柳湾村。明代在此设驿站，因河上有一座三孔石桥而得名。
石桥由工匠陈世安主持修建，桥长42米，以当地青石砌成。20世纪60年代公路通车后，石桥停止通行车辆。
`
const REPORT = `2023年乐山市政府工作报告
一、2022年工作回顾
城镇新增就业4.2万人。犍为县城镇新增就业0.3万人。
二、2023年主要目标
城镇新增就业4.5万人以上。
`

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({ 'plan.txt': PLAN, 'town.txt': TOWN, 'report.txt': REPORT })
})

function textsOf(answer: Answer): string {
  return answer.kind === 'answered' ? answer.sentences.map(({ text }) => text).join('\n') : 'refused'
}
const asked = async (question: string, file?: string) => {
  const named = [...desk.corpus.documents.values()].filter(({ document }) => document.file === file)
  const documentIds = named.map(({ document }) => document.id)
  return textsOf(await ask(question, file === undefined ? {} : { documentIds }, desk))
}

describe('everyday wording', () => {
  it.each([
    ['乐山2023年救护车要添多少辆新的啊', '12辆'],
    ['乐山2023年招大夫护士啥的得招多少人？', '90人'],
    ['乐山2023年一千个人能摊上几个托班位子', '3.4个'],
    ['乐山2023年村卫生室改造每所补多少钱', '2.5万元'],
    ['乐山2023年千人医师数要到几人', '3.1人'],
  ])('of %s is understood', async (question, figure) => {
    expect(await asked(question, 'plan.txt')).toContain(figure)
  })

  it.each([
    '乐山2023年公立医院药占比要控制在多少',
    '乐山2023年每千人护士数要达到几人',
    '乐山2023年救护车要花多少万元',
  ])('does not let %s be answered by a neighbour', async (question) => {
    expect(await asked(question, 'plan.txt')).toBe('refused')
  })
})

describe('a name that stands nowhere', () => {
  it.each([
    '乐山2023年要给多少所诊所做规范化改造',
    '乐山2023年社区养老院要建成几家',
    '乐山2023年公开招聘营养师多少人',
    '乐山2023年公立医院门诊次均罚款增幅控制在多少',
    '乐山2023年示范村卫生室改造几所',
  ])('makes %s another question', async (question) => {
    expect(await asked(question, 'plan.txt')).toBe('refused')
  })

  it.each([
    ['乐山2023年一共得掏钱给多少所村卫生室做规范化改造', '30所'],
    ['乐山2023年新装的救护车打算弄到多少辆', '12辆'],
  ])('is not seen in the everyday words of %s', async (question, figure) => {
    expect(await asked(question, 'plan.txt')).toContain(figure)
  })
})

describe('a name that is cut short', () => {
  const SHORT = `乐山市卫生健康委员会2023年工作要点
一、推进项目建设
市中心医院外科综合楼9月底前主体结顶,完成年度投资2.6亿元。市精神卫生中心新院区5月启用,开放床位300张。
二、减轻负担
开展适龄妇女免费宫颈癌检查6000人。住院费用按DRG付费的统筹基金支出占比不低于60%。
`
  it.each([
    ['乐山2023年市中心医院外科楼要投多少钱进去', '2.6亿元'],
    ['乐山2023年市精卫中心新院区几月份启用', '5月'],
    ['乐山2023年宫颈癌免费检查多少个妇女', '6000人'],
    ['乐山2023年按DRG付费的占统筹基金支出多少以上', '60%'],
  ])('in %s is found', async (question, figure) => {
    expect(textsOf(await ask(question, {}, await deskOver({ 'a.txt': SHORT })))).toContain(figure)
  })

  it('is no slip of the keyboard for a name of which two letters differ', async () => {
    const plan = `乐山市卫生健康委员会2023年工作要点
一、做好预防接种
为12000名65周岁以上老年人接种流感疫苗。
`
    const answer = await ask(
      '乐山2023年65岁以上老人接种乙肝疫苗多少名',
      {},
      await deskOver({ 'a.txt': plan }),
    )
    expect(answer.kind).toBe('refused')
  })
})

describe('running prose', () => {
  it('is quoted by the sentence, with what the whole text is about understood', async () => {
    expect(await asked('石桥镇的石桥是谁主持修建的？', 'town.txt')).toContain('陈世安')
    expect(await asked('石桥镇的名字是怎么来的？', 'town.txt')).toContain('因河上有一座三孔石桥而得名')
  })

  it('refuses what it does not say', async () => {
    expect(await asked('石桥镇的常住人口是多少？', 'town.txt')).toBe('refused')
  })
})

describe('a report', () => {
  it('tells the result of the year its heading names, of the city and not of a district', async () => {
    expect(await asked('乐山2022年城镇新增就业多少人？', 'report.txt')).toContain('4.2万人')
  })

  it('tells the target where a target is asked for', async () => {
    expect(await asked('乐山2023年城镇新增就业的目标是多少？', 'report.txt')).toContain('4.5万人')
  })
})

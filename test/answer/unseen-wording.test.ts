import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../../src/answer/index.ts'
import { ask } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

const LESHAN = `乐山市卫生健康委员会2023年工作要点
一、提升服务能力
1.加强急救。更新救护车6辆，城区急救平均反应时间控制在12分钟以内。三级医院开设照护病区12个。
2.推进项目建设。对42所村卫生室开展规范化改造，每所补助3.5万元。
3.强化资金保障：财政三年累计安排补助资金6.3亿元。
二、做好公共卫生
4.防治癌症。适龄妇女“两癌”筛查1.5万人，健康驿站800间5月底前完成建设。
5.提升检测能力。6月底前建成城市核酸检测基地1个，全市日检测能力提高到3万份。检测结果反馈时间不超过12小时。
6.发展中医药。创建五级中医馆6个，县域内就诊率达到92%以上，医疗纠纷较上年下降10%。
7.加强签约。家庭医生签约服务重点人群覆盖率不低于82%，脱贫人口家庭医生签约服务全覆盖。
`
const YAAN = `雅安市健康知识普及三年行动方案（2023—2025年）
一、总体要求
坚持预防为主，把健康融入所有政策。
二、主要任务
（一）实施文化弘扬行动
1.保护传承。挖掘整理民间验方，完成资源普查。
2.宣传普及。推动健康文化进校园，每年举办活动30场。
（二）实施合理膳食与控烟行动
1.推进合理膳食。食堂营养员配备率达到80%。
2.加强控烟。推动公共场所控烟立法，规范戒烟门诊。
（三）实施全民健身行动
新建口袋公园24个。
三、保障措施
各地要加强督导。
`

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({ 'a.txt': LESHAN, 'b.txt': YAAN })
})

function told(answer: Answer): string {
  return answer.kind === 'answered'
    ? answer.sentences.map(({ text }) => text).join('\n')
    : `refused: ${answer.reason}`
}

describe('a question in words of its own', () => {
  it.each([
    ['乐山城区叫救护车平均几分钟到', '12分钟'],
    ['乐山2023年两癌筛多少人', '1.5万人'],
    ['乐山健康驿站要建好几间', '800间'],
    ['乐山一天能做多少份核酸', '3万份'],
    ['乐山核酸检测结果多久要出来', '12小时'],
    ['乐山改造一个村卫生室补多少', '3.5万元'],
    ['乐山三年一共给多少补助资金', '6.3亿元'],
    ['乐山县里就诊率要到多少', '92%'],
    ['乐山医疗纠纷比去年要降多少', '10%'],
    ['乐山救护车要换多少辆新的来着', '6辆'],
  ])('%s finds %s', async (question, figure) => {
    expect(told(await ask(question, {}, desk))).toContain(figure)
  })

  it.each([
    '乐山示范中医馆要建几个',
    '乐山家医续签率不能低于多少',
    '乐山要买几辆体检车',
    '乐山三级医院要几家',
    '乐山要招多少医生',
    '乐山基层就诊率要到多少',
  ])('%s is not answered with something alike', async (question) => {
    expect(told(await ask(question, {}, desk))).toMatch(/^refused/u)
  })

  it('is told which of its words the original does not say', async () => {
    const answer = await ask('乐山2023年要更新多少辆农村救护车？', {}, desk)
    const isRefused = answer.kind === 'refused'
    expect(isRefused ? answer.nearMisses[0]?.why : answer.lead).toContain('农村')
  })
})

describe('今年', () => {
  it('is the year of the newest plan of the place, and that is said', async () => {
    const answer = await ask('乐山今年要更新多少辆救护车', {}, desk)
    expect(answer.interpreted.years).toEqual([2023])
    expect(answer.interpreted.notes.join('')).toContain('乐山市')
    expect(told(answer)).toContain('6辆')
  })
})

describe('what a plan does', () => {
  it('is told by what stands under the heading, and not by headings alone', async () => {
    const text = told(await ask('雅安文化弘扬行动有啥内容', {}, desk))
    expect(text).toContain('验方')
    expect(text).toContain('进校园')
  })

  it('is looked for under the heading that speaks of nothing else', async () => {
    expect(told(await ask('雅安控烟有哪些举措', {}, desk))).toContain('立法')
  })

  it('as a whole is told with the tasks below 主要任务', async () => {
    const text = told(await ask('雅安方案大体讲了哪些方面', {}, desk))
    expect(text).toContain('全民健身行动')
    expect(text).toContain('保障措施')
  })

  it('is found by a shortened title', async () => {
    const answer = await ask('雅安知识普及行动方案新建几个口袋公园', {}, desk)
    expect(told(answer)).toContain('24个')
  })
})

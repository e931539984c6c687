import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../../src/answer/index.ts'
import { ask } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

const MIANZHU = `德阳市绵竹市卫生健康局2024年工作要点
一、提升服务能力
1.建强基层。新建乡镇卫生院9个，其中上半年完成4个。居民健康素养水平达到31%。
2.发展中医药。建设中医馆12个。投放AED260台，引进硕士14名。
3.远程医疗。远程影像乡镇覆盖率2024年达到85%、2025年达到97%。
二、加强监督
4.监督检查公共场所300户次。
5.投诉举报5个工作日内办结。
`
const WUYUAN = `婺源县基层卫生三年行动计划（2024—2026年）
一、主要目标
到2026年县域就诊率达到91%。
二、重点任务
（一）改善设施条件
三年建设重点专科30个，其中2024年8个、2025年10个、2026年12个。
（二）充实人才队伍
每个卫生院配备医师不少于6人。
（三）推进远程会诊
县医院会诊中心2024年启动、2025年投用。
三、保障机制
县政府每半年调度一次。
`

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({ 'a.txt': MIANZHU, 'b.txt': WUYUAN })
})

function told(answer: Answer): string {
  return answer.kind === 'answered'
    ? [...answer.sentences.map(({ text }) => text), ...answer.missing.map(({ note }) => note)].join('\n')
    : `refused: ${answer.reason}`
}

describe('another place or another kind of thing', () => {
  it.each([
    ['德阳市2024年居民健康素养水平要达到多少？', 'the city above the document’s own'],
    ['德阳2024年新建几个乡镇卫生院', 'the same by its short name'],
    ['全省2024年居民健康素养水平要达到多少？', 'a province that nothing is held of'],
    ['上饶市2026年县域就诊率达到多少', 'the city above a county'],
    ['绵竹2024年新建多少个村卫生室', 'a room, where clinics are counted'],
    ['绵竹2024年新建社区卫生服务站多少个', 'a station, where clinics are counted'],
    ['绵竹建设几个中医阁', 'a nook, where halls are counted'],
    ['绵竹到现在已经新建完了几家乡镇卫生院？', 'what came of it'],
    ['婺源至今配了几名医师？', 'what came of it, without a word for the end'],
    ['我该去绵竹的中医馆还是卫生院看病？', 'advice between two'],
  ])('refuses %s (%s)', async (question) => {
    expect(told(await ask(question, {}, desk))).toMatch(/^refused/u)
  })
})

describe('asking words, years and counts', () => {
  it.each([
    ['绵竹投诉举报多久要办完？', /5个工作日/u],
    ['绵竹除颤仪投放数量', /AED260台/u],
    ['绵竹2024年居民健康素养水平要达到多少？', /31%/u],
    ['全县2026年县域就诊率要达到多少？', /91%/u],
    ['婺源一家卫生院起码要配几名医师？', /不少于6人/u],
    ['婺源重点专科每年建的数目怎么变的？', /2024年8个、2025年10个、2026年12个/u],
    ['绵竹远程影像乡镇覆盖率2024年和2025年各要达到多少？', /85%(?:.|\n)*97%/u],
    ['婺源行动计划有几项重点任务？', /共3项/u],
    ['绵竹2024年要点一共列了几条工作？', /共5条/u],
    ['绵竹引进几名硕士，安家费给多少', /14名(?:.|\n)*没有找到“安家费”/u],
    ['婺源的基层三年行动大概讲了些什么，帮我捋一捋', /主要目标(?:.|\n)*保障机制/u],
  ])('%s', async (question, answer) => {
    expect(told(await ask(question, {}, desk))).toMatch(answer)
  })
})

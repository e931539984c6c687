import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Desk } from '../../src/answer/index.ts'
import { ask } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

const PLAN = `东坪县卫生健康局2023年工作要点

一、能力建设
（一）以下任务本年度不再执行：
1.新建康养中心二期。
2.新增重症床位60张。
（二）严禁下列行为：
1.擅自提高收费标准。
2.开具大处方。
（三）若疫情反弹，暂停门诊服务。
（四）各乡镇卫生院应配备救护车2辆，人口不足1万人的除外。
（五）家庭医生签约率达到75%，此项指标不再考核。
（六）据反映，部分卫生院存在虚报签约人数问题，经核实不属实。
（七）建设儿科楼。新建儿科楼1栋。该项目已终止。
（八）规范管理。禁止以下做法：出租科室；雇佣医托。
（九）新建卫生站3所，经县政府批准后实施。

二、取消以下收费项目
1.病历复印费20元。
2.挂号费5元。

三、扩大供给
1.新建托育园4所。
2.新建养护院6所。
以上任务暂缓实施。

四、困难和问题
（一）病房缺口200间。

五、备选项目
1.购置移动诊疗车9辆。
2.购置便携彩超3台。
`
const PARTS = `南溪县卫生健康局2023年工作要点

一、资源建设
（一）东院新增床位20张，西院新增床位35张，北院新增床位50张。
（二）上半年新增托位100个，下半年新增托位250个。
（三）三级医院平均住院日降至7天以内，二级医院平均住院日控制在9天以内。
（四）招聘医师15名，招聘护士40名。
（五）医疗机构不得出租科室。
（六）新增疫苗门诊3个。新增诊室6间、改造诊室4间。乡镇新增疫苗门诊30个。
`

let plan: Desk
let parts: Desk
beforeAll(async () => {
  plan = await deskOver({ 'a.txt': PLAN })
  parts = await deskOver({ 'b.txt': PARTS })
})

function texts(answer: Answer): readonly string[] {
  return answer.kind === 'answered'
    ? answer.sentences.map((sentence) => sentence.text)
    : [`refused: ${answer.reason}`]
}

describe('an item under a head that turns it round', () => {
  it.each([
    ['东坪县2023年新增重症床位多少张？', '以下任务本年度不再执行：新增重症床位60张。'],
    ['东坪县2023年要新建康养中心二期吗？', '以下任务本年度不再执行：新建康养中心二期。'],
    ['东坪县2023年可以擅自提高收费标准吗？', '严禁下列行为：擅自提高收费标准。'],
    ['东坪县2023年是否允许开具大处方？', '严禁下列行为：开具大处方。'],
    ['东坪县2023年可以雇佣医托吗？', '禁止以下做法：雇佣医托。'],
    ['东坪县2023年挂号费多少元？', '取消以下收费项目：挂号费5元。'],
    ['东坪县2023年病房缺口多少间？', '困难和问题：病房缺口200间。'],
    ['东坪县2023年购置移动诊疗车几辆？', '备选项目：购置移动诊疗车9辆。'],
  ])('is quoted with that head: %s', async (question, text) => {
    expect(texts(await ask(question, {}, plan))).toEqual([text])
  })

  it('keeps it in a list, which is counted all the same', async () => {
    expect(texts(await ask('东坪县2023年有哪些备选项目？', {}, plan))).toEqual([
      '备选项目：1.购置移动诊疗车9辆。',
      '备选项目：2.购置便携彩超3台。',
      '共2项：以上为原文“备选项目”之下的全部条目。',
    ])
  })
})

describe('what limits a clause', () => {
  it.each([
    ['东坪县2023年门诊服务怎么安排？', /若疫情反弹，暂停门诊服务。$/u],
    ['东坪县2023年每个卫生院配备几辆救护车？', /救护车2辆，人口不足1万人的除外。$/u],
    ['东坪县2023年家庭医生签约率要达到多少？', /达到75%，此项指标不再考核。$/u],
    ['东坪县2023年新建卫生站几所？', /3所，经县政府批准后实施。$/u],
    ['东坪县部分卫生院存在什么问题？', /据反映，部分卫生院存在虚报签约人数问题，经核实不属实。$/u],
    ['东坪县2023年新建儿科楼几栋？', /新建儿科楼1栋……该项目已终止。$/u],
    ['东坪县2023年新建养护院几所？', /新建养护院6所……以上任务暂缓实施。$/u],
    ['东坪县2023年新建托育园几所？', /新建托育园4所……以上任务暂缓实施。$/u],
  ])('is quoted with it: %s', async (question, text) => {
    expect(texts(await ask(question, {}, plan))[0]).toMatch(text)
  })
})

describe('one figure for each of several', () => {
  it('is given for all of them when the question names none', async () => {
    expect(texts(await ask('南溪县2023年新增床位多少张？', {}, parts))).toEqual([
      '东院新增床位20张，西院新增床位35张，北院新增床位50张。',
    ])
    expect(texts(await ask('南溪县2023年平均住院日要降到多少？', {}, parts))[0]).toMatch(/7天.*9天/u)
  })

  it('is given alone when the question names it', async () => {
    expect(texts(await ask('南溪县2023年西院新增床位多少张？', {}, parts))).toEqual(['西院新增床位35张。'])
  })

  it('is not added up with what the same clause says of another thing', async () => {
    expect(texts(await ask('南溪县2023年新增诊室一共多少间？', {}, parts)).join('')).not.toMatch(/10间/u)
  })

  it('is not joined by another sentence that says the same of another number', async () => {
    expect(texts(await ask('南溪县2023年新增疫苗门诊几个？', {}, parts))).toHaveLength(1)
  })

  it('is added up when the sum is asked for and the subjects are apart', async () => {
    const answer = await ask('南溪县2023年新增托位一共多少个？', {}, parts)
    expect(texts(answer).at(-1)).toBe('“100个”、“250个”，按原文数字相加为350个（100＋250＝350）。')
  })

  it('is not added up in silence when they may not be', async () => {
    const answer = await ask('南溪县2023年一共招聘多少名？', {}, parts)
    expect(texts(answer).join('')).toMatch(/医师15名.*护士40名/u)
    expect(answer.kind === 'answered' ? answer.lead : null).toBe('原文没有写明合计数，下面是原文的相关表述：')
  })
})

it('a letter that makes another noun of the one found is told', async () => {
  const answer = await ask('南溪县2023年招聘中医师多少名？', {}, parts)
  expect(answer.kind === 'answered' ? answer.lead : '').toMatch(/“中医师”/u)
})

it('several kinds of bodies asked for by number are not answered by a share', async () => {
  const answer = await ask('南溪县2023年三级医院、二级医院分别多少家？', {}, parts)
  expect(answer.kind).toBe('refused')
})

describe('a mention', () => {
  it.each(['有哪些城市提到托位', '有几个地方提到托位', '南溪县2023年有托位相关内容吗'])(
    'is found however it is asked for: %s',
    async (question) => {
      expect((await ask(question, {}, parts)).kind).toBe('answered')
    },
  )

  it('of what is forbidden answers whether it is allowed', async () => {
    expect(texts(await ask('南溪县2023年是否允许出租科室？', {}, parts))[0]).toMatch(/不得出租科室。$/u)
  })
})

it.each(['x', '青', '1', '\ufffd', '？', '12'])(
  '%j asks for nothing and is refused as unclear',
  async (text) => {
    expect(texts(await ask(text, {}, plan))).toEqual(['refused: unclear'])
  },
)

it('a table under such a head is not told cell by cell', async () => {
  const desk = await deskOver({
    'c.txt': '北渠县2023年卫生健康工作要点\n\n一、取消以下指标\n指标\t目标值\n体检覆盖率\t60%\n建档率\t85%\n',
  })
  const told = texts(await ask('北渠县2023年体检覆盖率的目标值是多少？', {}, desk)).join('')
  expect(told).toMatch(/^refused|取消以下指标/u)
})

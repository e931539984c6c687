import { describe, expect, it } from 'vitest'
import { verifyInCorpus } from '../../src/verification/index.ts'
import { deskOver } from '../desk.ts'

const items = (verb: string) =>
  Array.from(
    { length: 12 },
    (_, at) =>
      `（${'一二三四五六七八九十'[at] ?? `十${'一二'[at - 10]}`}）${verb}第${at + 1}批基层医疗卫生机构信息化设备，统一技术标准，完善管理制度，明确责任分工。`,
  ).join('\n')
const TEXT = `松河县卫生健康局2024年工作要点

一、2023年工作回顾
${items('更新')}
（十三）新增养老床位80张。

二、2024年目标
${items('采购')}
（十三）新增养老床位90张。

三、以下任务本年度不再执行：
${items('维修')}
（十三）新增重症床位60张。

四、任务分解
（一）平川镇
${Array.from({ length: 12 }, (_, at) => `${at + 1}.检查第${at + 1}批村卫生室药品储存条件，建立台账，限期整改，逐一销号。`).join('\n')}
13.新增托位30个。
`
const desk = await deskOver({ 'songhe.txt': TEXT })

async function verdictOf(claim: string) {
  const [sentence] = await verifyInCorpus(claim, {}, desk)
  return sentence?.verdict
}

describe('a sentence of a document far below its heading', () => {
  it.each([
    ['松河县2024年新增养老床位80张。'],
    ['松河县2024年新增重症床位60张。'],
    ['新增重症床位60张。'],
    ['松河县2024年新增托位30个。'],
  ])('stands under it still: %s', async (claim) => {
    expect(['unproven', 'contradicted']).toContain(await verdictOf(claim))
  })

  it('is proven where the heading bears it out', async () => {
    expect(await verdictOf('松河县2024年新增养老床位90张。')).toBe('proven')
  })
})

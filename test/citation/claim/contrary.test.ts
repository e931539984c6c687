import { describe, expect, it } from 'vitest'
import { verifyAgainst } from '../../../src/verification/index.ts'

const TITLE = '云溪省2023年生态环境与财政情况通报'

async function accepts(claim: string, text: string): Promise<boolean> {
  const sentences = await verifyAgainst(claim, [{ title: TITLE, text }])
  return sentences.every(({ verdict }) => verdict === 'quoted' || verdict === 'proven')
}

describe('a claim whose words all stand in the text', () => {
  it.each([
    ['集采节约的资金全部未用于薪酬调整。', '集采节约的资金尚未全部用于薪酬调整。'],
    ['大型、特大型灾害分别启动Ⅰ级、Ⅱ级响应。', '大型、特大型灾害分别启动Ⅱ级、Ⅰ级响应，由指挥长签发。'],
    ['乙市、甲市分别新增床位20张、30张。', '甲市、乙市分别新增床位20张、30张。'],
    ['甲市、乙市新增床位20张。', '甲市、乙市分别新增床位20张。'],
    ['2023年初，全市建成口袋公园30个。', '2023年初，确定新建口袋公园30个。截至12月底，建成口袋公园30个。'],
    [
      '中央一般公共预算支出2746亿元。',
      '全国一般公共预算支出2746亿元，增长5.4%。中央一般公共预算收入995亿元。',
    ],
    ['石峡市政府约谈了省生态环境厅。', '省生态环境厅已对石峡市政府进行约谈。'],
    [
      '州统计局局长岩光介绍，旅游总收入682亿元。',
      '州统计局局长岩光介绍，茶叶产量6.9万吨。州文旅局副局长玉兰介绍，全年接待游客538万人次；旅游总收入682亿元。',
    ],
    ['省医改办须于6月底前提交整改报告。', '省医改办要求，排名后两位的市须于6月底前提交整改报告。'],
  ])('is not proven where they say something else: %s', async (claim, text) => {
    expect(await accepts(claim, text)).toBe(false)
  })

  it.each([
    ['集采节约的资金没有全部用于薪酬调整。', '集采节约的资金尚未全部用于薪酬调整。'],
    ['试用期不得超六个月。', '试用期不得超过六个月。'],
    ['债务余额623.5亿元，未超651亿元限额。', '债务余额623.5亿元，未超过651亿元限额。'],
    ['甲市、乙市分别新增床位20张、30张。', '2023年，甲市、乙市分别新增床位20张、30张。'],
    ['截至12月底，建成口袋公园30个。', '2023年初，确定新建口袋公园30个。截至12月底，建成口袋公园30个。'],
    [
      '全国一般公共预算支出2746亿元。',
      '全国一般公共预算支出2746亿元，增长5.4%。中央一般公共预算收入995亿元。',
    ],
    ['省生态环境厅对石峡市政府进行了约谈。', '省生态环境厅已对石峡市政府进行约谈。'],
  ])('is proven where they say the same: %s', async (claim, text) => {
    expect(await accepts(claim, text)).toBe(true)
  })
})

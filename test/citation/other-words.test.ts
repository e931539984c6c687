import { describe, expect, it } from 'vitest'
import { checkClaim, prepareEvidence } from '../../src/citation/index.ts'

const TEXTS = {
  report: [
    '2025年云泽市人民政府工作报告',
    '去年，全市新增城镇就业5.2万人，改造老旧小区86个。今年，将新建公路30公里，力争粮食产量稳定在120万吨以上。',
  ],
  bulletin: [
    '云泽县2023年国民经济和社会发展统计公报',
    '全年粮食产量32.5万吨，比上年增长2.1%。居民人均可支配收入28640元，增长5.6%，其中农村居民人均可支配收入19350元，增长7.2%。全县城区优良天数318天，比上年增加11天，重污染天数2天，相邻的北川县重污染天数9天。',
  ],
  plan: [
    '云泽市“十四五”水利规划',
    '到2025年，全市自来水普及率达到97%。新建水库12座，灌溉面积达到80万亩。“十四五”期间，新增供水能力12亿立方米。展望2035年，人均用水量比2020年下降一成。',
  ],
  notice: [
    '关于做好2024年森林防火工作的通知',
    '各县区要在3月底前完成隐患排查。森林火险等级达到四级或者连续10天无降雨时，市林业局发布禁火令。原则上每年开展演练两次，但遇重大灾情的除外。购物占总支出的48%。不得在林区吸烟或者燃放烟花。',
  ],
  rules: [
    '云泽省城市供水条例',
    '供水单位应当每季度检测一次水质。因施工需要停水的，供水单位应当提前二十四小时通知用户。擅自改装设施的，由供水主管部门处二千元以上二万元以下罚款。本条例自2022年5月1日起施行。',
  ],
  press: [
    '云泽市首届农博会开幕（新闻通稿）',
    '9月12日，云泽市首届农博会开幕，现场签约项目23个，因设备被盗导致5个展位停用，王海介绍，三分之一的展位由外地企业承租。',
  ],
} as const

function isAccepted(name: keyof typeof TEXTS, claim: string): boolean {
  const [title, text] = TEXTS[name]
  return /^(?:quoted|proven)$/u.test(checkClaim(claim, [prepareEvidence({ title, text })]).verdict)
}

/** A rewording, and a claim of the same shape that the text does not bear out. */
const TWINS: readonly (readonly [keyof typeof TEXTS, string, string])[] = [
  ['report', '2024年云泽市新增城镇就业5.2万人。', '2025年云泽市新增城镇就业5.2万人。'],
  ['report', '2025年云泽市将新建公路30公里。', '2025年云泽市已新建公路30公里。'],
  ['bulletin', '2023年云泽县粮食产量比2022年增长2.1%。', '2023年云泽县粮食产量比2021年增长2.1%。'],
  [
    'bulletin',
    '与2022年相比，2023年云泽县粮食产量增长2.1%。',
    '与2022年相比，2023年云泽县粮食产量下降2.1%。',
  ],
  ['bulletin', '19350元是农村居民人均可支配收入。', '28640元是农村居民人均可支配收入。'],
  ['bulletin', '2023年云泽县城区重污染天数2天。', '2023年云泽县城区重污染天数9天。'],
  ['plan', '2021—2025年，云泽市新增供水能力12亿立方米。', '2021—2026年，云泽市新增供水能力12亿立方米。'],
  [
    'plan',
    '自来水普及率达到97%，这是云泽市到2025年的目标。',
    '自来水普及率达到97%，这是云泽市到2024年的目标。',
  ],
  ['notice', '各县区要在2024年3月底前完成隐患排查。', '各县区要在2024年4月底前完成隐患排查。'],
  ['notice', '各县区要在3月底前完成隐患排查。', '各县区要完成隐患排查。'],
  ['notice', '连续10天无降雨时，市林业局发布禁火令。', '市林业局发布禁火令。'],
  ['notice', '原则上每年开展两次演练。', '每年必须开展两次演练。'],
  ['notice', '总支出中，购物所占比重为48%。', '总支出中，购物所占比重为84%。'],
  ['notice', '不得在林区吸烟。', '可以在林区吸烟。'],
  ['rules', '供水单位应每季度检测一次水质。', '供水单位应由水质每季度检测一次。'],
  [
    'rules',
    '供水单位因施工需要停水的，应当提前24小时通知用户。',
    '供水单位因检修需要停水的，应当提前24小时通知用户。',
  ],
  ['rules', '擅自改装设施的，处2000元至20000元罚款。', '擅自改装设施的，处2000元至50000元罚款。'],
  [
    'rules',
    '自2022年5月1日起，《云泽省城市供水条例》施行。',
    '自2023年5月1日起，《云泽省城市供水条例》施行。',
  ],
  ['press', '现场签约23个项目。', '现场约签23个展位。'],
  ['press', '云泽市首届农博会于9月12日开幕。', '云泽市首届农博会于9月2日开幕。'],
  ['press', '据王海介绍，1/3的展位由外地企业承租。', '据王海介绍，2/3的展位由外地企业承租。'],
]

describe('other words for what a text says', () => {
  it.each(TWINS)('are accepted of the %s: %s', (name, claim) => expect(isAccepted(name, claim)).toBe(true))
  it.each(TWINS)('and not with another fact, in the same shape (%s, %s): %s', (name, _, twin) =>
    expect(isAccepted(name, twin)).toBe(false),
  )
})

/** An original, and what it does not say though all words of it stand there or nearly so. */
const DROPPED: readonly (readonly [string, string])[] = [
  ['推进人事管理信息化。', '推进信息化水平。'],
  ['推进清廉学校建设。', '推进清廉建设。'],
  ['加快老旧小区燃气管道改造。', '加快老旧小区改造。'],
  ['支持科技型中小企业发展。', '支持中小企业发展。'],
  ['降低企业、居民用电负担。', '降低企业。'],
  ['限制企业向河道排污。', '限制企业。'],
  ['打击企业以虚假材料骗补。', '打击企业。'],
  ['市水务局开展检查3次。', '对市水务局开展检查3次。'],
  ['对物业企业处罚30次。', '由物业企业处罚30次。'],
  ['对养老机构开展信用评价。', '养老机构开展信用评价。'],
  ['市民政局对养老机构开展检查。', '养老机构对市民政局开展检查。'],
  ['组织开展企业培训。', '组织开展企业人员培训。'],
  ['新增高新技术企业300家。', '新增认定高新技术企业300家。'],
  ['扩大医疗保险覆盖面。', '扩大医疗保险单位覆盖面。'],
]
/** Words that look alike and tell two facts apart. */
const APART =
  '验收/查验 抽查/抽检 监督/督导 查处/查办 责令整改/责令改正 执行/实施 组织实施/实施 采购/购买 虚报/谎报 征收税费/征收税款 治理污水/治理废水 失踪/失联 批准/核准 检测/检验 监测/监控 清理/清除 公开/公示 表彰/表扬 支持/鼓励 审核/审查 募集/筹集 疏通管道/疏通渠道'

describe('what a text does not say', () => {
  const isSaid = (text: string, claim: string) =>
    /^(?:quoted|proven)$/u.test(
      checkClaim(claim, [prepareEvidence({ title: '2025年云泽市工作报告', text })]).verdict,
    )
  it.each(DROPPED)('is not proven of %s: %s', (text, claim) => expect(isSaid(text, claim)).toBe(false))
  it.each(APART.split(' ').map((row) => row.split('/')))(
    'is not proven with another word, %s, %s',
    (one = '', other = '') => {
      expect(isSaid(`全年${one}相关项目30个。`, `全年${other}相关项目30个。`)).toBe(false)
      expect(isSaid(`全年${other}相关项目30个。`, `全年${one}相关项目30个。`)).toBe(false)
    },
  )
})

describe('a year', () => {
  it('that the place in front of a sentence names is a year of the sentence', () =>
    expect(isAccepted('bulletin', '云泽县2022年，粮食产量32.5万吨。')).toBe(false))
  it('of a rate without a date is not guessed in a report that looks back', () => {
    const [title, text] = ['2024年云泽市政府工作报告', '过去一年，全市出口额增长5%，比上年加快2个百分点。']
    const prepared = [prepareEvidence({ title, text })]
    expect(checkClaim('云泽市出口额比2023年增长5%。', prepared).verdict).not.toBe('proven')
  })
})

import { describe, expect, it } from 'vitest'
import { checkClaim, prepareEvidence } from '../../src/citation/index.ts'

const TEXTS = {
  press: [
    '临泽市口岸新增三条货运航线（新闻通稿）',
    '记者3月12日从临泽市口岸办获悉，临泽机场近日相继开通3条全货机航线。市交通局副局长林远表示，项目建成后旅行时间将由3小时20分钟缩短至1小时40分钟左右。会议要求，今年秸秆离田作业要在11月20日前完成。',
  ],
  rules: [
    '临泽省城镇燃气管理办法',
    '第十六条　燃气经营企业应当每年为居民用户至少提供一次免费入户安全检查。\n第十九条　餐饮经营者使用燃气的，应当安装燃气泄漏报警装置；居民用户可以自行选择安装。',
  ],
  law: ['中华人民共和国渡口管理法', '第 38 条　渡口经营者应当每年检查一次。'],
  audit: [
    '临泽市审计局关于城市更新专项审计调查结果的公告（2024年第2号）',
    '审计抽查项目63个、资金51.4亿元。主要问题：11个项目未批先建，4家平台公司多计工程款2376万元。',
  ],
  report: [
    '2024年临泽市政府工作报告',
    '过去一年，城镇新增就业5.2万人，城镇调查失业率平均为5.2%。今年发展主要预期目标是：地区生产总值增长5%左右；城镇新增就业6万人以上；粮食产量130万吨以上。今年要新建公路30公里。',
  ],
} as const

function isAccepted(name: keyof typeof TEXTS, claim: string): boolean {
  const [title, text] = TEXTS[name]
  return /^(?:quoted|proven)$/u.test(checkClaim(claim, [prepareEvidence({ title, text })]).verdict)
}

/** A claim that names who says it, and one that names another or puts other words into the mouth. */
const TWINS: readonly (readonly [keyof typeof TEXTS, string, string])[] = [
  [
    'press',
    '临泽市口岸办方面的消息称，临泽机场近日相继开通3条全货机航线。',
    '临泽市口岸办方面的消息称，项目建成后旅行时间将由3小时20分钟缩短至1小时40分钟左右。',
  ],
  [
    'press',
    '市交通局副局长林远介绍，项目建成后旅行时间将由200分钟缩短至100分钟左右。',
    '市交通局副局长林远介绍，项目建成后旅行时间将由210分钟缩短至100分钟左右。',
  ],
  [
    'press',
    '据市交通局介绍，项目建成后旅行时间将由3小时20分钟缩短至1小时40分钟左右。',
    '据市财政局介绍，项目建成后旅行时间将由3小时20分钟缩短至1小时40分钟左右。',
  ],
  [
    'press',
    '会议要求，今年秸秆离田作业要在11月20日前完成。',
    '会议通报，临泽机场近日相继开通3条全货机航线。',
  ],
  [
    'rules',
    '《临泽省城镇燃气管理办法》第十九条规定，居民用户可以自行选择安装。',
    '《临泽省城镇燃气管理办法》第十六条规定，居民用户可以自行选择安装。',
  ],
  [
    'law',
    '《渡口管理法》第三十八条规定，渡口经营者应当每年检查一次。',
    '《渡口管理法》第三十九条规定，渡口经营者应当每年检查一次。',
  ],
  [
    'audit',
    '临泽市审计局2024年第2号公告披露，11个项目未批先建。',
    '临泽市审计局2024年第3号公告披露，11个项目未批先建。',
  ],
  [
    'audit',
    '在临泽市审计局的公告中，审计抽查项目63个、资金51.4亿元。',
    '在临泽市财政局的公告中，审计抽查项目63个、资金51.4亿元。',
  ],
  ['report', '2024年的城镇新增就业预期目标是6万人以上。', '2024年的城镇新增就业预期目标是5.2万人。'],
  ['report', '今年粮食产量的预期目标是130万吨以上。', '今年新建公路的预期目标是30公里。'],
]

describe('who a claim says it is told by', () => {
  it.each(TWINS)('%s: is whom the text gives for these words: %s', (name, told, other) => {
    expect(isAccepted(name, told)).toBe(true)
    expect(isAccepted(name, other)).toBe(false)
  })
})

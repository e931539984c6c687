import { describe, expect, it } from 'vitest'
import { checkClaim, prepareEvidence } from '../../src/citation/index.ts'

const REPORT = prepareEvidence({
  title: '青川市2025年政府工作报告',
  text: '过去一年，新开工亿元以上项目168个，新增学位1.9万个。有关部门查处案件46件，继续推进老旧小区改造。高铁站房主体封顶，涉及资金3.2亿元。12条断头路全部打通。高铁站完成投资312亿元、增长9.4%。全市居民人均可支配收入超过省级目标。2025年预算收入预期增长5%，公务经费安排不高于上年。青川大道北段尚未开工，预计2026年启动施工准备。截至2024年12月31日，公办园在园幼儿占比达到62%。',
})
const RULES = prepareEvidence({
  title: '青川市住房公积金提取管理办法',
  text: '第三条　管理机构应当自受理公积金提取申请之日起二十日内作出公积金提取决定。任何单位和个人不得瞒报、缓报、谎报。第四条　事故单位应当在1小时内向主管部门报告。第五条　违反规定的，处一百元以上五百元以下罚款。除应急救援外，核心区内不得从事其他活动。第六条　市财政局要求，各区县须在6月底前提交账目。第七条　发放个人贷款9300笔。第八条　最高额度由50万元提高到60万元。春播期间，除国家减免外，农资车辆原则上优先放行。震后2小时内，县级政府应当上报灾情。',
})
const BULLETIN = prepareEvidence({
  title: '香港运输署：二〇二三年交通统计',
  text: '政府原定于二〇二四年八月一日实施收费。约占全部车辆的两成一为电动车，年末存栏车辆46.8万辆。会议要求，清理作业要在11月20日前完成。',
})

const verdict = (claim: string) => checkClaim(claim, [REPORT, RULES, BULLETIN]).verdict

describe('a light rewriting', () => {
  it.each([
    ['a common word for another', '过去一年，增加学位1.9万个。'],
    ['a common word for another', '相关部门查处案件46件，持续推进老旧小区改造。'],
    ['a common word for another', '居民人均可支配收入超省级目标。'],
    ['a common word for another', '高铁站房主体封顶，涉及到经费3.2亿元。'],
    ['a common word for another', '青川大道北段还没有开工，预计2026年启动施工准备。'],
    ['another way to write a date', '截至2024年底，公办园在园幼儿占比达到62%。'],
    ['another way to write a date', '政府原定于2024年8月1日实施收费。'],
    ['another way to write an amount', '高铁站房主体封顶，涉及资金3.2亿元人民币。'],
    ['both ends of a range', '违反规定的，处至少一百元、至多五百元罚款。'],
    ['an exception behind its words', '应急救援除外，核心区内不得从事其他活动。'],
    ['whom it is reported to as object', '事故单位应当在1小时之内报告主管部门。'],
    ['a word that is said again anyway', '管理机构应当自受理申请之日起二十日内作出公积金提取决定。'],
    ['what the title says all is about', '发放个人公积金贷款9300笔。'],
    ['an end without where it began', '最高额度提高到60万元。'],
    ['a figure without its rate', '高铁站完成投资312亿元。'],
    ['a principle without its exception', '农资车辆原则上优先放行。'],
    ['the size a figure tells', '年末存栏车辆数46.8万辆。'],
    ['the whole title in front', '《香港运输署：二〇二三年交通统计》显示，年末存栏车辆46.8万辆。'],
    ['what a meeting asks, in the other script', '會議要求，清理作業要在11月20日前完成。'],
    ['a sentence behind the next but one', '高铁站房主体封顶，此外，全市居民人均可支配收入超过省级目标。'],
    ['neighbours in other words', '高铁站房主体封顶，涉及经费3.2亿元，同时12条断头路所有打通。'],
  ])('with %s is proven: %s', (_, claim) => {
    expect(verdict(claim)).toBe('proven')
  })
})

describe('its false twin', () => {
  it.each([
    ['a net change for a gross one', '过去一年，学位增加1.9万个。'],
    ['a start for what has not begun', '青川大道北段已开工，预计2026年启动施工准备。'],
    ['another month of the year', '截至2024年11月底，公办园在园幼儿占比达到62%。'],
    ['another day', '政府原定于2024年8月11日实施收费。'],
    ['another end of the range', '违反规定的，处至少一百元、至多六百元罚款。'],
    ['the exception as the rule', '应急救援内，核心区内不得从事其他活动。'],
    ['who is reported to as who reports', '主管部门应当在1小时内向事故单位报告。'],
    ['who asks as who is bound', '市财政局须在6月底前提交账目。'],
    ['an end as a step', '最高额度提高60万元。'],
    ['where it began as its end', '最高额度提高到50万元。'],
    ['a principle as a rule', '农资车辆优先放行。'],
    ['the rate as the figure', '高铁站完成投资增长312亿元。'],
    ['the year it is compared with', '2024年，公务经费安排不高于上年。'],
    ['an end as an amount', '最高额度调整60万元。'],
    ['another when', '县级政府应当在震后3小时内上报灾情。'],
    ['a place for a topic of the title', '发放北川市个人贷款9300笔。'],
    ['a plan for a topic of the title', '计划发放个人贷款9300笔。'],
    ['a rate for a size', '年末车辆存栏率46.8万辆。'],
    ['another year', '截至2023年12月31日，12条断头路全部打通。'],
    ['a total as a part', '处一百元以上五百元以下罚款，有关部门查处案件46件以上。'],
  ])('with %s is not: %s', (_, claim) => {
    expect(verdict(claim)).not.toMatch(/^(?:quoted|proven)$/u)
  })
})

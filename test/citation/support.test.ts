import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkClaim, prepareEvidence } from '../../src/citation/index.ts'

const BULLETIN = prepareEvidence({
  title: '云川省2024年国民经济和社会发展统计公报',
  text: [
    '全年全省粮食总产量1530万吨，比上年增长2.4%，其中稻谷产量610万吨，下降1.2%；蔬菜产量2040万吨，增长4.6%。',
    '公路货运量、水路货运量分别增长7.5%和3.8%，铁路货运量约占货运总量的一成半。',
    '年末全省公共图书馆126个，博物馆83个，文化馆97个。',
    '个别县将农业保险补贴资金480万元滞留超过18个月。',
  ].join('\n'),
})

const RULES = prepareEvidence({
  title: '临江市养老服务条例',
  text: [
    '养老机构应当建立入住评估制度，每半年至少组织一次消防演练，并于每季度首月十日前向社会公布收费项目。',
    '确有困难的老年人，经街道办事处审核同意，可以申请不超过月服务费百分之四十的补贴。',
    '各区县不得以任何形式新增床位收费，鼓励社会组织参与助餐、助浴、助医等服务。',
    '因装修等原因确需暂停服务的，应当提前三十日告知老年人；除突发事件外，不得擅自停业。',
    '工作人员不得泄露老年人个人信息。',
  ].join('\n'),
})

const PLAN = prepareEvidence({
  title: '云川省“十五五”现代物流规划',
  text: '到2030年，全省冷链库容达到900万立方米以上，物流枢纽由12个增加到20个左右。规划建设北岭、南坪物流枢纽，东港码头二期主体完工，西港码头航道疏浚开工。',
})

const REPLY = prepareEvidence({
  title: '石桥市水务局关于供水问题的答复',
  text: [
    '您反映的东湖片区水压不足一事，经现场检测，管网老化导致漏损，漏损水量每立方米含铁120微克。',
    '经市政府同意，旧管网改造由区水务部门组织实施，监测记录保存期限不少于三年。',
    '水库管理区面积1200公顷，登记用户12万3456人，过半数的用户已更换水表。',
    '经区水务部门批准的，可以临时取水，取水量不得超过核定水量的三成，有效计量装置达到300套。',
    '工地应当加装围挡，举行安全演练每年不少于两次。',
  ].join('\n'),
})

const TEXTS = [BULLETIN, RULES, PLAN, REPLY]

function isAccepted(text: string): boolean {
  return /^(?:quoted|proven)$/u.test(checkClaim(text, TEXTS).verdict)
}

describe('a rewording that the text supports', () => {
  it.each([
    ['a relative year made a year', '2024年云川省粮食总产量比2023年增长2.4%。'],
    ['the year before, said once for all', '2024年云川蔬菜产量较2023年增长4.6%。'],
    ['one member of a list of pairs', '水路货运量增长3.8%。'],
    ['another member of it', '公路货运量增长7.5%。'],
    ['a share in other words', '铁路货运量占货运总量的比重约为15%。'],
    ['months as years', '个别县将农业保险补贴资金4800000元滞留超过一年半。'],
    ['a bound in other words', '养老机构每半年组织消防演练不少于一次。'],
    ['a phrase moved within its clause', '养老机构应当于每季度首月十日前将收费项目向社会公布。'],
    ['members of a list left out', '鼓励社会组织参与助医服务。'],
    ['what holds in any case left out', '各区县不得新增床位收费。'],
    ['one of several reasons left out', '确需暂停服务的，应当提前30日告知老年人。'],
    ['its source named', '《临江市养老服务条例》规定，工作人员不得泄露老年人个人信息。'],
    ['its source named in short', '据云川省2024年统计公报，年末全省博物馆83个。'],
    ['an aim in other words', '到2030年，全省物流枢纽由12个上升到约20个。'],
    ['places in another order', '规划建设南坪、北岭物流枢纽。'],
    ['traditional script', '水路貨運量增長3.8%。'],
    ['a cause in other words', '管网老化造成漏损。'],
    ['a quantity for each unit written with a stroke', '漏损水量含铁120微克/立方米。'],
    ['what a figure is the size of left out', '监测记录保存不少于三年。'],
    ['hectares as square kilometres', '水库管理区面积12平方公里。'],
    ['two scales as one figure', '登记用户123456人。'],
    ['half in other words', '超过50%的用户已更换水表。'],
    ['the approval of a past act left out', '旧管网改造由区水务部门组织实施。'],
    ['an occasion in other words', '工地应当加装围挡，举办安全演练每年不少于两次。'],
  ])('is proven with %s: %s', (_, text) => {
    expect(checkClaim(text, TEXTS).verdict).toBe('proven')
  })

  it('rests on whole sentences', () => {
    const { supports } = checkClaim('水路货运量增长3.8%。', TEXTS)
    expect(
      supports.map(({ evidence, range }) => TEXTS[evidence]?.evidence.text.slice(range.start, range.end)),
    ).toEqual(['公路货运量、水路货运量分别增长7.5%和3.8%，铁路货运量约占货运总量的一成半。'])
  })

  it('is found in a compilation under the title of its own part', () => {
    const compilation = prepareEvidence({
      title: '公开文件汇编',
      text: `一、云川省2024年国民经济和社会发展统计公报\n${BULLETIN.evidence.text}\n二、临江市养老服务条例\n${RULES.evidence.text}`,
    })
    const { verdict, supports } = checkClaim('2024年云川蔬菜产量比2023年增长4.6%。', [compilation])
    expect(verdict).toBe('proven')
    const [support] = supports
    expect(compilation.evidence.text.slice(support?.range.start, support?.range.end)).toBe(
      '蔬菜产量2040万吨，增长4.6%。',
    )
  })
})

describe('a rewording that the text does not support', () => {
  it.each([
    ['the figures of a list of pairs exchanged', '公路货运量增长3.8%，水路货运量增长7.5%。'],
    ['the rate of another thing', '全省粮食总产量下降1.2%。'],
    ['a rate carried to the next subject', '蔬菜产量比上年增长2.4%。'],
    ['counts exchanged', '年末全省公共图书馆83个，博物馆126个。'],
    ['the first figure of two exchanged', '全省物流枢纽由20个左右增加到12个。'],
    ['a condition left out', '可以申请不超过月服务费百分之四十的补贴。'],
    ['an approval left out', '确有困难的老年人，可以申请不超过月服务费40%的补贴。'],
    ['its exception left out', '不得擅自停业。'],
    ['a permission made a duty', '经街道办事处审核同意，应当申请不超过月服务费40%的补贴。'],
    ['a prohibition turned round', '各区县可以新增床位收费。'],
    ['encouragement made a duty', '社会组织应当参与助医服务。'],
    ['points for per cent', '水路货运量增长3.8个百分点。'],
    ['another place', '2024年北海省蔬菜产量比2023年增长4.6%。'],
    ['another year', '2023年云川省粮食总产量比2022年增长2.4%。'],
    ['another year to compare with', '2024年云川省粮食总产量比2022年增长2.4%。'],
    ['a few made all', '各县均将农业保险补贴资金480万元滞留超过一年半。'],
    ['the predicate of another subject', '东港码头二期航道疏浚开工。'],
    ['a plan told as done', '建成北岭、南坪物流枢纽。'],
    ['more than the text says', '水路货运量增长3.8%，居全国第二。'],
    ['an approval of a permission left out', '可以临时取水。'],
    ['an adjective left out in front of a figure', '计量装置达到300套。'],
    ['a bound turned round', '监测记录保存不超过三年。'],
    ['half made less', '不到50%的用户已更换水表。'],
    ['hectares as so many square kilometres', '水库管理区面积1200平方公里。'],
    ['a source that it is not from', '《临江市养老服务办法》规定，工作人员不得泄露老年人个人信息。'],
  ])('is not accepted with %s: %s', (_, text) => {
    expect(isAccepted(text)).toBe(false)
  })
})

const CLAIMS = [
  '2024年云川省粮食总产量比2023年增长2.4%，稻谷产量下降1.2%。',
  '全省公共图书馆126个，博物馆83个。',
  '水路货运量增长3.8%。',
  '到2030年，全省物流枢纽由12个上升到约20个。',
  '个别县将农业保险补贴资金480万元滞留超过一年半。',
  '养老机构应当于每季度首月十日前将收费项目向社会公布。',
  '各区县不得新增床位收费。',
]
const RUNS = { numRuns: 300, seed: 20261122 }

describe('no proven claim stays proven', () => {
  it('with another digit', () => {
    const digits = CLAIMS.flatMap((claim) =>
      [...claim.matchAll(/\d/gu)].map(({ index }) => ({ claim, index })),
    )
    fc.assert(
      fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), ({ claim, index }, step) => {
        const digit = (Number(claim[index]) + step) % 10
        expect(isAccepted(claim.slice(0, index) + digit + claim.slice(index + 1))).toBe(false)
      }),
      RUNS,
    )
  })

  it('with two figures exchanged', () => {
    const pairs = [...CLAIMS, BULLETIN.evidence.text, PLAN.evidence.text]
      .flatMap((text) => text.split(/(?<=[。；])/u))
      .flatMap((claim) => {
        const found = [...claim.matchAll(/\d[\d.]*/gu)].filter(([figure]) => !/^20[23]\d$/u.test(figure))
        return found.flatMap((a, at) => found.slice(at + 1).map((b) => ({ claim, a, b })))
      })
    fc.assert(
      fc.property(fc.constantFrom(...pairs), ({ claim, a, b }) => {
        const between = claim.slice(a.index + a[0].length, b.index)
        const text = claim.slice(0, a.index) + b[0] + between + a[0] + claim.slice(b.index + b[0].length)
        expect(isAccepted(text)).toBe(false)
      }),
      RUNS,
    )
  })

  it('with 不 put in or taken out', () => {
    const places = CLAIMS.flatMap((claim) => [...claim].map((_, index) => ({ claim, index })))
    fc.assert(
      fc.property(fc.constantFrom(...places), ({ claim, index }) => {
        const isTaken = claim[index] === '不'
        const text = claim.slice(0, index) + (isTaken ? '' : '不') + claim.slice(isTaken ? index + 1 : index)
        expect(isAccepted(text)).toBe(false)
      }),
      RUNS,
    )
  })

  it('with another year', () => {
    const years = CLAIMS.flatMap((claim) =>
      [...claim.matchAll(/20\d\d/gu)].map(({ index }) => ({ claim, index })),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...years),
        fc.integer({ min: 1990, max: 2060 }),
        ({ claim, index }, year) => {
          fc.pre(claim.slice(index, index + 4) !== String(year))
          expect(isAccepted(claim.slice(0, index) + year + claim.slice(index + 4))).toBe(false)
        },
      ),
      RUNS,
    )
  })
})

describe('words in front of a statement', () => {
  const EVIDENCE = prepareEvidence({
    title: '石堤修复纪事',
    text: '2018年，三名青年成立工作室，向老师傅学习叠石。叠石时完全不使用水泥，让海浪可以从缝隙泄力。1918年他取得硕士学位，1927年出任总工程师。居民水价维持不变。按照规划，到2027年产能达到60万吨。',
  })

  it.each([
    '2018年，让海浪可以从缝隙泄力。',
    '2018年，叠石时完全不使用水泥。',
    '1927年，1918年取得硕士学位。',
    '按照规划，居民水价维持不变。',
    '按照该规划，居民水价维持不变。',
  ])('belong to it: %s', (claim) => {
    expect(['quoted', 'proven']).not.toContain(checkClaim(claim, [EVIDENCE]).verdict)
  })
})

describe('the title of a text', () => {
  it('states nothing by itself', () => {
    const plan = prepareEvidence({
      title: '2024年全县卫生健康工作要点',
      text: '全县新增托位300个。健全卫生健康工作机制，推进卫生健康工作。',
    })
    expect(['quoted', 'proven']).not.toContain(checkClaim('2024年全县卫生健康工作要点。', [plan]).verdict)
  })
})

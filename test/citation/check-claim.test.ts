import { describe, expect, it } from 'vitest'
import { pairedSet } from '../../evals/proof/paired-set.ts'
import { scoreOf } from '../../evals/proof/score.ts'
import { checkClaim, prepareEvidence } from '../../src/citation/index.ts'

const PLAN = prepareEvidence({
  title: '临江市2024年卫生健康工作要点',
  text: [
    '（一）加强医疗资源建设。到2025年，全市每千人口执业医师数达到3.2人，居民健康素养水平提高到30%以上。',
    '切实加强传染病防控，进一步完善监测预警机制。大力推进疫苗接种，60岁以上老年人接种率不低于95%。',
    '力争到2026年，基层诊疗量占比达到65%。除急诊外，三级医院普通门诊实行预约制。',
    '县财政局牵头制定补助办法，县审计局开展跟踪审计。各单位不得截留专项资金，虚列支出。',
    '全市建成养老服务中心30个，其中示范性中心8个。二级以上医院全部开设老年医学科。',
    '全年财政收入3.6万亿元，同比增长5%，财政支出1200万元，下降三成。',
    '床位数、护士数分别达到4.3张和4.5人。医疗费用增幅下降2个百分点。',
    '有效发明专利达到300件。鼓励社会资本举办医疗机构。医疗机构应当公开收费标准，可以减免费用。',
    '启动区域医疗中心建设，完成疾控中心搬迁。每个县至少建成2个急救站。',
    '全市出口额90亿元，增长3%，其中海运40亿元，增长7%，空运20亿元，下降1%。',
    '全市外贸总额达到90亿元，按可比价格计算，增长4%。',
  ].join('\n'),
})

const verdictOf = (text: string, evidence = [PLAN]) => checkClaim(text, evidence).verdict

describe('a claim', () => {
  it.each([
    '到2025年，全市每千人口执业医师数达到3.2人，居民健康素养水平提高到30%以上。',
    '居民健康素养水平提高到30%以上',
    '完成疾控中心搬迁。',
  ])('is quoted when it stands in the original: %s', (text) => {
    expect(verdictOf(text)).toBe('quoted')
  })

  it.each([
    ['an adverb left out', '加强传染病防控，完善监测预警机制。'],
    ['clauses in another order', '完善监测预警机制，加强传染病防控。'],
    [
      'two sentences made one',
      '切实加强传染病防控，进一步完善监测预警机制，同时大力推进疫苗接种，60岁以上老年人接种率不低于95%。',
    ],
    [
      'its source named',
      '《临江市2024年卫生健康工作要点》提出，推进疫苗接种，60岁以上老年人接种率达到95%以上。',
    ],
    [
      'another notation of numbers',
      '全年财政收入３６０００亿元，同比增长百分之五，财政支出1,200万元，下降30%。',
    ],
    ['other words for a bound', '大力推进疫苗接种，60岁及以上老年人接种率至少95%。'],
    ['the place by its name', '临江市到2025年每千人口执业医师数达到3.2人，居民健康素养水平提高到30%以上。'],
    ['traditional script', '啟動區域醫療中心建設，完成疾控中心搬遷。'],
    ['the time at the end', '全市每千人口执业医师数达到3.2人，居民健康素养水平提高到30%以上，到2025年。'],
    ['a bound in another place', '每个县建成2个以上急救站。'],
    ['a verb in two halves', '启动区域医疗中心建设，完成疾控中心搬迁，每个县完成至少2个急救站建设。'],
    ['its figures without their basis', '全市外贸总额90亿元，增长4%。'],
    ['Chinese numerals', '全市建成养老服务中心三十个，其中示范性中心八个。'],
  ])('is proven with %s', (_, text) => {
    expect(checkClaim(text, [PLAN])).toMatchObject({ verdict: 'proven' })
  })

  it.each([
    ['number', '到2025年，全市每千人口执业医师数达到3.5人。'],
    ['number', '全市建成养老服务中心8个，其中示范性中心30个。'],
    ['number', '床位数、护士数分别达到4.5张和4.3人。'],
    ['year', '到2027年，全市每千人口执业医师数达到3.2人。'],
    ['unit', '医疗费用增幅下降2%。'],
    ['comparator', '大力推进疫苗接种，60岁以上老年人接种率不超过95%。'],
    ['direction', '医疗费用增幅提高2个百分点。'],
    ['obligation', '医疗机构可以公开收费标准。'],
    ['obligation', '社会资本举办医疗机构。'],
    ['polarity', '二级以上医院未全部开设老年医学科。'],
    ['status', '完成区域医疗中心建设。'],
    ['scope', '二级以上医院部分开设老年医学科。'],
    ['region', '全省建成养老服务中心30个。'],
  ])('is contradicted by another %s: %s', (kind, text) => {
    const { verdict, checks, nearest, supports } = checkClaim(text, [PLAN])
    expect(verdict).toBe('contradicted')
    expect(checks.filter(({ ok }) => !ok).map((check) => check.kind)).toContain(kind)
    expect(nearest).not.toBeNull()
    expect(supports).toEqual([])
  })

  it.each([
    ['a subject with the predicate of another', '全市每千人口执业医师数提高到30%以上。'],
    ['a subject with the predicate of another', '县财政局开展跟踪审计。'],
    [
      'the front of one sentence and the back of another',
      '切实加强传染病防控，60岁以上老年人接种率不低于95%。',
    ],
    ['a rate of another figure', '全年财政收入3.6万亿元，下降三成。'],
    ['a rate of another part', '全市出口额90亿元，增长7%，其中海运40亿元，增长3%。'],
    ['a clause that nobody wrote', '完成疾控中心搬迁，并得到群众好评。'],
    ['a hope told as a plan', '到2026年，基层诊疗量占比达到65%。'],
    ['its exception left out', '三级医院普通门诊实行预约制。'],
    ['a prohibition left out', '虚列支出。'],
    ['an adjective left out that is no adverb', '发明专利达到300件。'],
    ['from and to confused', '居民健康素养水平提高30%以上。'],
    ['its time left out', '全市每千人口执业医师数达3.2人'],
    ['a source that is not there', '《临江市2025年卫生健康工作要点》提出，启动区域医疗中心建设。'],
    ['the time of another sentence', '到2025年，全市建成养老服务中心30个，其中示范性中心8个。'],
    ['the time of another sentence', '大力推进疫苗接种，60岁以上老年人接种率不低于95%，到2025年。'],
    ['nothing to say', '好的。'],
  ])('is not accepted with %s: %s', (_, text) => {
    expect(['unproven', 'contradicted']).toContain(verdictOf(text))
  })

  it('does not put a year of its own to what a report looks back on', () => {
    const report = prepareEvidence({ title: '2024年临江市政府工作报告', text: '全年新增床位300张。' })
    expect(verdictOf('2024年全年新增床位300张。', [report])).toBe('unproven')
    const plan = prepareEvidence({ title: '临江市2024年工作要点', text: '新增床位300张。' })
    expect(verdictOf('临江市2024年新增床位300张。', [plan])).toBe('proven')
  })

  it('names the place in the original that proves it', () => {
    const { supports } = checkClaim('每个县建成2个以上急救站。', [PLAN])
    const [support] = supports
    expect(PLAN.evidence.text.slice(support?.range.start, support?.range.end)).toBe(
      '每个县至少建成2个急救站。',
    )
  })

  it('is held against each of several texts, and never against two at once', () => {
    const other = prepareEvidence({ title: '另一份通知', text: '组织开展义诊活动12场。' })
    expect(checkClaim('开展义诊活动12场。', [PLAN, other])).toMatchObject({
      verdict: 'proven',
      supports: [{ evidence: 1 }],
    })
    expect(verdictOf('完成疾控中心搬迁，组织义诊活动12场。', [PLAN, other])).toBe('unproven')
  })
})

describe('a hostile text', () => {
  it.each([
    ['one clause without end', '推进建设'.repeat(20_000)],
    ['figures without end', '1家2024年'.repeat(20_000)],
    ['the same short clause without end', '达到70%，'.repeat(20_000)],
    ['brackets without end', '（责任'.repeat(20_000)],
    ['titles without end', '《'.repeat(20_000)],
    ['numerals without end', '一百'.repeat(20_000)],
  ])('of %s is read and not proven by another', (_, text) => {
    const hostile = prepareEvidence({ title: '', text })
    expect(verdictOf('达到80%，达到80%，达到80%，达到80%，达到80%，达到80%。', [hostile])).not.toBe('proven')
    expect(verdictOf(text.slice(1, -1), [PLAN])).toBe('unproven')
  })
})

describe('the paired set', () => {
  it('tells true claims from false ones in four genres of government text', () => {
    const set = pairedSet({ seed: 7, share: 0.12 })
    const judged = set.map((claim) => {
      const { verdict } = checkClaim(claim.text, claim.evidence.map(prepareEvidence))
      return { claim, isAccepted: verdict === 'quoted' || verdict === 'proven' }
    })
    const score = scoreOf(judged)
    expect(score.claims).toBeGreaterThan(400)
    expect(score.balancedAccuracy).toBeGreaterThanOrEqual(0.97)
    expect(score.falseAlarms).toBeLessThanOrEqual(0.04)
    expect(score.byKind.stitched?.right).toBe(score.byKind.stitched?.of)
  })

  it('scores a checker that accepts everything, and one that accepts nothing, at one half', () => {
    const set = pairedSet({ seed: 7, share: 0.03 })
    for (const isAccepted of [true, false])
      expect(scoreOf(set.map((claim) => ({ claim, isAccepted }))).balancedAccuracy).toBe(0.5)
    expect(scoreOf([]).balancedAccuracy).toBeNull()
  })
})

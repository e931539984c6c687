import { describe, expect, it } from 'vitest'
import { createCorpus, indexedDocument } from '../../src/corpus/index.ts'
import { extractTargets } from '../../src/ledger/extract-targets.ts'
import { findsIn, isEmptyPhrase, phraseLedger } from '../../src/outline/guard/index.ts'
import { fateOf } from '../../src/outline/one-off.ts'
import { readText } from '../reader.ts'

/** What is found in a sentence of a plan of one year that is drafted for another, as kind, words and what stands instead. */
function found(sentence: string, sourceYear = 2023, draftYear = sourceYear + 1) {
  const indexed = indexedDocument(readText(sentence))
  const watch = { view: indexed.view, range: { start: 0, end: sentence.length }, sourceYear, draftYear }
  return findsIn(watch, phraseLedger(createCorpus([indexed.document]))).map(
    ({ start, end, flag, blank }) => ({
      flag,
      words: sentence.slice(start, end),
      blank,
    }),
  )
}

describe('words that belong to one time', () => {
  it.each([
    ['全面贯彻党的十九大和十九届历次全会精神', '党的十九大和十九届历次全会'],
    ['认真学习党的二十届二中、三中全会精神', '党的二十届二中、三中全会'],
    ['落实市委七届五次全会部署', '市委七届五次全会'],
    ['贯彻县第十四次党代会精神', '县第十四次党代会'],
    ['以优异成绩迎接党的二十大胜利召开', '以优异成绩迎接党的二十大胜利召开'],
    ['以实际行动向中华人民共和国成立70周年献礼', '以实际行动向中华人民共和国成立70周年献礼'],
    ['确保“十四五”规划圆满收官', '确保“十四五”规划圆满收官'],
    ['2023年是全面贯彻党的二十大精神的开局之年', '全面贯彻党的二十大精神的开局之年'],
  ])('are left open in %s', (sentence, words) => {
    expect(found(sentence)).toContainEqual({ flag: 'time_bound', words, blank: '时政表述待定' })
  })

  it.each([
    ['开展“转作风、提效能、优服务”专项活动', 'time_bound'],
    ['巩固党史学习教育成果', 'time_bound'],
    ['做好亚运会医疗卫生保障', 'time_bound'],
    ['启动健康扶持三年行动计划', 'expired_policy'],
    ['贯彻《临沂市健康行动方案（2019—2022年）》', 'expired_policy'],
    ['落实省“十三五”规划', 'expired_policy'],
  ])('are pointed out in %s', (sentence, flag) => {
    expect(found(sentence).map((one) => one.flag)).toContain(flag)
  })

  it.each([
    '加强基层医疗卫生服务体系建设',
    '落实《基本医疗卫生与健康促进法》',
    '推进“互联网+护理服务”',
    '为65岁以上老年人每年体检一次',
    '做好“十四五”规划项目实施',
    '落实《永州市妇女儿童发展规划（2021—2030年）》',
  ])('are not seen in %s', (sentence) => {
    expect(found(sentence)).toEqual([])
  })

  it('are times that have passed, not those a figure is measured against or a birth is before', () => {
    expect(found('到2023年底，覆盖率达到90%')).toEqual([
      { flag: 'expired_policy', words: '到2023年底', blank: '时限待定' },
    ])
    expect(found('9月底前完成招聘')).toEqual([
      { flag: 'expired_policy', words: '9月底前', blank: '时限待定' },
    ])
    expect(found('比2020年下降5%')).toEqual([{ flag: 'expired_policy', words: '2020年', blank: null }])
    expect(found('为2010年1月1日以后出生的女生免费接种')).toMatchObject([{ blank: null }])
    expect(found('到2026年，覆盖率达到90%')).toEqual([])
  })

  it('are measures against the epidemic once they ended, and their words before', () => {
    expect(found('落实“外防输入、内防反弹”策略', 2022, 2023)).toMatchObject([
      { flag: 'pandemic', blank: '涉疫内容待定' },
      { flag: 'pandemic', blank: '涉疫内容待定' },
    ])
    expect(found('落实“外防输入、内防反弹”策略', 2021, 2022)).toMatchObject([
      { blank: null },
      { blank: null },
    ])
    expect(found('健全短缺药品监测哨点', 2024, 2025)).toEqual([])
    expect(found('提升流调溯源能力', 2022, 2023)).toMatchObject([{ flag: 'pandemic' }])
  })
})

describe('words of the epidemic and of other things', () => {
  it.each([
    ['落实“应检尽检”要求', 2022],
    ['高风险岗位实行“7+7+3”轮班', 2022],
    ['对冷库人员实行封闭管理', 2022],
    ['坚持人、物、环境同防', 2022],
    ['60岁以上人群全程接种率达到90%', 2022],
    ['发扬“疫情不退、我们不撤”的精神', 2022],
    ['规范“采、送、检、报”流程', 2022],
    ['落实核酸检测应检尽检', 2023],
  ])('are blanked: %s', (sentence, year) =>
    expect(found(sentence, year, year + 1)).toContainEqual(
      expect.objectContaining({ flag: 'pandemic', blank: '涉疫内容待定' }),
    ),
  )

  it.each([
    ['新生儿听力筛查应检尽检', 2022],
    ['肺结核患者密切接触者筛查率达到95%', 2022],
    ['两癌筛查应检尽检', 2024],
    ['规范发热门诊管理', 2023],
    ['精神专科医院实行封闭管理', 2024],
    ['密切接触者筛查', 2024],
  ])('are not seen: %s', (sentence, year) =>
    expect(found(sentence, year, year + 1).filter(({ flag }) => flag === 'pandemic')).toEqual([]),
  )
})

describe('campaigns and years', () => {
  it.each([
    ['开展党纪学习教育', 2024, '党纪学习教育'],
    ['深入贯彻中央八项规定精神学习教育', 2025, '深入贯彻中央八项规定精神学习教育'],
    ['开展“不忘初心、牢记使命”主题教育', 2020, '“不忘初心、牢记使命”主题教育'],
  ])('are left open once they are known to be over: %s', (sentence, year, words) =>
    expect(found(sentence, year)).toContainEqual({ flag: 'time_bound', words, blank: '时政表述待定' }),
  )

  it('are kept where their fruits are meant, and no action of three years is a year', () => {
    expect(found('巩固拓展主题教育成果', 2024)).toMatchObject([{ blank: null }])
    expect(found('推进消防安全整治三年行动', 2023).map(({ flag }) => flag)).toEqual(['expired_policy'])
    expect(found('开展县域医疗攻坚两年行动', 2023).map(({ flag }) => flag)).not.toContain('time_bound')
  })

  it('start anew each year when so many years are given', () => {
    expect(found('力争用三年时间建成疗养中心', 2023)).toMatchObject([
      { words: '力争用三年时间', blank: '期限待定' },
    ])
    expect(found('两年内完成搬迁', 2023)).toMatchObject([{ words: '两年内', blank: '期限待定' }])
    expect(found('近三年内未发生事故的单位', 2023)).toEqual([])
    expect(found('启动编制“十五五”规划', 2025)).toMatchObject([{ flag: 'expired_policy', blank: null }])
    expect(found('启动编制“十五五”规划', 2024)).toEqual([])
    expect(found('在2018年普查的基础上更新名录', 2023)).toMatchObject([{ words: '2018年', blank: null }])
  })
})

describe('a sentence that says nothing', () => {
  it.each([
    '进一步加强组织领导，扎实推进各项工作。',
    '不断提升服务水平，努力开创工作新局面。',
    '全面落实各项工作任务，确保取得实效。',
  ])('is %s', (sentence) => expect(isEmptyPhrase(sentence)).toBe(true))

  it.each([
    '县疾控中心每季度通报一次监测情况。',
    '推进电子病历共享。',
    '落实《传染病防治法》。',
    '规范儿童青少年近视筛查。',
  ])('is not %s', (sentence) => expect(isEmptyPhrase(sentence)).toBe(false))
})

/** What a clause of last year's plan means for this one. */
function fate(clause: string) {
  const document = readText(`宜宾市卫生健康委员会2023年工作要点\n一、工作任务\n（一）做好工作。${clause}。`)
  const { view } = indexedDocument(document)
  const start = view.indexOf(clause)
  const rows = extractTargets(document, view).filter(
    (row) => start <= row.start && row.end <= start + clause.length,
  )
  return fateOf(clause, rows, 2023)
}

describe('a clause of last year', () => {
  it.each([
    '购置移动体检车3辆',
    '为乡镇卫生院配备彩超20台',
    '市中医院门诊楼建成投用',
    '县人民医院新院区6月底前竣工',
    '出台公立医院薪酬改革实施方案',
    '完成疾控机构人员划转',
    '召开全市中医药大会',
    '市妇幼保健院通过三级甲等评审',
    '完成国家卫生城市复审',
    '年底前影像云平台上线运行',
  ])('is over: %s', (clause) => expect(fate(clause)).toBe('finished'))

  it.each(['市急救中心主体封顶', '市第二人民医院二期开工建设', '完成老年病医院项目立项和选址'])(
    'is a stage of something: %s',
    (clause) => expect(fate(clause)).toBe('under_way'),
  )

  it.each([
    '每年培训乡村医生300名',
    '新增普惠托位600个',
    '基层就诊率达到65%以上',
    '完成年度考核评估',
    '每万人配置除颤仪1台',
    '家庭医生重点人群签约率不低于75%',
    '推进医养结合示范项目建设',
    '引进硕士以上人才20名',
    '完成孕前优生健康检查2000对',
  ])('goes on: %s', (clause) => expect(fate(clause)).toBe('goes_on'))
})

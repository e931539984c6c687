// Long reports that differ in place and year alone, each with one paragraph that answers its question.
import { administrativeDivisions } from '../src/adapter/division/division.ts'
import { bareName } from '../src/text/index.ts'

export interface LongReport {
  readonly file: string
  readonly text: string
}

/** A question whose answer stands in one place of one file. */
export interface SpanQuestion {
  readonly question: string
  readonly file: string
  readonly start: number
  readonly end: number
}

const REPORTS = 60
const LENGTH = 20_000
const YEARS = [2022, 2023, 2024]
const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const MATTERS = [
  ['家庭医生签约服务', '家庭医生签约率', '%'],
  ['托育服务', '每千人口托位数', '个'],
  ['健康素养促进', '居民健康素养水平', '%'],
  ['院前急救', '院前急救平均反应时间', '分钟'],
  ['中医药服务', '基层中医馆建成数量', '个'],
  ['妇幼健康', '孕产妇系统管理率', '%'],
  ['慢病管理', '高血压患者规范管理率', '%'],
  ['疫苗接种', '适龄儿童免疫规划疫苗接种率', '%'],
  ['血液保障', '无偿献血人次', '人次'],
  ['人才引进', '引进紧缺卫生人才', '名'],
] as const
const FILLERS = [
  '统筹推进各项重点工作，健全协同联动机制，压实各级各部门责任。',
  '加强组织领导，完善工作制度，定期调度工作进展，及时协调解决困难和问题。',
  '坚持问题导向，聚焦群众关心的突出问题，细化措施，确保工作落地见效。',
  '强化宣传引导，总结推广典型经验，营造良好的社会氛围。',
  '加大投入保障力度，优化资源配置，提高资金使用效益。',
  '推动信息互联互通，提升服务的便利化和规范化程度。',
  '开展业务培训和技能竞赛，提升基层人员能力。',
  '完善考核评价办法，将考核结果作为改进工作的重要依据。',
] as const

export function longReports(): {
  readonly reports: readonly LongReport[]
  readonly questions: readonly SpanQuestion[]
} {
  const cities = administrativeDivisions().filter(({ level }) => level === 'city')
  const made = Array.from({ length: REPORTS }, (_, ordinal) => {
    const place = cities[Math.floor(ordinal / YEARS.length) * 13]?.name ?? ''
    const year = YEARS[ordinal % YEARS.length] ?? 0
    return report(place, year, ordinal)
  })
  return { reports: made, questions: made.map(({ question }) => question) }
}

/** Where no report is: a place that none is of, and a year none is made for. */
export function absentQuestions(): readonly string[] {
  const cities = administrativeDivisions().filter(({ level }) => level === 'city')
  const held = cities[0]?.name ?? ''
  return MATTERS.flatMap(([, indicator], at) => [
    `${bareName(held)}2031年${indicator}的目标是多少？`,
    `${bareName(cities[at * 13 + 5]?.name ?? '')}2023年${indicator}的目标是多少？`,
  ])
}

function report(
  place: string,
  year: number,
  ordinal: number,
): LongReport & { readonly question: SpanQuestion } {
  const asked = ordinal % MATTERS.length
  const file = `${place}-${year}.txt`
  let text = `${place}卫生健康委员会${year}年工作要点\n\n`
  let span = { start: 0, end: 0 }
  for (const [at, [matter, indicator, unit]] of MATTERS.entries()) {
    text += `${DIGITS[at] ?? ''}、扎实做好${matter}\n`
    const statement = `${indicator}达到${10 + ((ordinal * 7 + at * 3) % 80)}${unit}以上。`
    const before = filler(ordinal + at, LENGTH / MATTERS.length / 2)
    const start = text.length + before.length
    text += `${before}${statement}${filler(ordinal + at + 3, LENGTH / MATTERS.length / 2)}\n`
    if (at === asked) span = { start, end: start + statement.length }
  }
  const indicator = MATTERS[asked]?.[1] ?? ''
  return {
    file,
    text,
    question: { question: `${bareName(place)}${year}年${indicator}的目标是多少？`, file, ...span },
  }
}

function filler(from: number, length: number): string {
  let text = ''
  for (let at = from; text.length < length; at += 3) text += FILLERS[at % FILLERS.length] ?? ''
  return text
}

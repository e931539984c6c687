import type { Range } from '../corpus/index.ts'
import { parseChineseNumeral } from '../text/index.ts'

/** When a commitment is due, as its clause says. */
export interface Deadline {
  /** The words, as ranges of the view. */
  readonly ranges: readonly Range[]
  readonly words: string
  /** Null when the words name no year of their own: 年底前, 6月底前, 每年. */
  readonly year: number | null
  /** Each year named, with the end of its words in the view. */
  readonly dates: readonly { readonly year: number; readonly end: number }[]
  /** Whether it opens the clause, so that it holds for the clauses behind it too. */
  readonly isHead: boolean
  /** Whether it names a point in time; 全年 and 每年 name a stretch. */
  readonly isPoint: boolean
  readonly isYearly: boolean
}

const DATE = new RegExp(
  [
    '(?<since>(?:自|从)?20\\d{2}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?起)',
    '(?:力争)?(?:到|至|截至|截止|在|于)?(?<year>20\\d{2})年(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?:[年月]?[底末内])?(?:之?前)?',
    '(?:到|至)?[“"]?十(?<plan>[四五六])五[”"]?(?:(?:规划)?期?末(?:之?前)?|时期|期间)',
    '(?<point>(?:于|在)?(?<![\\d一二两三四五六])今?年[底末内](?:之?前)?|本?年度内|(?:于|在)?\\d{1,2}月(?:\\d{1,2}日|份|[上中下]旬|[底末])?(?:之?前)|(?:于|在)\\d{1,2}月份?(?![\\d至到\\-—])|\\d{1,2}月(?:[底末]|[上中下]旬)|[月季]末前?|(?:上|下)半年|(?:于|在)?第?[一二三四]季度末?(?:之?前)?|(?:春节|元旦|国庆节?)(?:之?前)|(?<=^(?:确保|力争|争取)?)\\d{1,2}月份?(?![\\d至到\\-—])|\\d{1,2}月份?(?=(?:完成|建成)?[\\p{Script=Han}]{0,4}(?:开工|完工|竣工|启用|投用|投入|开诊)))',
    '(?<stretch>\\d{1,2}(?:月?至|-|—)\\d{1,2}月(?!底|末|\\d)|全年|今年|(?:未来|今后|用)?[一二两三四五\\d]年(?:的?时间)?内|[一二两三四五]年(?=共|总共|累计)|本年度?|年度(?=[派培]))',
    '(?<yearly>(?<!每人|[到达于])每(?:年度?|月\\d{1,2}日(?:之?前)?|季度?末?月\\d{1,2}日(?:之?前)?|个?季度?|个?月(?!\\d|[底末])|周(?![一二三四五六日末])|半年)|逐年)',
  ].join('|'),
  'gu',
)
/** A year that something is measured against, or that names a document or a result, is no deadline. */
const BEFORE_BASE = /(?:比|较|同比|以|第|由|从|《|〔)$/u
const AFTER_BASE =
  /^(?:以来|基期|度?(?:工作)?(?:总结|要点|计划(?!开展|组织|举办|招聘|投资|新增|引进|培训|完成|新建|建设))|第|[^,，。;；]{1,40}?(?:的基础上|等(?:突出|主要|薄弱|现实)?(?:问题|短板|弱项|困难|不足)))/u

export function deadlineOf(view: string, clause: Range): Deadline | null {
  const words = view.slice(clause.start, clause.end)
  if (!/[年月季周节末]/u.test(words)) return null
  const found = [...words.matchAll(DATE)].filter((match) => isDeadline(words, match))
  const [first] = found
  if (first === undefined) return null
  const dates = found.flatMap((match) => {
    const year = yearOf(match)
    return year === null ? [] : [{ year, end: clause.start + match.index + match[0].length }]
  })
  const ranges = found.map(({ index, 0: date }) => ({
    start: clause.start + index,
    end: clause.start + index + date.length,
  }))
  return {
    ranges,
    words: found.map(([date]) => date).join(''),
    year: dates.at(-1)?.year ?? null,
    dates,
    isHead: /^(?:力争|争取|确保)?$/u.test(words.slice(0, first.index)),
    isPoint: found.some(isPoint),
    isYearly: found.some(({ groups }) => groups?.yearly !== undefined),
  }
}

function isPoint({ 0: date, groups }: RegExpExecArray): boolean {
  if (groups?.yearly !== undefined || groups?.since !== undefined) return false
  return groups?.point !== undefined || /[到至底末前月]/u.test(date)
}

function yearOf({ groups }: RegExpExecArray): number | null {
  if (groups?.year !== undefined) return Number(groups.year)
  return groups?.plan === undefined ? null : lastYearOf(groups.plan)
}

/** The last year of a five-year plan; the fourteenth (十四五) ends with 2025. */
export function lastYearOf(ordinal: string): number {
  return 2025 + ((parseChineseNumeral(ordinal) ?? 4) - 4) * 5
}

function isDeadline(words: string, match: RegExpExecArray): boolean {
  const end = match.index + match[0].length
  if (BEFORE_BASE.test(words.slice(0, match.index)) || AFTER_BASE.test(words.slice(end))) return false
  if (/\d日$/u.test(match[0]) && end === words.trimEnd().replace(/\)$/u, '').length) return false
  const quoted = words.slice(0, match.index)
  return quoted.lastIndexOf('《') <= quoted.lastIndexOf('》')
}

import type { Range } from '../corpus/index.ts'

/** When a commitment is due, as its clause says. */
export interface Deadline {
  /** The words, as ranges of the view. */
  readonly ranges: readonly Range[]
  readonly words: string
  /** Null when the words name no year of their own: 年底前, 6月底前, 每年. */
  readonly year: number | null
  /** Whether it opens the clause, so that it holds for the clauses behind it too. */
  readonly isHead: boolean
  /** Whether it names a point in time; 全年 and 每年 name a stretch. */
  readonly isPoint: boolean
  readonly isYearly: boolean
}

const DATE = new RegExp(
  [
    '(?:力争)?(?:到|至|截至|截止|在)?(?<year>20\\d{2})年(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?:[年月]?[底末])?(?:之?前)?',
    '(?<point>\\d{1,2}月(?:\\d{1,2}日|份|[底末])?(?:之?前)|\\d{1,2}月[底末]|[年月季]末前?|年[底内](?:之?前)?|本?年度内|(?:上|下)半年|第?[一二三四]季度|\\d{1,2}月(?=(?:完成|建成)?[\\p{Script=Han}]{0,4}(?:开工|完工|竣工|启用|投用|投入)))',
    '(?<stretch>全年|本年度?|年度(?=[派培]))',
    '(?<yearly>(?<!每人)每年度?|逐年)',
  ].join('|'),
  'gu',
)
/** A year that something is measured against, or that names a document or a result, is no deadline. */
const BEFORE_BASE = /(?:比|较|同比|以|第|《|〔)$/u
const AFTER_BASE = /^(?:以来|基期|度?(?:工作)?(?:总结|要点|计划)|第)/u

export function deadlineOf(view: string, clause: Range): Deadline | null {
  const words = view.slice(clause.start, clause.end)
  if (!/[年月季]/u.test(words)) return null
  const found = [...words.matchAll(DATE)].filter((match) => isDeadline(words, match))
  const [first] = found
  if (first === undefined) return null
  const dated = found.find(({ groups }) => groups?.year !== undefined)
  const ranges = found.map(({ index, 0: date }) => ({
    start: clause.start + index,
    end: clause.start + index + date.length,
  }))
  return {
    ranges,
    words: found.map(([date]) => date).join(''),
    year: dated === undefined ? null : Number(dated.groups?.year),
    isHead: /^(?:力争|争取|确保)?$/u.test(words.slice(0, first.index)),
    isPoint: found.some(({ 0: date, groups }) => groups?.point !== undefined || /[到至底末前]/u.test(date)),
    isYearly: found.some(({ groups }) => groups?.yearly !== undefined),
  }
}

function isDeadline(words: string, match: RegExpExecArray): boolean {
  const end = match.index + match[0].length
  if (BEFORE_BASE.test(words.slice(0, match.index)) || AFTER_BASE.test(words.slice(end))) return false
  const quoted = words.slice(0, match.index)
  return quoted.lastIndexOf('《') <= quoted.lastIndexOf('》')
}

import type { Range } from '../../corpus/index.ts'
import {
  BARE_BRANDS,
  BRANDS,
  CERTAIN_TRADES,
  DOUBTFUL_TRADES,
  LUCKY,
  SIGN_UP,
  TRADES,
} from './betting-words.ts'
import { isCommonWord } from './plan-words.ts'

const DOMAIN =
  /(?<![a-z0-9@./:_-])(?:www\.)?(?<site>[a-z0-9-]{2,24}(?:\.[a-z0-9-]{2,24})?)\.(?:com|net|cc|vip|bet|casino|xyz|top|club|live|app|me|io|tv|info|site|online|win|fun|org|co|cn)(?:\/[\w-]{0,20})?(?![a-z0-9@.])/gu
/** Sites that a plan may name. */
const PUBLIC_SITE = /(?:gov|edu|org|ac|mil)\.cn|12320|nhc|\.org$/u
/** Words in front of an address that a plan gives itself. */
const ADDRESS_CUE =
  /(?:网址|网站|官网|登录|访问|链接|邮箱|http|地址|平台|下载|公众号|系统|@)[^，,。；\n]{0,12}$/u
/** Letters and digits in one: k8, ag88, 918kiss. */
const MIXED_BRAND = new RegExp(
  `(?<![a-z0-9+&.-])(?:[a-z]{1,6}\\d{1,5}|\\d{1,4}[a-z]{1,6})(?:体育|娱乐|棋牌|彩票|真人|电竞|官方网站|官网|网址|开户|投注|注册|登录|手机版|app下载|国际(?=官网|娱乐|app|注册|登录|下载))(?:${TRADES})*`,
  'gu',
)
/** Letters or digits alone: less certain, for 120 and WHO have sites of their own. */
const PLAIN_BRAND = new RegExp(
  `(?<![a-z0-9+&.-])(?:\\d{3,4}|[a-z]{2,6})(?:体育(?!馆|场|局|健|锻|活|设|产|事)|娱乐(?!场|活|设)|棋牌|彩票|真人|电竞|投注)(?:${TRADES})*`,
  'gu',
)
const CERTAIN = new RegExp(`(?:${CERTAIN_TRADES})(?:${TRADES})*`, 'gu')
const DOUBTFUL = new RegExp(`(?:${DOUBTFUL_TRADES})(?:${TRADES})*`, 'gu')
/** Listed brands that are ordinary words too, with one trade behind them. */
const LISTED = new RegExp(`(?:${BRANDS})(?:体育|国际|电子|运动|平台|官网)`, 'gu')
const BARE = new RegExp(`[a-z]{0,8}(?:${BARE_BRANDS})[a-z]{0,8}\\d{0,4}(?:${TRADES})*`, 'gu')
const COINED = new RegExp(`${LUCKY}{2,4}(?:${SIGN_UP})`, 'gu')
/** What the words of a trade are part of when a plan uses them. */
const PLAIN_USE_BEHIND =
  /^(?:场所|室|厅|活动|设施|行业|业|性|项目|节目|生活|馆|场|局|健身|锻炼|产业|事业|中心|公园|公益金|图书|病历|健康|政务|监察|证照|处方|发票|设备|信息|图)/u
const PLAIN_USE_BEFORE =
  /(?:文化|休闲|公共|影视|网络|歌舞|文体|群众|体育|旅游|餐饮|住宿|福利|[委局府会院市省县区厅所站校]|中心|政府|医院|[”"》)])$/u
/** What makes a body or a person of a name. */
const NAMED_BEHIND = /^(?:医院|药业|公司|集团|医疗|制药|同志|医师|教授|诊所)/u
/** Words by which a plan sends its readers to a site. */
const SENDING = /(?:登录|访问|通过|关注|进入|查询|见|详见|在|从|于|到)[^，。；,;\n]{0,14}$/u
const MARK = /[\s，。；、：:,;“”()《》]/u
const LONGEST_BRAND = 5
const SHORTEST_BRAND = 2
const LONGEST_LATIN = 12

/** Brands on no list, known by what stands behind them and by the sentence that goes on without them. */
export function findPlantedBrands(view: string): readonly Range[] {
  const triggers = [MIXED_BRAND, PLAIN_BRAND, CERTAIN, DOUBTFUL, LISTED, BARE, COINED]
  if (!triggers.some((pattern) => view.search(pattern) !== -1)) return domains(view)
  const usage = countBigrams(view)
  return [
    ...domains(view),
    ...rangesOf(view, MIXED_BRAND).map((range) => widened(view, range, usage, 0)),
    ...rangesOf(view, PLAIN_BRAND).filter((range) => closesWithout(view, range, usage)),
    ...rangesOf(view, CERTAIN)
      .filter((range) => !isPlainUse(view, range))
      .map((range) => widened(view, range, usage, SHORTEST_BRAND))
      .filter((range) => isForeign(view, range, usage)),
    ...rangesOf(view, DOUBTFUL)
      .filter((range) => !isPlainUse(view, range))
      .map((range) => widened(view, range, usage, SHORTEST_BRAND))
      .filter((range) => isForeign(view, range, usage) && isDispensable(view, range, usage)),
    ...rangesOf(view, BARE).filter((range) => !NAMED_BEHIND.test(view.slice(range.end, range.end + 4))),
    ...rangesOf(view, COINED).filter(
      (range) =>
        !isPlainUse(view, range) && isForeign(view, range, usage) && isDispensable(view, range, usage),
    ),
    ...rangesOf(view, LISTED).filter(
      (range) =>
        !PLAIN_USE_BEHIND.test(view.slice(range.end, range.end + 4)) &&
        !NAMED_BEHIND.test(view.slice(range.end, range.end + 4)) &&
        closesWithout(view, range, usage),
    ),
  ]
}

function domains(view: string): readonly Range[] {
  return rangesOf(view, DOMAIN).filter((range) => {
    const before = view.slice(Math.max(0, range.start - 24), range.start)
    const words = view.slice(range.start, range.end)
    const isInSentence =
      /[\p{Script=Han}，,、；;。]$/u.test(before) &&
      /^[\p{Script=Han}，。；]/u.test(view.slice(range.end, range.end + 1))
    return isInSentence && !ADDRESS_CUE.test(before) && !PUBLIC_SITE.test(words)
  })
}

function rangesOf(view: string, pattern: RegExp): readonly Range[] {
  return [...view.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function isPlainUse(view: string, { start, end }: Range): boolean {
  const before = view.slice(Math.max(0, start - 24), start)
  return (
    PLAIN_USE_BEHIND.test(view.slice(end, end + 4)) ||
    PLAIN_USE_BEFORE.test(before) ||
    SENDING.test(before) ||
    !/[\p{Script=Han}a-z\d]{2}$/u.test(before)
  )
}

type BigramUsage = ReadonlyMap<string, number>

function countBigrams(view: string): BigramUsage {
  const usage = new Map<string, number>()
  for (let at = 0; at + 1 < view.length; at++) {
    const bigram = view.slice(at, at + 2)
    usage.set(bigram, (usage.get(bigram) ?? 0) + 1)
  }
  return usage
}

function isKnown(view: string, at: number, usage: BigramUsage): boolean {
  const bigram = view.slice(at, at + 2)
  if (MARK.test(bigram)) return true
  return (usage.get(bigram) ?? 0) > 1
}

/** Whether the two characters meet nowhere else in the text; a mark between them is no meeting. */
function isUnseen(view: string, at: number, usage: BigramUsage): boolean {
  return MARK.test(view[at] ?? ' ') || !isKnown(view, at, usage)
}

/** Whether a word that the text also uses elsewhere ends here, or a mark stands here. */
function isWordEnd(view: string, at: number, usage: BigramUsage): boolean {
  if (MARK.test(view[at - 1] ?? ' ')) return true
  if (MARK.test(view[at - 2] ?? ' ')) return false
  return isCommonWord(view.slice(at - 2, at)) || isKnown(view, at - 2, usage)
}

/**
 * With the characters of the brand in front of its trade: as many as are foreign to the text, back to a word the text
 * also uses elsewhere; `least` characters when no such word is near.
 */
function widened(view: string, { start, end }: Range, usage: BigramUsage, least: number): Range {
  const latin = /[a-z\d]*$/u.exec(view.slice(Math.max(0, start - LONGEST_LATIN), start))?.[0].length ?? 0
  if (latin > 0) return { start: start - latin, end }
  for (let length = SHORTEST_BRAND; length <= LONGEST_BRAND; length++) {
    const from = start - length
    if (!/^[\p{Script=Han}a-z\d]+$/u.test(view.slice(from, start))) break
    const isEdge = isWordEnd(view, from, usage)
    const isNew = isUnseen(view, from - 1, usage) && !isKnown(view, from, usage)
    if (isEdge && isNew) return { start: from, end }
  }
  return { start: start - least, end }
}

/** None of the brand's own pairs of characters occurs elsewhere in the text. */
function isForeign(view: string, { start }: Range, usage: BigramUsage): boolean {
  if (isCommonWord(view.slice(start, start + 2))) return false
  return !isKnown(view, start, usage) && isUnseen(view, start - 1, usage)
}

/** A long name that is foreign to the text, or one the sentence does without. */
function isDispensable(view: string, range: Range, usage: BigramUsage): boolean {
  const brand = view.slice(range.start, range.end).search(new RegExp(DOUBTFUL_TRADES, 'u'))
  if (isCommonWord(view.slice(range.start - 2, range.start))) return true
  return (brand > SHORTEST_BRAND && isWordEnd(view, range.start, usage)) || closesWithout(view, range, usage)
}

/** Whether the words before and behind are also used elsewhere, and so the sentence goes on without the brand. */
function closesWithout(view: string, { start, end }: Range, usage: BigramUsage): boolean {
  return isWordEnd(view, start, usage) && goesOn(view, end, usage) && isUnseen(view, start - 1, usage)
}

function goesOn(view: string, at: number, usage: BigramUsage): boolean {
  return isCommonWord(view.slice(at, at + 2)) || isKnown(view, at, usage)
}

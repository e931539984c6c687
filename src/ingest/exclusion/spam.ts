import type { Exclusion } from '../../corpus/index.ts'
import type { Line } from '../line.ts'

/** Vocabulary of the trades that plant text in hacked government pages. None of it occurs in a health plan. */
const SPAM_WORD =
  /无码|人妻|熟妇|丰满|嫩模|白嫩|波多野|中出|中文字幕|av在线|av片|毛片|黄色网|成人(?:视频|影片|在线|网站)|免费视频|裸聊|约炮|一夜情|包养|援交|春药|娱乐城|时时彩|六合彩|百家乐|老虎机|捕鱼|轮盘|赌博|赌场|博彩|彩票(?:网|平台|投注|app)|投注|下注|真人(?:视讯|荷官|娱乐|棋牌)|棋牌(?:游戏|平台|娱乐|app)|电子游艺|彩金|首存|返水|外围|体育(?:博彩|投注|平台|app)|网赌|提现秒到|代孕|代办|办证|刻章|假文凭|毕业证|学历(?:提升|办理|认证)|代开|发票|贷款|套现|私服|外挂|翻墙|刷单|刷量|快排|seo/gu

const SEPARATOR = /[|｜丨_]|\s{1,}|[,，、·]/u
const SENTENCE = /[。；！？]/u

const FEWEST_ITEMS = 5
const FEWEST_SPAM_WORDS = 2
/** Share of a line's bigrams that the rest of the document also uses, below which a list is foreign to it. */
const FOREIGN_SHARE = 0.35

/** Whole lines of planted search-engine spam: keyword lists about another trade. */
export function findSpamLines(lines: readonly Line[]): readonly Exclusion[] {
  const filled = lines.filter((line) => line.view !== '')
  const usage = countBigrams(filled)
  return filled
    .filter((line, index) => !isTableRow(line, filled[index - 1], filled[index + 1]) && isSpam(line, usage))
    .map((line) => ({ ...line.content, reason: 'seo_spam' }))
}

/** Whether a neighbour is cut by as many bars: a table, however few of its words occur elsewhere. */
function isTableRow(line: Line, previous: Line | undefined, next: Line | undefined): boolean {
  const bars = barsIn(line)
  return bars > 1 && [previous, next].some((other) => other !== undefined && barsIn(other) === bars)
}

function barsIn({ view }: Line): number {
  return view.match(/[|｜丨]/g)?.length ?? 0
}

function isSpam(line: Line, usage: BigramUsage): boolean {
  const words = line.view.match(SPAM_WORD)?.length ?? 0
  if (words === 0 && !/[|｜丨]/.test(line.view)) return false
  const items = line.view.split(SEPARATOR).filter((item) => item.length > 1).length
  const density = (words * 3) / line.view.length
  if (words >= FEWEST_SPAM_WORDS && (density > 0.12 || !SENTENCE.test(line.view))) return true
  if (items < FEWEST_ITEMS || SENTENCE.test(line.view)) return false
  const hasPipes = barsIn(line) >= FEWEST_ITEMS
  return (words > 0 || hasPipes) && sharedBigrams(line, usage) < FOREIGN_SHARE
}

/** In how many lines each bigram occurs. */
type BigramUsage = ReadonlyMap<string, number>

function countBigrams(lines: readonly Line[]): BigramUsage {
  const usage = new Map<string, number>()
  for (const line of lines) {
    for (const bigram of new Set(bigramsOf(line.view))) usage.set(bigram, (usage.get(bigram) ?? 0) + 1)
  }
  return usage
}

function sharedBigrams(line: Line, usage: BigramUsage): number {
  const own = bigramsOf(line.view)
  return own.length === 0 ? 1 : own.filter((bigram) => (usage.get(bigram) ?? 0) > 1).length / own.length
}

function bigramsOf(view: string): readonly string[] {
  const bigrams: string[] = []
  for (const run of view.match(/\p{Script=Han}{2,}/gu) ?? []) {
    for (let at = 0; at + 1 < run.length; at++) bigrams.push(run.slice(at, at + 2))
  }
  return bigrams
}

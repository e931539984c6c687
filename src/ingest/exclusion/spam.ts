import type { Exclusion } from '../../corpus/index.ts'
import type { Line } from '../line.ts'
import { markerAt } from '../structure/numbering.ts'

/** Vocabulary of the trades that plant text in hacked government pages. None of it occurs in a health plan. */
const STRONG =
  /无码|人妻|熟[妇女]|嫩模|白嫩|波多野|中出|中文字幕|av在线|av片|毛片|黄色网|三级片|一级片|a片|伦理片|成人(?:视频|影片|在线|网站|电影|小说)|裸聊|约炮|一夜情|包养|援交|春药|迷药|催情|伟哥|娱乐[城场]|时时彩|分分彩|六合彩|特码|一肖|大小单双|百家乐|老虎机|捕鱼|轮盘赌?|龙虎斗|斗地主|炸金花|牛牛|德州扑克|麻将胡了|赌[场城球王]|博彩|博弈网|运彩|体验金|赛车(?:开奖|计划|pk)|北京赛车|幸运飞艇|走势图|开奖(?:结果|直播|记录|号码)|彩票(?:网|平台|投注|app|计划|注册)|投注|下注|盘口|赔率|真人(?:视讯|荷官|娱乐|棋牌|百家)|荷官|棋牌(?:游戏|平台|娱乐|app|下载)|电子游艺|电玩城|彩金|首存|返水|外围(?:投注|足球|平台)?|体育(?:博彩|投注|平台|app|在线)|网赌|网投|提现秒到|新?葡[京金]|假文凭|刻章|套现|私服|外挂|翻墙|刷单|刷量|刷信誉|快排|[薇威]信|加[薇威微]信?|微信号|加q|\bqq\s*[:：]?\s*\d{5,}|telegram|t\.me|代写论文|信用卡套|pos机|无抵押|网贷|裸条|黑客|高仿|莆田鞋|二手车抵押|哪家好|casino|betting|\bslots?\b|poker|jackpot|viagra|cialis|porn|escort|hentai|onlyfans|payday|replica|essay writing|weight loss/gu
/** Words of the same trades that a plan may hold too. */
const WEAK =
  /彩票|赌博|代孕|代办|办证|毕业证|学位证|文凭|学历(?:提升|办理|认证)|代开|发票|贷款|免费视频|丰满|在线(?:观看|播放|视频|开户|下载|娱乐)|高清|国产|亚洲|欧美|日韩|日本|澳门|皇冠|金沙|永利|威尼斯|官网|官方网站|app下载|手机版|注册|登录|开户|送钱|平台登录|seo|减肥|壮阳|丰胸|男科|无痛人流|包皮|白癜风|癫痫|牛皮癣|价格表|多少钱|排名前十|客服|\b(?:online|bonus|free|cheap|best|buy|games?|loans?|bitcoin|forex|sex|xxx|sports?|live|apk|download|login|register|vip)\b/gu
/** Who acts against such trades names them. */
const ENFORCING =
  /打击|查处|整治|严[禁查厉防]|禁止|防范|治理|监管|监督|取缔|警示|远离|拒绝|沉迷|戒|举报|宣传教育|非法/u

const SEPARATOR = /[|｜丨_]|\s{1,}|[,，、·]/u
const SENTENCE = /[。；！？]/u

const FEWEST_ITEMS = 5
/** Share of a line's bigrams that the rest of the document also uses, below which a list is foreign to it. */
const FOREIGN_SHARE = 0.35
const LATIN_SHARE = 0.6

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
  const { view } = line
  const strong = view.match(STRONG)?.length ?? 0
  const weak = view.match(WEAK)?.length ?? 0
  if (strong + weak === 0 && !/[|｜丨]/.test(view)) return false
  const isOwn = SENTENCE.test(view) && sharedBigrams(line, usage) >= FOREIGN_SHARE
  if (!isOwn && isAdvertising(line, strong, weak)) return true
  const items = view.split(SEPARATOR).filter((item) => item.length > 1).length
  if (items < FEWEST_ITEMS || SENTENCE.test(view)) return false
  const hasPipes = barsIn(line) >= FEWEST_ITEMS
  return (strong > 0 || hasPipes) && sharedBigrams(line, usage) < FOREIGN_SHARE
}

/** By the number and the density of its words; a line that a plan may hold must be more than suspicious. */
function isAdvertising({ view }: Line, strong: number, weak: number): boolean {
  const words = 2 * strong + weak
  const isPlanLike = markerAt(view) !== undefined || ENFORCING.test(view)
  if (isPlanLike && strong < 4) return false
  const isSentence = SENTENCE.test(view) && !/[!！]$/u.test(view)
  const density = (words * 1.5) / view.length
  if (strong >= 2) return density > 0.12 || !isSentence
  if (strong === 1) return weak >= 1 && !isSentence && (density > 0.15 || words >= 4)
  const latin = view.match(/[a-z]/gu)?.length ?? 0
  if (latin > view.length * LATIN_SHARE) return weak >= 2 && view.length > 20
  return weak >= 4 && !isSentence && density > 0.15
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

import type { Exclusion } from '../../corpus/index.ts'
import type { Line } from '../line.ts'
import { markerAt } from '../structure/numbering.ts'
import { CONTROL, MENU } from './page-words.ts'
import { COMMON, CONTACT, SUSPICIOUS, UNMISTAKABLE } from './trade-words.ts'

const CERTAIN = new RegExp(UNMISTAKABLE, 'gu')
const STRONG = new RegExp(SUSPICIOUS, 'gu')
const WEAK = new RegExp(COMMON, 'gu')
/** Who acts against such trades names them. */
const ENFORCING =
  /打击|查处|整治|严[禁查厉防]|禁止|防范|治理|监管|监督|取缔|警示|远离|拒绝|沉迷|戒|举报|宣传教育|非法|管理|贴息|公益金/u
/** How a document names whom to ask. */
const OFFICIAL_CONTACT = /联\s*系\s*(?:人|电话|方式)|邮箱|报送|地\s*址|科室|办公室/u
const OWN_FIELD =
  /医|卫|健康|诊|疾|护|药|病|社区|乡镇|街道|基层|政府|机关|序号|项目|名称|单位|指标|备注|责任|时限|工作|建设|[局委]$|中心$|村$/u
/** A letter, a mark, a letter: words taken apart so that they are not found. */
const SPELT = /\p{Script=Han}(?:[^\p{L}\p{N}\n]{1,2}\p{Script=Han}(?!\p{Script=Han})){3,}/gu
const OTHER_SCRIPT =
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Devanagari}]/gu
const SEPARATOR = /[|｜丨_★☆◆●■▲→✅]|\p{Extended_Pictographic}|\s{1,}|[,，、·]/u
const WIDE_SEPARATOR = /[|｜丨_★☆◆●■▲→✅]|\p{Extended_Pictographic}|\s+/u
const SENTENCE = /[。；！？]/u
const CLOSED = /[。；;]["”)]?$/u

/** Share of a line's bigrams that the rest of the document also uses: below it a list is foreign to the document. */
const FOREIGN_SHARE = 0.35
const STRANGE_SHARE = 0.2
/** Below it nothing but chance is shared. */
const ALIEN_SHARE = 0.12
const LATIN_SHARE = 0.6
const FEWEST_ITEMS = 3
const FEWEST_ALIEN = 4
const SHORTEST_KEYWORD = 4

/** Whole lines of planted search-engine spam: keyword lists and advertisements of another trade. */
export function findSpamLines(lines: readonly Line[]): readonly Exclusion[] {
  const filled = lines.filter((line) => line.view !== '')
  const usage = countBigrams(filled)
  const length = filled.reduce((sum, { view }) => sum + view.length, 0)
  return filled
    .filter((line, index) => {
      if (isTextItself(line, length)) return false
      const neighbours = [filled[index - 1], filled[index + 1]]
      return !isTableRow(line, neighbours) && (isSpam(line, usage) || isAlienList(line, neighbours, usage))
    })
    .map((line) => ({ ...line.content, reason: 'seo_spam' }))
}

/** Sentences that most of a text consists of are planted in nothing: a paragraph by itself shares no word with others. */
function isTextItself({ view }: Line, length: number): boolean {
  return SENTENCE.test(view) && view.length * 2 > length
}

/** Whether a neighbour is cut by as many bars: a table, however few of its words occur elsewhere. */
function isTableRow(line: Line, neighbours: readonly (Line | undefined)[]): boolean {
  const bars = barsIn(line)
  return bars > 1 && neighbours.some((other) => other !== undefined && barsIn(other) === bars)
}

function barsIn({ view }: Line): number {
  return view.match(/[|｜丨]/g)?.length ?? 0
}

interface Counts {
  readonly certain: number
  readonly strong: number
  readonly weak: number
  readonly contacts: number
}

function isSpam(line: Line, usage: BigramUsage): boolean {
  const { view } = line
  if (isOtherScript(view)) return true
  const counts = countWords(view)
  const { certain, strong, weak, contacts } = counts
  if (certain + strong + weak + contacts === 0) return false
  if (isLatin(view)) return strong * 2 + weak >= 2 && view.length > 20
  const shared = sharedBigrams(line, usage)
  const isPlanLike = markerAt(view) !== undefined || ENFORCING.test(view)
  if (SENTENCE.test(view)) return isAdvertisement(view, counts, { shared, isPlanLike })
  if (isPlanLike) return certain >= 3 && shared < FOREIGN_SHARE && density(view, counts) > 0.12
  return isKeywordLine(view, counts, shared)
}

/** Sentences of an advertisement: full of its trade, or foreign to the document and with a way to reach it. */
function isAdvertisement(
  view: string,
  counts: Counts,
  { shared, isPlanLike }: { readonly shared: number; readonly isPlanLike: boolean },
): boolean {
  const { certain, strong, contacts } = counts
  if (isPlanLike || shared >= FOREIGN_SHARE) return false
  if (contacts > 0 && certain + strong > 0) return true
  if (certain + strong < 2 || (certain === 0 && strong < 4)) return false
  return certain > 1 ? density(view, counts) > 0.08 : density(view, counts) > 0.15
}

/** Words without a sentence: the fewer of the document's words, the fewer of the trade's are needed. */
function isKeywordLine(view: string, counts: Counts, shared: number): boolean {
  const { certain, strong, weak, contacts } = counts
  const isChain = view.split(SEPARATOR).filter((item) => item.length > 1).length >= FEWEST_ITEMS
  if (certain > 1 || (certain === 1 && shared < 0.5)) return true
  const reached = contacts > 0 && !OFFICIAL_CONTACT.test(view)
  if (reached && (strong > 0 || weak > 1) && shared < FOREIGN_SHARE) return true
  if (shared >= FOREIGN_SHARE) return false
  if (strong + weak > 0 && shared < STRANGE_SHARE && isStrangeChain(view, reached)) return true
  if (strong > 1 && density(view, counts) > 0.15) return true
  return isChain && (strong > 0 ? weak > 0 : weak > 2) && density(view, counts) > 0.15
}

/** Several keywords cut by blanks or signs, hardly one of them from a plan's own field. */
function isStrangeChain(view: string, reached: boolean): boolean {
  const items = view.split(WIDE_SEPARATOR).filter((item) => item.length > 1)
  const own = items.filter((item) => OWN_FIELD.test(item) || CONTROL.test(item) || MENU.test(item)).length
  const han = view.match(/\p{Script=Han}/gu)?.length ?? 0
  const isChain = items.length >= FEWEST_ALIEN && han >= items.length * SHORTEST_KEYWORD
  return (isChain || (reached && items.length > 1)) && own * 3 <= items.length && !/[:：\t]/u.test(view)
}

function density(view: string, { certain, strong, weak }: Counts): number {
  return (3 * certain + 2 * strong + 1.5 * weak) / view.length
}

function countWords(view: string): Counts {
  const words = view.replace(SPELT, (spelt) => spelt.replace(/[^\p{L}\p{N}]+/gu, ''))
  return {
    certain: words.match(CERTAIN)?.length ?? 0,
    strong: words.match(STRONG)?.length ?? 0,
    weak: words.match(WEAK)?.length ?? 0,
    contacts: words.match(CONTACT)?.length ?? 0,
  }
}

function isOtherScript(view: string): boolean {
  const letters = view.match(/\p{L}/gu)?.length ?? 0
  const other = view.match(OTHER_SCRIPT)?.length ?? 0
  return other > 3 && other > letters * 0.3
}

function isLatin(view: string): boolean {
  return (view.match(/[a-z]/gu)?.length ?? 0) > view.length * LATIN_SHARE
}

/** A chain of keywords of which the document knows nothing, alone between its paragraphs. */
function isAlienList(line: Line, neighbours: readonly (Line | undefined)[], usage: BigramUsage): boolean {
  const { view } = line
  if (SENTENCE.test(view) || /[:：《》\t]/u.test(view) || markerAt(view) !== undefined) return false
  const items = view.split(WIDE_SEPARATOR).filter((item) => item.length > 1)
  const han = view.match(/\p{Script=Han}/gu)?.length ?? 0
  if (items.length < FEWEST_ALIEN || han < items.length * SHORTEST_KEYWORD) return false
  const isAlone = neighbours.every((other) => other === undefined || CLOSED.test(other.view))
  return isAlone && sharedBigrams(line, usage) < ALIEN_SHARE
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

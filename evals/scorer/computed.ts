import type { ReplyCitation } from './reply.ts'
import { columnHead } from './table.ts'
import { lettersOf, type Texts } from './texts.ts'

const SCALE: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }
const FIGURE = /(?<digits>\d+(?:,\d{3})*(?:\.\d+)?)[余多]?(?<scale>[百千万萬亿億]*)(?<unit>[^\d\s以左上下]*)/u
const BOUND_BEHIND = /^(?:以上|以下|以内|以內|左右)/u
const BOUND_BEFORE = /(?:不少于|不少於|不低于|不低於|不超过|不超過|至少|至多)$/u
const TERM = '(?:[^“”，、：（）]{0,40}“[^“”]+”)'
const COUNT =
  /^共(?<count>\d+)(?:项：以上为原文(?:此处所列的全部各项|这张表的全部各行|“(?<heading>[^”]+)”之下的全部条目)|条：以上为全文统一编号的全部条目|个部分：以上为原文这一级标题的全部条目)。$/u
const ORDER = new RegExp(`^按原文数字由大到小：(?<terms>${TERM}(?:、${TERM})+)。$`, 'u')
const SAME = new RegExp(`^(?<terms>${TERM}(?:，${TERM})+)，按原文数字相同。$`, 'u')
const SUM = new RegExp(
  `^(?<terms>${TERM}(?:、${TERM})+)，按原文数字相加为(?<result>[\\d.]+)(?<unit>\\D*?)(?:、即(?<words>[^（]+))?（(?<left>[\\d.]+(?:＋[\\d.]+)+)＝(?<right>[\\d.]+)）。$`,
  'u',
)
const GAP = new RegExp(
  `^(?<terms>${TERM}，${TERM})，按原文数字相差(?<result>[\\d.]+)(?<unit>\\D*?)（(?<left>[\\d.]+－[\\d.]+)＝(?<right>[\\d.]+)），(?:(?<greater>[^，]+)较大|(?<later>\\d{4})年比(?<former>\\d{4})年(?<way>增加|减少))。$`,
  'u',
)
const REST =
  /^(?<terms>“[^“”]+”减去其中的“[^“”]+”)，按原文数字其余(?<bound>不超过|不少于|为)(?<result>[\d.]+)(?<unit>\D*?)（(?<left>[\d.]+－[\d.]+)＝(?<right>[\d.]+)）。$/u

/** What a difference, or a sum of several words for the same, is counted in. */
const COUNTED_AS: Readonly<Record<string, string>> = { '%': '个百分点', '‰': '个千分点', 名: '人', 個: '个' }

interface Term {
  readonly name: string
  readonly words: string
  readonly figure: number
}

/**
 * Whether a computed sentence holds, by this scorer's own reading and arithmetic: it is nothing but a computation, its
 * quoted terms stand one by one in the cited texts and are named by their source, and the result is right.
 */
export function isComputedRight(sentence: string, cited: readonly ReplyCitation[], texts: Texts): boolean {
  const counted = COUNT.exec(sentence)?.groups
  if (counted !== undefined) return isCountRight(counted, cited)
  const found = [ORDER, SAME, SUM, GAP, REST].map((form) => form.exec(sentence)?.groups)
  const [order, same, sum, gap, rest] = found
  const groups = order ?? same ?? sum ?? gap ?? rest
  const terms = termsOf(groups?.terms ?? '')
  if (groups === undefined || terms.length < cited.length || !standApart(terms, cited)) return false
  if (!terms.every((term) => isNamedBySource(term, cited))) return false
  const figures = terms.map(({ figure }) => figure)
  const heads = cited.map((one) => columnHead(one, lettersOf(one.file, texts)))
  if (order !== undefined) return figures.every((one, at) => at === 0 || (figures[at - 1] ?? 0) >= one)
  if (same !== undefined) return figures.every((one) => one === figures[0])
  if (!isArithmeticRight(groups, figures) || !isUnitRight(groups.unit ?? '', terms, heads)) return false
  if (gap !== undefined) {
    const isTold = gap.way === undefined ? isGreater(gap.greater ?? '', terms) : isWayRight(gap, terms)
    return !/^[%‰]/u.test(gap.unit ?? '') && isTold
  }
  return rest === undefined || rest.bound === boundOf(terms[1]?.words ?? '')
}

function isCountRight(groups: Readonly<Record<string, string>>, cited: readonly ReplyCitation[]): boolean {
  const { count, heading } = groups
  const isUnder =
    heading === undefined || cited.every(({ path }) => path.some((one) => one.includes(heading)))
  return isUnder && Number(count) === new Set(cited.map(({ id }) => id)).size
}

function termsOf(words: string): readonly Term[] {
  return [...words.matchAll(/(?<name>[^“”，、]*)“(?<words>[^“”]+)”/gu)].map(({ groups = {} }) => ({
    name: groups.name === '减去其中的' ? '' : (groups.name ?? ''),
    words: groups.words ?? '',
    figure: figureOf(groups.words ?? ''),
  }))
}

/** Whether every term stands in a cited text, and one that is used twice stands there twice. */
function standApart(terms: readonly Term[], cited: readonly ReplyCitation[]): boolean {
  const texts = new Set(cited.map(({ cited_text }) => cited_text))
  return [...Map.groupBy(terms, ({ words }) => words)].every(([words, uses]) => {
    const places = [...texts].reduce((sum, text) => sum + placesOf(words, text), 0)
    const holding = cited.filter(({ cited_text }) => placesOf(words, cited_text) > 0).length
    return Math.max(places, holding) >= uses.length
  })
}

/** How often words stand in a text without a bound beside them that they leave out. */
function placesOf(words: string, text: string): number {
  const parts = text.split(words)
  return parts
    .slice(1)
    .filter((behind, at) => !BOUND_BEHIND.test(behind) && !BOUND_BEFORE.test(parts[at] ?? '')).length
}

function isNamedBySource({ name, words }: Term, cited: readonly ReplyCitation[]): boolean {
  if (name === '') return true
  return cited.some(({ cited_text, jurisdiction, years, document_title }) => {
    const period = /^(?<from>\d{4})(?:—(?<to>\d{4}))?年$/u.exec(
      name.slice((jurisdiction ?? '').length),
    )?.groups
    const [from, to] = [Number(period?.from), Number(period?.to)]
    // One year of a longer plan may be named; a period is the plan's own or none.
    const isWhole = from === years[0] && to === years.at(-1)
    const isPeriod = period !== undefined && (period.to === undefined ? years.includes(from) : isWhole)
    const isSource = name.startsWith(jurisdiction ?? '') && (name === jurisdiction || isPeriod)
    return cited_text.includes(words) && (isSource || name === `《${document_title}》`)
  })
}

function isArithmeticRight(groups: Readonly<Record<string, string>>, figures: readonly number[]): boolean {
  const { left = '', right = '', result = '', words } = groups
  const operands = left.split(/[＋－]/u).map(Number)
  const isSame = operands.toSorted().join() === figures.toSorted().join()
  const value = operands.reduce((total, one) => (left.includes('－') ? total - one : total + one))
  const told = [Number(right), Number(result), ...(words === undefined ? [] : [figureOf(words)])]
  return isSame && told.every((one) => Math.abs(value - one) < 1e-9 * Math.max(1, Math.abs(value)))
}

/** The result counts what the terms count, or what the head of their column says. */
function isUnitRight(unit: string, terms: readonly Term[], heads: readonly string[]): boolean {
  const units = terms.map(({ words }) => FIGURE.exec(words)?.groups?.unit ?? '')
  if (units.every((one) => one === '')) return heads.every((head) => head.includes(unit))
  return units.some((one) => one === unit || unit === COUNTED_AS[one])
}

/** From the former year to the later one, both of one place, the figure rises or falls as told. */
function isWayRight(
  { later, former, way }: Partial<Record<string, string>>,
  terms: readonly Term[],
): boolean {
  const [to, from] = [later, former].map((year) => terms.filter(({ name }) => name.endsWith(`${year}年`)))
  const [a, b] = [to?.[0], from?.[0]]
  if (to?.length !== 1 || from?.length !== 1 || a === undefined || b === undefined) return false
  const isOnePlace = a.name.replace(`${later}年`, '') === b.name.replace(`${former}年`, '')
  const isMore = way === '增加' ? a.figure > b.figure : a.figure < b.figure
  return Number(later) > Number(former) && isOnePlace && isMore
}

function isGreater(greater: string, [a, b]: readonly Term[]): boolean {
  if (a === undefined || b === undefined || a.figure === b.figure) return false
  const { name, words } = a.figure > b.figure ? a : b
  return greater === (name === '' ? `“${words}”` : name)
}

/** What is left of a whole is at most so much when the part is at least so much, and the other way round. */
function boundOf(part: string): string {
  if (/不少于|不少於|不低于|不低於|以上|至少/u.test(part)) return '不超过'
  return /不超过|不超過|不高于|以内|以內|以下|至多/u.test(part) ? '不少于' : '为'
}

function figureOf(words: string): number {
  const { digits = '', scale = '' } = FIGURE.exec(words)?.groups ?? {}
  return [...scale].reduce(
    (value, letter) => value * (SCALE[letter] ?? 1),
    Number(digits.replaceAll(',', '')),
  )
}

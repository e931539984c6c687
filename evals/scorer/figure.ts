import { isComputedRight } from './computed.ts'
import type { Reply, ReplyCitation, Score } from './reply.ts'
import type { Texts } from './texts.ts'

/** A number of a text with what it counts; `unit` is empty where nothing readable follows. */
export interface Figure {
  readonly value: number
  readonly unit: string
}

const UNITS = '个百分点|百分点|平方米|平方公里|公里|千米|千克|公斤|小时|分钟|工作日|人次|万元|毫米|立方米|%|‰'
const FIGURE = new RegExp(
  `(?<![a-z\\d.])(?<digits>\\d+(?:\\.\\d+)?)[余多]?(?<scale>[百千万亿]*)(?<unit>${UNITS}|\\p{Script=Han})?`,
  'giu',
)
const SHARE = /(?<kind>百分之|千分之)(?<words>[零〇一二三四五六七八九十百点\d.]+)/gu
const SCALE: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }
const DIGITS = '零一二三四五六七八九'

/** The numbers of a text in one form: 1.2万张, 12,000张 and １２０００张 are the same, and so are 5% and 百分之五. */
export function figuresIn(text: string): readonly Figure[] {
  const plain = text
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '')
    .replace(/\s+/gu, '')
    .replaceAll('〇', '零')
    .replace(SHARE, (_, kind: string, words: string) => `${numeral(words)}${kind === '百分之' ? '%' : '‰'}`)
  return [...plain.matchAll(FIGURE)].map(({ groups = {} }) => ({
    value: [...(groups.scale ?? '')].reduce(
      (value, letter) => value * (SCALE[letter] ?? 1),
      Number(groups.digits),
    ),
    unit: groups.unit ?? '',
  }))
}

function numeral(words: string): number {
  if (/^[\d.]+$/u.test(words)) return Number(words)
  const [whole = '', fraction] = words.split('点')
  let sum = 0
  let digit = 0
  for (const letter of whole) {
    if (letter === '十' || letter === '百') {
      sum += (digit === 0 ? 1 : digit) * (SCALE[letter] ?? 1)
      digit = 0
    } else digit = DIGITS.indexOf(letter)
  }
  const rest =
    fraction === undefined ? 0 : Number(`0.${[...fraction].map((at) => DIGITS.indexOf(at)).join('')}`)
  return sum + digit + rest
}

/** Whether every number of a sentence stands, with its unit, in what the sentence cites or in the name of its source. */
export function figuresHold(sentence: string, cited: readonly ReplyCitation[]): boolean {
  const sources = cited.flatMap(({ cited_text, document_title, path, years }) => [
    ...[cited_text, document_title, ...path].flatMap(figuresIn),
    ...years.map((value) => ({ value, unit: '年' })),
  ])
  return figuresIn(sentence).every((figure) => sources.some((source) => isSame(figure, source)))
}

function isSame(a: Figure, b: Figure): boolean {
  const isClose = Math.abs(a.value - b.value) <= 1e-9 * Math.max(1, Math.abs(b.value))
  // A year of a period (2022—2024年) has its unit behind the last one only.
  const isPeriod = [a, b].every(
    ({ value, unit }) => Number.isInteger(value) && (unit === '' || unit === '年'),
  )
  return isClose && (a.unit === b.unit || isPeriod)
}

/** Share of the sentences with numbers whose numbers are all cited or rightly computed; null without numbers. */
export function scoreNumericFidelity(reply: Reply, texts: Texts): Score {
  const numeric = reply.sentences.filter(({ text }) => figuresIn(text).length > 0)
  if (reply.kind === 'refused' || numeric.length === 0) return null
  const faithful = numeric.filter(({ text, citations }) => {
    const cited = reply.citations.filter(({ id }) => citations.includes(id))
    return cited.length > 0 && (figuresHold(text, cited) || isComputedRight(text, cited, texts))
  })
  return faithful.length / numeric.length
}

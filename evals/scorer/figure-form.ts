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
  return [...inOneForm(text).matchAll(FIGURE)].map(({ groups = {} }) => ({
    value: amountOf(groups),
    unit: groups.unit ?? '',
  }))
}

/** A text with its numbers in one form, so that two writings of the same can be compared. */
export function withPlainFigures(text: string): string {
  return inOneForm(text).replace(FIGURE, (...match) => {
    const groups: Readonly<Record<string, string>> = match.at(-1)
    return `${amountOf(groups)}${groups.unit ?? ''}`
  })
}

function inOneForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '')
    .replace(/\s+/gu, '')
    .replaceAll('〇', '零')
    .replace(SHARE, (_, kind: string, words: string) => `${numeral(words)}${kind === '百分之' ? '%' : '‰'}`)
}

function amountOf({ digits, scale = '' }: Readonly<Record<string, string | undefined>>): number {
  const value = [...scale].reduce((sum, letter) => sum * (SCALE[letter] ?? 1), Number(digits))
  return Number(value.toPrecision(12))
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

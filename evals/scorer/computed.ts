import type { ReplyCitation } from './reply.ts'

const SCALE: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }
const DIGITS = /(?<digits>\d+(?:,\d{3})*(?:\.\d+)?)[余多]?(?<scale>[百千万亿]*)/u
const SUM = /（(?<left>[\d.]+(?:[＋－][\d.]+)+)＝(?<right>[\d.]+)）/u
const COUNT = /^共(?<count>\d+)(?:[项条]|个部分)：/u
const ORDER = /^按原文数字由大到小：/u

/**
 * Whether a computed sentence holds, by this scorer's own arithmetic: its quoted terms stand in the cited texts one
 * by one, their figures are those it computes with, and the result is right.
 */
export function isComputedRight(sentence: string, cited: readonly ReplyCitation[]): boolean {
  const count = COUNT.exec(sentence)?.groups?.count
  if (count !== undefined) return Number(count) === new Set(cited.map(({ id }) => id)).size
  const terms = [...sentence.matchAll(/“(?<words>[^”]+)”/gu)].map((match) => match.groups?.words ?? '')
  const operands = SUM.exec(sentence)?.groups?.left?.split(/[＋－]/u)
  const quoted = terms.slice(0, operands?.length)
  if (quoted.length < 2 || quoted.length < cited.length || !standApart(quoted, cited)) return false
  const figures = quoted.map(figureOf)
  if (ORDER.test(sentence)) return figures.every((figure, at) => at === 0 || (figures[at - 1] ?? 0) >= figure)
  if (sentence.endsWith('，按原文数字相同。')) return figures.every((figure) => figure === figures[0])
  return isSumRight(sentence, figures)
}

/** Whether every term stands in a cited text, and one that is used twice stands there twice. */
function standApart(terms: readonly string[], cited: readonly ReplyCitation[]): boolean {
  const texts = new Set(cited.map(({ cited_text }) => cited_text))
  return [...Map.groupBy(terms, (term) => term)].every(([term, uses]) => {
    const places = [...texts].reduce((sum, text) => sum + text.split(term).length - 1, 0)
    return (
      places >= uses.length ||
      cited.filter(({ cited_text }) => cited_text.includes(term)).length >= uses.length
    )
  })
}

function isSumRight(sentence: string, figures: readonly number[]): boolean {
  const { left = '', right = '' } = SUM.exec(sentence)?.groups ?? {}
  const operands = left.split(/[＋－]/u).map(Number)
  const isSame = [...operands].sort().join() === [...figures].sort().join()
  const result = operands.reduce((total, one) => (left.includes('－') ? total - one : total + one))
  return isSame && Math.abs(result - Number(right)) < 1e-9 * Math.max(1, Math.abs(result))
}

function figureOf(words: string): number {
  const { digits = '', scale = '' } = DIGITS.exec(words)?.groups ?? {}
  return [...scale].reduce(
    (value, letter) => value * (SCALE[letter] ?? 1),
    Number(digits.replaceAll(',', '')),
  )
}

import { isComputedRight } from './computed.ts'
import { type Figure, figuresIn } from './figure-form.ts'
import type { Reply, ReplyCitation, Score } from './reply.ts'
import type { Texts } from './texts.ts'

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

import type { Coverage } from './coverage.ts'
import type { Evidence } from './evidence.ts'
import type { Question } from './question.ts'

/** Why evidence that resembles an answer is not one; null when it is one. */
export type Objection =
  | 'weak'
  | 'part_missing'
  | 'nothing_expected'
  | 'other_place'
  | 'other_year'
  | 'end_value_only'
  | null

/** Least share of the topic's weight that must be found, and the heaviest run that may be missing. */
const LEAST_SHARE = 0.6
const LARGEST_GAP = 0.26
/** Least share of the topic that must stand in the clause itself, with and without its heading quoted along. */
const LEAST_INNER = 0.2

/** Decides whether evidence answers; every bound here is a reason that can be told to the reader. */
export function objectionTo(evidence: Evidence, question: Question): Objection {
  const asksFigure = question.expected.every(({ kind }) => kind === 'quantity' || kind === 'share')
  const objection = placeOrYearObjection(evidence, question) ?? contentObjection(evidence.coverage, evidence)
  return objection ?? (asksFigure && !evidence.namesMeasure ? 'part_missing' : null)
}

/** What speaks against a coverage, whether of one window or of several together. */
export function contentObjection(
  coverage: Coverage,
  { innerShare, heading, fit, lacksFigure, isRival }: Evidence,
): Objection {
  if (coverage.share < LEAST_SHARE || (innerShare < LEAST_INNER && heading === null)) return 'weak'
  if (coverage.gap.share > LARGEST_GAP || lacksFigure || isRival) return 'part_missing'
  return fit > 0 ? null : 'nothing_expected'
}

export function placeOrYearObjection(evidence: Evidence, question: Question): Objection {
  return namesForeignPlaces(evidence, question) ? yearObjection(evidence, question) : 'other_place'
}

/** A place without a document of its own can only be answered by a sentence that names it. */
function namesForeignPlaces({ indexed, sentence, heading }: Evidence, { query }: Question): boolean {
  const parts = heading === null ? [sentence] : [heading, sentence]
  const words = parts.map((part) => indexed.view.slice(part.start, part.end)).join('')
  return query.foreignPlaces.every((place) => words.includes(place))
}

function yearObjection(
  { years, indexed, sentence }: Evidence,
  { query }: Question,
): 'other_year' | 'end_value_only' | null {
  if (query.years.length === 0) return null
  if (years.length > 0) return query.years.some((year) => years.includes(year)) ? null : 'other_year'
  const { kind, years: period } = indexed.document.metadata
  if (kind?.value !== 'multi_year_plan' || period === null)
    return coversAny(period?.value, query.years) ? null : 'other_year'
  if (query.years.includes(period.value[1])) return null
  const isYearly = /每年|年均|逐年|各年/u.test(indexed.view.slice(sentence.start, sentence.end))
  return isYearly && coversAny(period.value, query.years) ? null : 'end_value_only'
}

function coversAny(period: readonly [number, number] | undefined, years: readonly number[]): boolean {
  return period === undefined || years.some((year) => period[0] <= year && year <= period[1])
}

import { normalisedView } from '../../corpus/index.ts'
import { ALTERNATIVES } from '../../retrieval/index.ts'
import { bareName, escaped } from '../../text/index.ts'
import { type Coverage, strangersIn } from '../evidence/coverage.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { isProse, readable } from '../evidence/layers.ts'
import { HALF_NAMED } from '../question/asked-noun.ts'
import { ALIKE_FIT } from '../question/expectation.ts'
import type { Expected, Question } from '../question/question.ts'
import { FEATURES, type Features, featuresOf, lacksMeasure } from './feature.ts'
import { JUDGE_WEIGHTS, type JudgeWeights } from './judge-weight.ts'

/** Why evidence that resembles an answer is not one; null when it is one. */
export type Objection =
  | 'weak'
  | 'part_missing'
  | 'nothing_expected'
  | 'other_place'
  | 'other_year'
  | 'end_value_only'
  | null

/** The heaviest run that may be missing, whatever speaks for the rest. */
const LARGEST_GAP = 0.33
/** In a plan what is called by a name and named nowhere is another thing; prose tells it in many words. */
export const LARGEST_NAME_GAP = 0.1
const LARGEST_GAP_OF_SLOT = 0.25
/** Beside a measure that is named nowhere, nothing else of this weight may be missing. */
const LARGEST_GAP_UNMEASURED = 0.15
/** What a good answer looks like; the reason told is the feature that falls furthest behind it. */
const GOOD: Features = {
  share: 0.9,
  inner: 0.6,
  withHeading: 0,
  fit: 0.6,
  noun: 0.5,
  said: 0.6,
  run: 0.6,
  ownMeasure: 1,
  onlyFit: 1,
  gap: 0,
  unknownGap: 0,
  nameGap: 0,
  measureMissing: 0,
  swap: 0,
  modifier: 0,
  elsewhere: 0,
}

/** Decides whether evidence answers: what excludes it first, then the weighing of what speaks for it. */
export function objectionTo(evidence: Evidence, question: Question): Objection {
  return placeOrYearObjection(evidence, question) ?? contentObjection(evidence.coverage, evidence, question)
}

/** Whether something speaks against the evidence that no weighing makes good. */
export function excludes(evidence: Evidence, question: Question): boolean {
  return (
    placeOrYearObjection(evidence, question) !== null ||
    hardObjection(evidence.coverage, evidence, question) !== null
  )
}

/** What speaks against a coverage, whether of one window or of several together. */
export function contentObjection(coverage: Coverage, evidence: Evidence, question: Question): Objection {
  const hard = hardObjection(coverage, evidence, question)
  if (hard !== null) return hard
  const judge = JUDGE_WEIGHTS[isProse(evidence.indexed) ? 'prose' : 'plan']
  const features = featuresOf(coverage, evidence, question)
  if (chanceOf(features, judge) < judge.least) return worstOf(features, judge)
  return namesStranger(evidence) ? 'part_missing' : null
}

/** A name was swapped: other texts tell of it, and of prose no two letters of it stand anywhere. */
function namesStranger({ topic, levels, indexed }: Evidence): boolean {
  if (!isProse(indexed)) return false
  const isSaid = (name: string) =>
    [...name].some((_, at) => at > 0 && indexed.view.includes(name.slice(at - 1, at + 1)))
  return strangersIn(topic, levels).some((name) => !isSaid(name))
}

function hardObjection(coverage: Coverage, evidence: Evidence, question: Question): Objection {
  const { expected } = question
  const { fit, lacksFigure, isRival, indexed } = evidence
  const isUnmeasured = lacksMeasure(evidence, expected)
  if (isUnmeasured && isProse(indexed) && expected.every(isAnyFigure)) return 'part_missing'
  const largest = isUnmeasured ? LARGEST_GAP_UNMEASURED : largestGap(evidence, question)
  if (lacksRole(evidence, question)) return 'part_missing'
  if (
    coverage.gap.share > largest ||
    (coverage.nameShare > LARGEST_NAME_GAP && !isProse(indexed)) ||
    lacksFigure ||
    isRival ||
    countsAnother(evidence, question)
  )
    return 'part_missing'
  return fit === 0 ? 'nothing_expected' : null
}

const PERSON = /[人女员生士师者医童民工孩娃妇老]$/u
const PERSONS_COUNTED = /\d[余多万]*(?:人(?!次)|名)/u
/** 多少 without a unit: any figure would do, so prose must name what is measured. */
function isAnyFigure(one: Expected): boolean {
  return one.kind === 'share' || (one.kind === 'quantity' && one.unit === null)
}

/** Who, when, where, how many and which are asked of something: prose has many names and dates, and few belong to it. */
const SLOTS: ReadonlySet<string> = new Set(['person', 'body', 'time', 'place', 'quantity', 'share'])
const ASKS_CLASS = /(?:[什甚]么|哪[个家种所一])\p{Script=Han}{2}/u

function largestGap({ indexed }: Evidence, { expected, query }: Question): number {
  const asksSlot = expected.every(({ kind }) => SLOTS.has(kind)) || ASKS_CLASS.test(query.view)
  return isProse(indexed) && asksSlot ? LARGEST_GAP_OF_SLOT : LARGEST_GAP
}

/** Who won and where the summit is: prose that does not name the part somebody or some place plays tells of others. */
function lacksRole({ noun, indexed }: Evidence, { expected }: Question): boolean {
  return noun === 0 && isProse(indexed) && expected.every(({ kind }) => kind === 'person' || kind === 'place')
}

/** A figure in a plan that counts neither the noun asked for nor anything called alike. */
function countsAnother({ noun, indexed, window, fit }: Evidence, { noun: asked, query }: Question): boolean {
  if (asked === null || !asked.isCounted || isProse(indexed)) return false
  // 三级医院开设病区12个: of two nouns the measure tells which one is counted.
  // 多少个妇女, 6000人: persons are counted by any of their measures.
  const arePersons = PERSON.test(asked.noun) && PERSONS_COUNTED.test(readable(indexed, window))
  if (noun === HALF_NAMED && fit === ALIKE_FIT) return !arePersons
  if (noun !== 0) return false
  if (query.view.indexOf(asked.noun) < query.view.search(/多少|几/u)) return false
  const view = readable(indexed, window)
  const others = [...ALTERNATIVES].flatMap(([word, alike]) => (asked.noun.includes(word) ? alike : []))
  return !others.some((other) => view.includes(other))
}

/** How likely a window with these features is the answer, 0 to 1. */
function chanceOf(features: Features, { weights, bias }: Omit<JudgeWeights, 'least'>): number {
  const sum = FEATURES.reduce((total, feature) => total + weights[feature] * features[feature], bias)
  return 1 / (1 + Math.exp(-sum))
}

/** What a reader is told: the feature that takes most away from a good answer. */
function worstOf(features: Features, { weights }: JudgeWeights): Objection {
  const lost = (feature: keyof Features) => weights[feature] * (GOOD[feature] - features[feature])
  const missing = Math.max(lost('gap'), lost('unknownGap'), lost('measureMissing'))
  return missing > Math.max(lost('share'), lost('inner')) ? 'part_missing' : 'weak'
}

export function placeOrYearObjection(evidence: Evidence, question: Question): Objection {
  if (speaksOfDistrict(evidence, question)) return 'other_place'
  return namesForeignPlaces(evidence, question) ? yearObjection(evidence, question) : 'other_place'
}

/** 某某区一般公共预算收入…: in a report the figure of a part is no figure of the whole. */
const DISTRICT =
  /^(?![城郊市县景园社山灾牧林新老]区)\p{Script=Han}{1,3}(?<![全我本各该其])(?:区|县|市|旗)(?=\p{Script=Han})/u
const OF_ONE_PLACE: ReadonlySet<string> = new Set(['quantity', 'share', 'words'])

function speaksOfDistrict({ indexed, window }: Evidence, { expected, query }: Question): boolean {
  const own = indexed.document.metadata.jurisdiction?.value.name
  if (own === undefined || !isProse(indexed) || !expected.some(({ kind }) => OF_ONE_PLACE.has(kind)))
    return false
  const named = DISTRICT.exec(indexed.view.slice(window.start, window.end))?.[0]
  return named !== undefined && !own.endsWith(named) && !query.view.includes(named.slice(0, -1))
}

/** A place without a document of its own can only be answered by a sentence that names it. */
function namesForeignPlaces({ indexed, around, sentence, heading }: Evidence, { query }: Question): boolean {
  const { title, jurisdiction } = indexed.document.metadata
  const isNobodys = isProse(indexed) && title === null && jurisdiction?.inferred !== false
  // An article belongs to no place: a place in it is a name like any other, and said once it is meant further on.
  if (isNobodys)
    return query.foreignPlaces.every((place) => readable(indexed, around.passage).includes(place))
  const parts = heading === null ? [sentence] : [heading, sentence]
  const said = parts.map((part) => indexed.view.slice(part.start, part.end))
  const words = [...said, around.subject, normalisedView(title?.value ?? '')].join('\n')
  const own = jurisdiction?.value
  return query.foreignPlaces.every((place) => {
    if (own === undefined) return words.includes(place)
    // What a county says is not said of the city above it, though 某市某县 names both.
    if (own.parent !== null && bareName(own.parent) === bareName(place)) return false
    return new RegExp(`${escaped(place)}(?!\\p{Script=Han}{0,6}?${escaped(bareName(own.name))})`, 'u').test(
      words,
    )
  })
}

function yearObjection(
  { years, carriedYears, indexed, sentence }: Evidence,
  { query }: Question,
): 'other_year' | 'end_value_only' | null {
  if (query.years.length === 0) return null
  if (years.length > 0) return query.years.some((year) => years.includes(year)) ? null : 'other_year'
  if (query.years.some((year) => carriedYears.includes(year))) return null
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

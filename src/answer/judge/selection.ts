import { contains } from '../../corpus/index.ts'
import { BREAKDOWN, withBreakdown } from '../evidence/breakdown.ts'
import type { Coverage } from '../evidence/coverage.ts'
import { measure } from '../evidence/coverage.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { isProse } from '../evidence/layers.ts'
import type { Levels } from '../evidence/levels.ts'
import { strongest } from '../evidence/levels.ts'
import { withFurtherYears, YEARLY } from '../evidence/yearly.ts'
import type { Question } from '../question/question.ts'
import type { Topic } from '../question/topic.ts'
import { equalParts } from './equal-part.ts'
import { contentObjection, type Objection, placeOrYearObjection } from './judge.ts'

export interface Judged {
  readonly evidence: Evidence
  readonly objection: Objection
}

/** Evidence of one document that answers together: one window, or several that each add a part. */
export interface Selection {
  /** The strongest window first. */
  readonly parts: readonly Evidence[]
  readonly selectionScore: number
}

const MOST_PARTS = 3
/** A further window must add at least this much of the topic. */
const LEAST_GAIN = 0.1
/** Where each of several things is asked for, little tells one from the other: 总投资和年内投资各是多少. */
const LEAST_GAIN_OF_EACH = 0.02
const FEWEST_OWN = 0.2
/** A further sentence of a list holds this share of what the best one holds, and is this near to it. */
const CLEARLY_OWN = 0.75
const LARGEST_DISTANCE = 0.35
const MOST_ELSEWHERE = 7
const TRIED = 4
const HALF = 0.5
const FIFTH = 0.2
/** Wording that asks for more than one thing. */
const SEVERAL = /分别|各|和|与|及|以及|、|其中|依次|[?？].*[?？]|[，,].*(?:多少|几|什么|哪)/u
const EACH = /分别|各|其中|依次/u
const ANNUAL_PREFERENCE = 0.05

/** The best answer these windows give, alone or together; undefined when something speaks against all. */
export function selectBest(
  judged: readonly Judged[],
  question: Question,
  topic: Topic,
): Selection | undefined {
  const all = judged.filter(({ objection }) => objection === null).map(({ evidence }) => evidence)
  const sound = all.filter((one) => !all.some((other) => saysAlone(other, one, question)))
  const [best] = [...sound].sort((a, b) => preference(b, question) - preference(a, question))
  if (best !== undefined) {
    const parts = complete(best, judged, question, topic)
    const { view } = question.query
    const told = BREAKDOWN.test(view) ? parts.map(withBreakdown) : parts
    return selectionOf(YEARLY.test(view) ? told.map(withFurtherYears) : told)
  }
  return combine(judged, question, topic)
}

/** Whether a clause of the year asked for answers without the subject that another quotes in front of it. */
function saysAlone(
  clause: Evidence,
  { subject, documentId, window }: Evidence,
  { query }: Question,
): boolean {
  return (
    subject !== null &&
    clause.subject === null &&
    clause.documentId === documentId &&
    contains(window, clause.window) &&
    query.years.some((year) => clause.years.includes(year))
  )
}

function selectionOf(parts: readonly Evidence[]): Selection {
  return { parts, selectionScore: parts[0]?.evidenceScore ?? 0 }
}

/** Annual plans of the asked year come before the plans that span it. */
function preference({ evidenceScore, indexed }: Evidence, { query }: Question): number {
  const isAnnual = indexed.document.metadata.kind?.value === 'annual_plan'
  return evidenceScore + (query.years.length > 0 && isAnnual ? ANNUAL_PREFERENCE : 0)
}

/** Adds to a sound answer what it leaves out of a question that asks for several things. */
function complete(
  best: Evidence,
  judged: readonly Judged[],
  question: Question,
  topic: Topic,
): readonly Evidence[] {
  if (question.kind === 'list') {
    const first = enumeration(best, siblings(best, judged, HALF))
    return [first, ...elsewhere(first, judged)]
  }
  const { view } = question.query
  if (!SEVERAL.test(view)) return equalParts(best, judged, question)
  const isEach = question.kind !== 'compare' && EACH.test(view)
  const own = isEach ? [enumeration(best, siblings(best, judged, FIFTH))] : [best]
  return fillSlots(extend(own, judged, question, topic), judged, question)
}

/** A question of several askings (什么时候…，投资多少) wants something for each of them. */
function fillSlots(
  parts: readonly Evidence[],
  judged: readonly Judged[],
  question: Question,
): readonly Evidence[] {
  const filled = [...parts]
  for (const slot of question.expected.keys()) {
    if (filled.some(({ fits }) => (fits[slot] ?? 0) > 0)) continue
    const next = judged.find(
      ({ evidence }) => (evidence.fits[slot] ?? 0) > 0 && isAddable(evidence, filled, question, 0),
    )
    if (next !== undefined) filled.push(next.evidence)
  }
  return filled
}

/** No window answers alone: perhaps two or three of one document do. */
function combine(judged: readonly Judged[], question: Question, topic: Topic): Selection | undefined {
  if (!SEVERAL.test(question.query.view)) return undefined
  for (const { evidence } of judged.slice(0, TRIED)) {
    if (placeOrYearObjection(evidence, question) !== null || evidence.fit === 0) continue
    const parts = extend([evidence], judged, question, topic)
    if (parts.length > 1 && contentObjection(coverageOf(parts, topic), evidence, question) === null)
      return selectionOf(parts)
  }
  return undefined
}

function extend(
  start: readonly Evidence[],
  judged: readonly Judged[],
  question: Question,
  topic: Topic,
): readonly Evidence[] {
  const parts = [...start]
  const least = EACH.test(question.query.view) ? LEAST_GAIN_OF_EACH : LEAST_GAIN
  while (parts.length < MOST_PARTS) {
    const share = coverageOf(parts, topic).share
    const next = judged
      .map(({ evidence }) => evidence)
      .filter((evidence) => isAddable(evidence, parts, question))
      .map((evidence) => ({ evidence, gain: coverageOf([...parts, evidence], topic).share - share }))
      .filter(({ gain }) => gain >= least)
      .sort((a, b) => b.gain + b.evidence.evidenceScore - a.gain - a.evidence.evidenceScore)[0]
    if (next === undefined) break
    parts.push(next.evidence)
  }
  return parts
}

function isAddable(
  evidence: Evidence,
  parts: readonly Evidence[],
  question: Question,
  leastOwn = FEWEST_OWN,
): boolean {
  const [first] = parts
  if (evidence.around.section !== first?.around.section || evidence.documentId !== first.documentId)
    return false
  if (evidence.fit === 0 || evidence.isHeading) return false
  if (evidence.innerShare < leastOwn || placeOrYearObjection(evidence, question) !== null) return false
  return !parts.some(({ window }) => window.start < evidence.window.end && evidence.window.start < window.end)
}

/** For a list: every clause of the sentence that speaks of the topic at least `least` as much as the best one. */
function siblings(best: Evidence, judged: readonly Judged[], least: number): readonly Evidence[] {
  const parts = [best]
  for (const { evidence } of judged) {
    if (evidence.documentId !== best.documentId || evidence.sentence.start !== best.sentence.start) continue
    if (evidence.innerShare < least * best.innerShare || evidence.fit === 0) continue
    if (parts.some(({ window }) => window.start < evidence.window.end && evidence.window.start < window.end))
      continue
    parts.push(evidence)
  }
  return parts
}

/** What a plan says of the topic in its other sentences; a report says it in one place. */
function elsewhere(first: Evidence, judged: readonly Judged[]): readonly Evidence[] {
  if (isProse(first.indexed)) return []
  const parts: Evidence[] = []
  for (const { evidence, objection } of judged) {
    if (objection !== null || evidence.documentId !== first.documentId || evidence.isHeading) continue
    const isNear = evidence.evidenceScore >= first.evidenceScore - LARGEST_DISTANCE
    if (!isNear || evidence.innerShare < CLEARLY_OWN * first.innerShare) continue
    if ([first, ...parts].some(({ sentence }) => sentence.start === evidence.sentence.start)) continue
    parts.push(evidence)
    if (parts.length === MOST_ELSEWHERE) break
  }
  return parts
}

/** One window from the first to the last of them: nothing of an enumeration is left out. */
function enumeration(best: Evidence, parts: readonly Evidence[]): Evidence {
  const start = Math.min(...parts.map(({ window }) => window.start))
  const end = Math.max(...parts.map(({ window }) => window.end))
  const deadline = best.deadline !== null && best.deadline.start >= start ? null : best.deadline
  return { ...best, window: { start, end }, deadline }
}

/** What several windows hold together. */
export function coverageOf(parts: readonly Evidence[], topic: Topic): Coverage {
  const layers = parts.map((part): { levels: Levels; strength: number } => ({
    levels: part.levels,
    strength: 1,
  }))
  return measure(topic, strongest(layers))
}

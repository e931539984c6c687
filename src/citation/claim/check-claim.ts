import type { Range } from '../../corpus/index.ts'
import type { Verdict } from '../prove.ts'
import { countOf } from './align/cover.ts'
import type { Disagreement } from './align/move.ts'
import { type PreparedEvidence, prepareEvidence } from './clause/evidence.ts'
import { segmentsOf } from './clause/segment.ts'
import { isCalled, namedSource } from './clause/source.ts'
import { saidBy } from './clause/speaker.ts'
import { indirectlyIn } from './indirect.ts'
import { quotationIn } from './quotation.ts'
import { MOST_CLAUSES, type Reading, read, supportsOf } from './read.ts'
import { type StandingFault, standingFault } from './standing/standing.ts'
import { supportIn } from './support/support.ts'
import { explain } from './told/explain.ts'
import { type Likely, likelyFor } from './told/likely.ts'
import { nearestOf } from './told/nearest.ts'
import {
  addedCheck,
  bindingCheck,
  quoteCheck,
  sourceCheck,
  standingCheck,
  wrongCheck,
} from './told/reason.ts'
import { inTermsOf } from './told/terms.ts'
import { claimView, foldedView } from './word/fold.ts'

/** One thing that was checked about a claim, and what was found where. */
export interface ClaimCheck {
  readonly kind: string
  /** The words of the claim. */
  readonly value: string
  readonly ok: boolean
  readonly note: string
}

/** A stretch of one of the texts a claim was held against. */
export interface Support {
  /** Position of the text among those given. */
  readonly evidence: number
  readonly range: Range
}

export interface CheckedClaim {
  readonly text: string
  readonly verdict: Verdict
  /** What the claim rests on; empty unless it is quoted or proven. */
  readonly supports: readonly Support[]
  /** The most alike place otherwise: what contradicts the claim, or only comes near. */
  readonly nearest: Support | null
  readonly checks: readonly ClaimCheck[]
}

const NOTHING = prepareEvidence({ title: '', text: '' })

/**
 * Decides whether a sentence that anybody wrote is borne out by original texts. Every word of it must be accounted
 * for in one text, clause by clause, with its figures, times, places, polarity, obligation and state; whatever cannot
 * be accounted for makes it unproven. `contradicted` says that the original has the same statement with other facts.
 */
export function checkClaim(text: string, evidence: readonly PreparedEvidence[]): CheckedClaim {
  const faults: StandingFault[] = []
  const held = holderOf(text, evidence, faults)
  for (const [index, prepared] of evidence.entries()) {
    const range = quotationIn(text, prepared, (place) => held([{ evidence: index, range: place }], true))
    if (range !== undefined)
      return {
        text,
        verdict: 'quoted',
        supports: [{ evidence: index, range }],
        nearest: null,
        checks: [quoteCheck(text)],
      }
  }
  const likely = likelyFor(text, evidence)
  const readings = likely.flatMap(({ prepared, index }) => readingsOf(text, prepared, index))
  const textOf = ({ evidence: index }: Reading) => evidence[index] ?? NOTHING
  const sound = readings.filter(
    (reading) =>
      reading.fault === undefined &&
      (countOf(reading.pieces) > 0 || held(supportsOf(reading, textOf(reading)))),
  )
  const proven = sound.find(({ pieces }) => countOf(pieces) === 0)
  if (proven !== undefined)
    return {
      text,
      verdict: 'proven',
      supports: supportsOf(proven, textOf(proven)),
      nearest: null,
      checks: proven.checks,
    }
  for (const { prepared, index } of likely) {
    const supported = supportIn(text, prepared, index)
    if (supported !== undefined && held(supported.supports))
      return { text, verdict: 'proven', nearest: null, ...supported }
  }
  for (const { prepared, index } of likely) {
    const indirect = indirectlyIn(text, prepared, index)
    if (indirect !== undefined && held(indirect.supports))
      return { text, verdict: 'proven', nearest: null, ...indirect }
  }
  const [wrong] = sound.sort((a, b) => countOf(a.pieces) - countOf(b.pieces))
  if (wrong !== undefined) {
    const checks = [...wrong.checks, ...disagreementsOf(wrong).map(wrongCheck)]
    return {
      text,
      verdict: 'contradicted',
      supports: [],
      nearest: supportsOf(wrong, textOf(wrong))[0] ?? null,
      checks,
    }
  }
  const nothing = unproven(text, evidence, likely, readings)
  const [fault] = faults
  return fault === undefined ? nothing : { ...nothing, checks: [standingCheck(text, fault)] }
}

/** Tells whether nothing around the places that say a claim keeps it back. @param faults takes those found */
function holderOf(text: string, evidence: readonly PreparedEvidence[], faults: StandingFault[]) {
  return (supports: readonly Support[], isQuoted = false): boolean => {
    const index = supports[0]?.evidence ?? 0
    const ranges = supports.map(({ range }) => range)
    const fault = standingFault(text, ranges, isQuoted, evidence[index] ?? NOTHING)
    if (fault !== undefined) faults.push(fault)
    return fault === undefined
  }
}

/** The claim as it stands, and without the source it names where the text is that source. */
function readingsOf(text: string, prepared: PreparedEvidence, index: number): readonly Reading[] {
  const view = inTermsOf(claimView(text), prepared)
  const source = namedSource(view)
  const whole = read(text, view, prepared, index)
  if (source === undefined || !isCalled(source.name, prepared)) return whole
  const rest = ' '.repeat(source.length) + view.slice(source.length)
  const named = read(text, rest, saidBy(source.name, prepared), index)
  const check = sourceCheck(source.name, true)
  return [...whole, ...named.map((reading) => ({ ...reading, checks: [check, ...reading.checks] }))]
}

function disagreementsOf({ pieces }: Reading): readonly Disagreement[] {
  return pieces.flatMap(({ disagreements }) => disagreements)
}

/** Nobody says the claim and nobody says otherwise; names the clause that has no ground and the nearest place. */
function unproven(
  text: string,
  evidence: readonly PreparedEvidence[],
  likely: readonly Likely[],
  readings: readonly Reading[],
): CheckedClaim {
  const view = foldedView(text)
  const source = namedSource(view)
  const checks: ClaimCheck[] = []
  if (source?.name.includes('《') && !evidence.some((prepared) => isCalled(source.name, prepared)))
    checks.push(sourceCheck(source.name, false))
  const bound =
    readings.find(({ fault, pieces }) => fault !== undefined && countOf(pieces) === 0) ?? readings[0]
  if (bound?.fault !== undefined)
    checks.push(...disagreementsOf(bound).map(wrongCheck), bindingCheck(text, bound.fault))
  const claim = segmentsOf(view, { thisYear: null, ownYear: null, titleYears: [] }).flatMap(
    ({ clauses }) => clauses,
  )
  const near = nearestOf(claim, likely)
  const isCited = source !== undefined && evidence.some((prepared) => isCalled(source.name, prepared))
  const rest = isCited ? ' '.repeat(source.length) + view.slice(source.length) : view
  if (bound === undefined && claim.length <= MOST_CLAUSES) checks.push(...explain(text, rest, likely))
  if (checks.length === 0) checks.push(addedCheck(text))
  return { text, verdict: 'unproven', supports: [], nearest: near, checks }
}

import type { Coverage } from '../evidence/coverage.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { isProse } from '../evidence/layers.ts'
import { EXACT_FIT } from '../question/expectation.ts'
import type { Expected, Question } from '../question/question.ts'

/** What speaks for and against a window as the answer; each from 0 to 1. */
export const FEATURES = [
  'share',
  'inner',
  'withHeading',
  'fit',
  'noun',
  'said',
  'run',
  'ownMeasure',
  'onlyFit',
  'gap',
  'unknownGap',
  'nameGap',
  'measureMissing',
  'swap',
  'modifier',
  'elsewhere',
] as const
export type Feature = (typeof FEATURES)[number]
export type Features = Readonly<Record<Feature, number>>

/** A run of so many characters that stands in the question too is no coincidence. */
const LONG_RUN = 6

/** A question that asks for no noun is judged as if it were half named. */
const NO_NOUN = 0.5

function isFigure(one: Expected): boolean {
  return one.kind === 'share' || (one.kind === 'quantity' && one.unit !== '点')
}

/** Whether a figure is asked for and neither sentence nor heading names what it measures. */
export function lacksMeasure(
  { indexed, namesMeasure, noun }: Evidence,
  expected: Question['expected'],
): boolean {
  // In prose a figure that counts the very noun asked for needs no other name of what is measured.
  const isNamed = namesMeasure || (isProse(indexed) && noun === 1)
  return expected.every(isFigure) && !isNamed
}

/** @param coverage of the window, or of several windows together */
export function featuresOf(coverage: Coverage, evidence: Evidence, { expected }: Question): Features {
  const { innerShare, heading, fit, namesMeasure, namesMeasureItself } = evidence
  const likeness = evidence.likeness()
  const asksFigure = expected.every(isFigure)
  return {
    share: coverage.share,
    inner: innerShare,
    withHeading: heading === null ? 0 : 1,
    fit: Math.min(1, fit / EXACT_FIT),
    noun: evidence.noun ?? NO_NOUN,
    said: likeness.saidShare,
    run: Math.min(1, likeness.longestRun / LONG_RUN),
    onlyFit: evidence.isOnlyFit ? 1 : 0,
    ownMeasure: namesMeasureItself ? 1 : 0,
    gap: coverage.gap.isHeld ? coverage.gap.share : 0,
    unknownGap: coverage.gap.isHeld ? 0 : coverage.gap.share,
    nameGap: coverage.nameShare,
    measureMissing: lacksMeasure(evidence, expected) ? 1 : 0,
    modifier: coverage.modifierShare,
    elsewhere: asksFigure && namesMeasure && !namesMeasureItself && heading === null ? 1 : 0,
    swap: Math.min(coverage.gap.share, 1 - likeness.saidShare),
  }
}

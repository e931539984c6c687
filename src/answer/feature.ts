import type { Coverage } from './coverage.ts'
import type { Evidence } from './evidence.ts'
import type { Question } from './question.ts'

/** What speaks for and against a window as the answer; each from 0 to 1. */
export const FEATURES = [
  'share',
  'inner',
  'withHeading',
  'fit',
  'noun',
  'gap',
  'unknownGap',
  'measureMissing',
] as const
export type Feature = (typeof FEATURES)[number]
export type Features = Readonly<Record<Feature, number>>

/** A figure with the very unit that was asked for fits this well. */
const BEST_FIT = 0.25

/** A question that asks for no noun is judged as if it were half named. */
const NO_NOUN = 0.5

/** @param coverage of the window, or of several windows together */
export function featuresOf(coverage: Coverage, evidence: Evidence, { expected }: Question): Features {
  const { innerShare, heading, fit, namesMeasure } = evidence
  const asksFigure = expected.every(({ kind }) => kind === 'quantity' || kind === 'share')
  return {
    share: coverage.share,
    inner: innerShare,
    withHeading: heading === null ? 0 : 1,
    fit: Math.min(1, fit / BEST_FIT),
    noun: evidence.noun ?? NO_NOUN,
    gap: coverage.gap.isHeld ? coverage.gap.share : 0,
    unknownGap: coverage.gap.isHeld ? 0 : coverage.gap.share,
    measureMissing: asksFigure && !namesMeasure ? 1 : 0,
  }
}

import type { Evidence } from './evidence.ts'
import { isProse } from './layers.ts'
import type { Question } from './question.ts'

/** What speaks for and against a window as the answer; each from 0 to 1. */
export const FEATURES = [
  'share',
  'gap',
  'unknownGap',
  'inner',
  'withHeading',
  'measureMissing',
  'headMissing',
  'fit',
  'prose',
] as const
export type Feature = (typeof FEATURES)[number]
export type Features = Readonly<Record<Feature, number>>

/** A fit of at least this much is a figure with the very unit that was asked for. */
const BEST_FIT = 0.25

export function featuresOf(evidence: Evidence, { expected }: Question): Features {
  const { coverage, innerShare, heading, fit, namesMeasure, indexed } = evidence
  const asksFigure = expected.every(({ kind }) => kind === 'quantity' || kind === 'share')
  return {
    share: coverage.share,
    gap: coverage.gap.isHeld ? coverage.gap.share : 0,
    unknownGap: coverage.gap.isHeld ? 0 : coverage.gap.share,
    inner: innerShare,
    withHeading: heading === null ? 0 : 1,
    measureMissing: asksFigure && !namesMeasure ? 1 : 0,
    headMissing: !asksFigure && !namesMeasure ? 1 : 0,
    fit: Math.min(1, fit / BEST_FIT),
    prose: isProse(indexed) ? 1 : 0,
  }
}

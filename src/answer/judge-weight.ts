import type { Features } from './feature.ts'

export interface JudgeWeights {
  readonly weights: Features
  readonly bias: number
  /** Least chance, by these weights, that a window is the answer, from which on it is given as one. */
  readonly least: number
}

/**
 * What a window of a plan, and what a sentence of other prose, needs to be the answer. Fitted by evals/fit-judge.ts on
 * 2026-11-22 and rounded. Plans: 571 questions (251 answerable), cross-validated by document 209 right, 10 wrong, 32
 * refused, 2 of 320 unanswerable ones answered. Prose: 161 questions (130 answerable), 104, 5, 21 and 2 of 31.
 */
export const JUDGE_WEIGHTS: { readonly plan: JudgeWeights; readonly prose: JudgeWeights } = {
  plan: {
    weights: {
      share: 3.8,
      inner: 5.2,
      withHeading: 2.5,
      fit: 1.6,
      gap: -1.2,
      unknownGap: 0,
      measureMissing: -0.7,
    },
    bias: -6.6,
    least: 0.25,
  },
  prose: {
    weights: {
      share: 1,
      inner: 6.3,
      withHeading: 0,
      fit: 0,
      gap: -0.05,
      unknownGap: 0,
      measureMissing: -1,
    },
    bias: -3.8,
    least: 0.45,
  },
}

import type { Features } from './feature.ts'

export interface JudgeWeights {
  readonly weights: Features
  readonly bias: number
  /** Least chance, by these weights, that a window is the answer, from which on it is given as one. */
  readonly least: number
}

/**
 * What a window of a plan, and what a sentence of other prose, needs to be the answer. Fitted by evals/fit-judge.ts on
 * 2026-11-22 and rounded. Plans: 546 questions (236 answerable), cross-validated by document 210 right, 6 wrong, 20
 * refused, 4 of 310 unanswerable ones answered. Prose: 328 questions (271 answerable), 230, 15, 26 and 6 of 57.
 */
export const JUDGE_WEIGHTS: { readonly plan: JudgeWeights; readonly prose: JudgeWeights } = {
  plan: {
    weights: {
      share: 4,
      inner: 5.3,
      withHeading: 2.7,
      fit: 1.9,
      noun: 0,
      said: 0,
      run: 0,
      ownMeasure: 0,
      gap: -1.5,
      unknownGap: 0,
      measureMissing: -0.3,
      swap: 0,
    },
    bias: -7.2,
    least: 0.25,
  },
  prose: {
    weights: {
      share: 0.3,
      inner: 6.7,
      withHeading: 0,
      fit: 0.1,
      noun: 0.8,
      said: 0,
      run: 0,
      ownMeasure: 0,
      gap: -0.8,
      unknownGap: 0,
      measureMissing: -1.6,
      swap: 0,
    },
    bias: -4.2,
    least: 0.35,
  },
}

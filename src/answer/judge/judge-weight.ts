import type { Features } from './feature.ts'

export interface JudgeWeights {
  readonly weights: Features
  readonly bias: number
  /** Least chance, by these weights, that a window is the answer, from which on it is given as one. */
  readonly least: number
}

/**
 * What a window of a plan, and what a sentence of other prose, needs to be the answer. Fitted by evals/fit-judge.ts on
 * 2026-11-22 and rounded. Plans: 976 questions (555 answerable), of each answerable one the same question with the
 * sentences that answer it left out; cross-validated by document 412 right, 88 beside the marked place, 55 refused, 17
 * of 421 unanswerable ones answered. Prose: 328 questions (271 answerable), 230, 15, 26 and 6 of 57.
 * The least chance of prose was raised from 0.35 when its sentences were judged with what they refer back to: fewer wrong
 * sentences are given for as many right ones.
 */
export const JUDGE_WEIGHTS: { readonly plan: JudgeWeights; readonly prose: JudgeWeights } = {
  plan: {
    weights: {
      share: 1.7,
      inner: 2,
      withHeading: 2.2,
      fit: 0.9,
      noun: 0,
      said: 0.6,
      run: 1.1,
      ownMeasure: 1,
      onlyFit: 0.9,
      gap: 0,
      unknownGap: 0,
      nameGap: 0,
      measureMissing: -0.3,
      swap: 0,
      modifier: -1.8,
      elsewhere: -0.4,
    },
    bias: -5,
    least: 0.2,
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
      onlyFit: 0,
      gap: -0.8,
      unknownGap: 0,
      nameGap: 0,
      measureMissing: -1.6,
      swap: 0,
      modifier: 0,
      elsewhere: 0,
    },
    bias: -4.2,
    least: 0.4,
  },
}

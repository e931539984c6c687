import type { ChatModel } from '../../src/model/index.ts'
import { mean, type Score } from '../scorer/reply.ts'
import type { SuiteResult } from '../suite.ts'
import { type Judgement, type JudgeOptions, judgeClaims } from './judge.ts'
import type { Claim } from './request.ts'

/** A claim with what a person says of it. */
export interface LabelledClaim extends Claim {
  readonly isTrue: boolean
}

/** How well a judge agrees with labels, as a suite of its own for the gate: an unfit judge scores nothing. */
export async function judgeFitness(
  model: ChatModel,
  labelled: readonly LabelledClaim[],
  options: JudgeOptions,
): Promise<SuiteResult> {
  const judgements = await judgeClaims(model, labelled, options)
  return { name: 'judge', cases: [], figures: fitnessFigures(labelled, judgements) }
}

export function fitnessFigures(
  labelled: readonly LabelledClaim[],
  judgements: readonly Judgement[],
): Readonly<Record<string, Score>> {
  const scored = labelled.flatMap(({ isTrue }, at) => {
    const judgement = judgements[at] ?? null
    return judgement === null ? [] : [{ isTrue, isAccepted: judgement === 'supported' }]
  })
  const shareRight = (label: boolean) =>
    mean(
      scored.filter(({ isTrue }) => isTrue === label).map(({ isAccepted }) => (isAccepted === label ? 1 : 0)),
    )
  const [accepted, caught] = [shareRight(true), shareRight(false)]
  return {
    balancedAccuracy: accepted === null || caught === null ? null : (accepted + caught) / 2,
    kappa: kappaOf(scored),
    unscored: labelled.length === 0 ? null : 1 - scored.length / labelled.length,
  }
}

/** Cohen's kappa; null where chance alone would agree always. */
function kappaOf(scored: readonly { readonly isTrue: boolean; readonly isAccepted: boolean }[]): Score {
  if (scored.length === 0) return null
  const share = (count: number) => count / scored.length
  const agreed = share(scored.filter(({ isTrue, isAccepted }) => isTrue === isAccepted).length)
  const isTrue = share(scored.filter((one) => one.isTrue).length)
  const isAccepted = share(scored.filter((one) => one.isAccepted).length)
  const byChance = isTrue * isAccepted + (1 - isTrue) * (1 - isAccepted)
  return byChance === 1 ? null : (agreed - byChance) / (1 - byChance)
}

import type { EvalCase } from '../case.ts'
import { handPairs } from '../proof/hand-pairs.ts'
import { mean, type Reply, type Score } from '../scorer/reply.ts'
import type { CaseResult } from '../suite.ts'

/** Claims written by hand, as cases: to accept a claim is to answer, not to accept it is to refuse. */
export function proofCases(): readonly EvalCase[] {
  return handPairs().map(({ text, isTrue, kind, evidence }, at) => ({
    id: `proof-${String(at + 1).padStart(4, '0')}`,
    suite: kind,
    question: text,
    history: [],
    against: evidence.map(({ title, text: words }) => ({ title, text: words })),
    expect: {
      kind: isTrue ? 'answered' : 'refused',
      nuggets: [],
      must_not: [],
      evidence: [],
      hits: [],
    },
    note: '',
  }))
}

/** Whether the verdict on a claim is right, and whether there is one; null where no sentence was judged. */
export function scoreProof({ expect }: EvalCase, reply: Reply): Readonly<Record<string, Score>> {
  if (reply.sentences.length === 0) return { correctness: null, isDecided: null }
  const isDecided = reply.sentences.every(({ verdict }) => verdict !== 'unproven')
  return { correctness: reply.kind === expect.kind ? 1 : 0, isDecided: isDecided ? 1 : 0 }
}

/** How well claims are told apart: the mean of both kinds, and the worst kind of falsehood. */
export function proofFigures(cases: readonly CaseResult[]): Readonly<Record<string, Score>> {
  const shareRight = (own: readonly CaseResult[]) => mean(own.map(({ scores }) => scores.correctness ?? null))
  const falsehoods = cases.filter(({ evalCase }) => evalCase.expect.kind === 'refused')
  const accepted = shareRight(cases.filter(({ evalCase }) => evalCase.expect.kind === 'answered'))
  const caught = shareRight(falsehoods)
  const byKind = [...Map.groupBy(falsehoods, ({ evalCase }) => evalCase.suite).values()].map(shareRight)
  const known = byKind.filter((share) => share !== null)
  return {
    balancedAccuracy: accepted === null || caught === null ? null : (accepted + caught) / 2,
    truthsAccepted: accepted,
    falsehoodsCaught: caught,
    worstKindCaught: known.length === 0 || known.length < byKind.length ? null : Math.min(...known),
    coverage: mean(cases.map(({ scores }) => scores.isDecided ?? null)),
    unscored: mean(cases.map(({ scores }) => (scores.correctness === null ? 1 : 0))),
  }
}

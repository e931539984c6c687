import type { EvalCase } from '../case.ts'
import { scoreRanking } from '../scorer/ranking.ts'
import { mean, type Reply, type Score } from '../scorer/reply.ts'
import type { CaseResult } from '../suite.ts'

/** The scores of one ranking; the passages stand in the reply as its citations, best first. */
export function scoreSearch({ expect }: EvalCase, reply: Reply): Readonly<Record<string, Score>> {
  const ranked = reply.citations.map(({ file, start_char_index, end_char_index }) => ({
    file,
    start: start_char_index,
    end: end_char_index,
  }))
  const { recallAt5, recallAt10, mrrAt10, ndcgAt10 } = scoreRanking(expect.hits, ranked)
  // What a case is counted by: whether all that was wanted is among the first ten.
  const correctness = recallAt10 === null ? null : Math.floor(recallAt10)
  return { correctness, recallAt5, recallAt10, mrrAt10, ndcgAt10 }
}

export function searchFigures(cases: readonly CaseResult[]): Readonly<Record<string, Score>> {
  const meanOf = (name: string) => mean(cases.map(({ scores }) => scores[name] ?? null))
  return {
    recallAt5: meanOf('recallAt5'),
    recallAt10: meanOf('recallAt10'),
    mrrAt10: meanOf('mrrAt10'),
    ndcgAt10: meanOf('ndcgAt10'),
  }
}

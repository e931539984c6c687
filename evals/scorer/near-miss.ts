import type { EvalCase } from '../case.ts'
import type { Reply, Score } from './reply.ts'

interface Place {
  readonly file: string
  readonly start: number
  readonly end: number
}

/**
 * The worst error: 1 when a question whose answer is not there was answered with what only looks like it. Null for
 * other questions, and for those to which no near miss is known.
 */
export function scoreNearMissGiven({ expect }: EvalCase, reply: Reply): Score {
  if (expect.kind !== 'refused' || !expect.near_miss_evidence?.length) return null
  return reply.kind === 'answered' ? 1 : 0
}

/** 1 when a refusal shows a known near miss, and as one; null where it had to show none. */
export function scoreNearMissLabelled({ expect }: EvalCase, reply: Reply): Score {
  if (expect.kind !== 'refused' || !expect.near_miss_evidence?.length) return null
  const shown = reply.near_misses
    .filter(({ why }) => why.trim() !== '')
    .map(({ citation }) => placeOf(citation))
  const isShown = expect.near_miss_evidence.some((gold) => shown.some((place) => overlap(place, gold)))
  return reply.kind === 'refused' && isShown ? 1 : 0
}

function placeOf(citation: Reply['near_misses'][number]['citation']): Place {
  return { file: citation.file, start: citation.start_char_index, end: citation.end_char_index }
}

function overlap(a: Place, b: Place): boolean {
  return a.file === b.file && a.start < b.end && b.start < a.end
}

import type { Score } from './reply.ts'

/** A place that is wanted in a ranking: grade 2 says what was asked for, 1 belongs to it. */
export interface WantedPlace {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly grade: number
}

/** A ranked passage. */
export type RankedPlace = Omit<WantedPlace, 'grade'>

const DEPTH = 10

export interface RankingScores {
  readonly recallAt5: Score
  readonly recallAt10: Score
  readonly mrrAt10: Score
  readonly ndcgAt10: Score
}

/** Null in all parts where nothing is wanted; 0 for an empty ranking. */
export function scoreRanking(wanted: readonly WantedPlace[], ranked: readonly RankedPlace[]): RankingScores {
  if (wanted.length === 0) return { recallAt5: null, recallAt10: null, mrrAt10: null, ndcgAt10: null }
  const top = ranked.slice(0, DEPTH)
  const first = top.findIndex((place) => wanted.some((gold) => holds(place, gold)))
  const ideal = wanted.map(({ grade }) => grade).sort((a, b) => b - a)
  return {
    recallAt5: recall(wanted, ranked.slice(0, 5)),
    recallAt10: recall(wanted, top),
    mrrAt10: first === -1 ? 0 : 1 / (first + 1),
    ndcgAt10: gainOf(wanted, top) / idealGain(ideal.slice(0, DEPTH)),
  }
}

function recall(wanted: readonly WantedPlace[], ranked: readonly RankedPlace[]): number {
  return wanted.filter((gold) => ranked.some((place) => holds(place, gold))).length / wanted.length
}

/** Each place counts once, where it is found first; places of one passage count as if one stood behind the other. */
function gainOf(wanted: readonly WantedPlace[], ranked: readonly RankedPlace[]): number {
  const found = wanted
    .map((gold) => ({ grade: gold.grade, at: ranked.findIndex((place) => holds(place, gold)) }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at || b.grade - a.grade)
  return found.reduce((sum, { grade, at }, order) => sum + grade / Math.log2(Math.max(at, order) + 2), 0)
}

/** A passage holds a place when it holds at least half of it. */
function holds(place: RankedPlace, gold: WantedPlace): boolean {
  const shared = Math.min(place.end, gold.end) - Math.max(place.start, gold.start)
  return place.file === gold.file && shared * 2 >= gold.end - gold.start
}

function idealGain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0)
}

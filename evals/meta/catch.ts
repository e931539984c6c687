import { seeded } from '../proof/random.ts'
import type { Reply, Score } from '../scorer/reply.ts'
import { scoreAnswer } from '../task/answer.ts'
import type { GoodReply } from './good-reply.ts'
import { MUTATIONS } from './mutation.ts'

/** How many faults of one kind the scorers saw. */
export interface CatchRate {
  readonly kind: string
  readonly caught: number
  readonly of: number
  /** Faults nobody saw, to be read by a person. */
  readonly missed: readonly { readonly id: string; readonly was: string; readonly is: string }[]
}

const SEED = 20261122
/** A kind that fits few replies is put into them again, elsewhere. */
const ENOUGH = 60
const MOST_ROUNDS = 4
/** A good reply has 1 in each of these; less is a fault. */
const FAITHFUL = ['correctness', 'citationRecall', 'citationPrecision', 'spanExactness', 'numericFidelity']

/** Puts every kind of fault into every good reply it fits, and counts those that a scorer sees. */
export function catchRates(good: readonly GoodReply[]): readonly CatchRate[] {
  const bySuite = Map.groupBy(
    good.filter(({ reply }) => reply.kind === 'answered'),
    ({ suite }) => suite,
  )
  return Object.entries(MUTATIONS).map(([kind, mutate]) => {
    const random = seeded(SEED)
    const tried = new Map<string, { one: GoodReply; mutant: Reply }>()
    for (let round = 0; round < MOST_ROUNDS && tried.size < ENOUGH; round++) {
      for (const one of good) {
        const mutant = mutate(one, { others: bySuite.get(one.suite) ?? [], random })
        if (mutant !== undefined)
          tried.set(`${one.suite} ${one.evalCase.id} ${JSON.stringify(mutant)}`, { one, mutant })
      }
    }
    const missed = [...tried.values()]
      .filter(({ one, mutant }) => !isCaught(one, mutant))
      .map(({ one, mutant }) => ({ id: one.evalCase.id, was: one.reply.text, is: mutant.text }))
    return { kind, caught: tried.size - missed.length, of: tried.size, missed }
  })
}

/** Whether any score of a mutated reply tells that something is wrong with it. */
function isCaught({ evalCase, reply, texts }: GoodReply, mutant: Reply): boolean {
  const [before, after] = [reply, mutant].map((one) => scoreAnswer(evalCase, one, texts))
  return (
    FAITHFUL.some((name) => (after?.[name] ?? 1) < 1) ||
    (after?.uncitedShare ?? 0) > (before?.uncitedShare ?? 0) + Number.EPSILON
  )
}

/** A kind that was tried less often than this says nothing. */
const LEAST_TRIED = 20

/** The share caught over all kinds, of the worst kind and of each; null where too few were tried. */
export function catchFigures(rates: readonly CatchRate[]): Readonly<Record<string, Score>> {
  const shareOf = ({ caught, of }: Pick<CatchRate, 'caught' | 'of'>): Score =>
    of < LEAST_TRIED ? null : caught / of
  const shares = rates.map(shareOf)
  const known = shares.filter((share) => share !== null)
  return {
    overall: shareOf({
      caught: rates.reduce((sum, { caught }) => sum + caught, 0),
      of: rates.reduce((sum, { of }) => sum + of, 0),
    }),
    worstKind: known.length === 0 || known.length < shares.length ? null : Math.min(...known),
    ...Object.fromEntries(rates.map((rate) => [rate.kind, shareOf(rate)])),
  }
}

/** The pairs of letters of a text with their weights, the heaviest first, and its length. */
export interface Weighed {
  readonly pairs: ReadonlyMap<string, number>
  readonly length: number
}

/** How often the pairs of letters of some texts occur among them, for weighing what two of them share. */
export interface PairWeights {
  weigh(view: string): Weighed
}

/** @param texts normalised texts of one kind, each counted once */
export function pairWeights(texts: readonly string[]): PairWeights {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const pair of new Set(pairsOf(text))) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  const total = Math.max(2, texts.length)
  return {
    weigh: (view) => {
      const weights = new Map<string, number>()
      for (const pair of pairsOf(view))
        weights.set(pair, (weights.get(pair) ?? 0) + Math.log(1 + total / (1 + (counts.get(pair) ?? 0))))
      const pairs = new Map([...weights].sort(([, a], [, b]) => b - a))
      return { pairs, length: Math.hypot(...pairs.values()) }
    },
  }
}

/** Cosine of two weighed texts, 0 to 1. */
export function cosine(a: Weighed, b: Weighed): number {
  const [few, many] = a.pairs.size < b.pairs.size ? [a.pairs, b.pairs] : [b.pairs, a.pairs]
  let product = 0
  for (const [pair, weight] of few) {
    const other = many.get(pair)
    if (other !== undefined) product += weight * other
  }
  return product === 0 ? 0 : product / (a.length * b.length)
}

function pairsOf(view: string): readonly string[] {
  return [...view.matchAll(/\p{Script=Han}+|[a-z]+/gu)].flatMap(([run]) =>
    run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  )
}

const K1 = 1.2
const B = 0.75

/** Inverse document frequency, never negative: ln(1 + (n - df + 0.5) / (df + 0.5)). */
export function inverseDocumentFrequency(documentFrequency: number, count: number): number {
  return Math.log(1 + (count - documentFrequency + 0.5) / (documentFrequency + 0.5))
}

/** What a passage's length adds to the denominator of every term in it. */
export function bm25Norm(length: number, averageLength: number): number {
  return K1 * (1 - B + (B * length) / averageLength)
}

/** BM25 weight of one term in one passage (Robertson and Zaragoza 2009), k1 1.2 and b 0.75. */
export function bm25Weight(idf: number, termFrequency: number, norm: number): number {
  return (idf * termFrequency * (K1 + 1)) / (termFrequency + norm)
}

/** No weight of a term is as high as this, however often it occurs. */
export function bm25Bound(idf: number): number {
  return idf * (K1 + 1)
}

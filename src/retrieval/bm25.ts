const K1 = 1.2
const B = 0.75

/** Inverse document frequency, never negative: ln(1 + (n - df + 0.5) / (df + 0.5)). */
export function inverseDocumentFrequency(documentFrequency: number, count: number): number {
  return Math.log(1 + (count - documentFrequency + 0.5) / (documentFrequency + 0.5))
}

/** BM25 weight of one term in one passage (Robertson and Zaragoza 2009), k1 1.2 and b 0.75. */
export function bm25Weight(
  idf: number,
  termFrequency: number,
  length: number,
  averageLength: number,
): number {
  const norm = K1 * (1 - B + (B * length) / averageLength)
  return (idf * termFrequency * (K1 + 1)) / (termFrequency + norm)
}

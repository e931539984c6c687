import type { Range } from '../../corpus/index.ts'
import { COMMON_WEIGHT, type ContentPiece, type Query } from '../../retrieval/index.ts'

/** A query without what a pattern finds in it: words that said how to answer and not what about. */
export function withoutWords(query: Query, pattern: RegExp): Query {
  const ranges = [...query.view.matchAll(new RegExp(pattern.source, 'gu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  return ranges.length === 0 ? query : { ...query, pieces: cutPieces(query.pieces, ranges) }
}

/** The pieces less some ranges of the question; a piece that is cut in two becomes two. */
export function cutPieces(
  pieces: readonly ContentPiece[],
  ranges: readonly Range[],
): readonly ContentPiece[] {
  return pieces.flatMap((piece) => {
    const parts: ContentPiece[] = []
    let from = 0
    for (let at = 0; at <= piece.text.length; at++) {
      const offset = piece.start + at
      const isCut = ranges.some(({ start, end }) => start <= offset && offset < end)
      if (!isCut && at < piece.text.length) continue
      if (at - from > 1) parts.push(slice(piece, from, at))
      from = at + 1
    }
    return parts
  })
}

function slice({ start, text, weights }: ContentPiece, from: number, to: number): ContentPiece {
  return { start: start + from, text: text.slice(from, to), weights: weights.slice(from, to) }
}

/** Whether a piece holds at least two neighbouring characters that are not planning words. */
export function carriesMeaning(piece: ContentPiece): boolean {
  if (/^[a-z0-9.+-]+$/u.test(piece.text)) return true
  return piece.weights.some(
    (weight, at) => weight > COMMON_WEIGHT && (piece.weights[at + 1] ?? 0) > COMMON_WEIGHT,
  )
}

/** Half-open range of UTF-16 offsets into a string. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Converts offsets of one text between code points (the API) and UTF-16 units (the DOM). */
export interface CodePointIndex {
  /** Number of code points in the text. */
  readonly length: number
  toUtf16(codePoint: number): number
  toCodePoint(utf16: number): number
  /** Undefined when the range does not lie within the text. */
  rangeOf(start: number, end: number): TextRange | undefined
}

/** One pass over the text; every later conversion is a binary search over its surrogate pairs. */
export function indexCodePoints(text: string): CodePointIndex {
  const pairs: number[] = []
  let length = 0
  for (const character of text) {
    if (character.length === 2) pairs.push(length)
    length++
  }
  const toUtf16 = (codePoint: number) => codePoint + countBelow(pairs, codePoint)
  return {
    length,
    toUtf16,
    toCodePoint: (utf16) => {
      let before = 0
      let after = pairs.length
      while (before < after) {
        const middle = (before + after) >> 1
        const pairStart = (pairs[middle] ?? 0) + middle
        if (pairStart + 1 < utf16) before = middle + 1
        else after = middle
      }
      return utf16 - before
    },
    rangeOf: (start, end) =>
      Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length
        ? { start: toUtf16(start), end: toUtf16(end) }
        : undefined,
  }
}

function countBelow(ascending: readonly number[], limit: number): number {
  let from = 0
  let to = ascending.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((ascending[middle] ?? 0) < limit) from = middle + 1
    else to = middle
  }
  return from
}

/**
 * Converts UTF-16 offsets of one text into code point offsets. Built once per text; texts without surrogate
 * pairs cost nothing.
 */
export function codePointOffsets(text: string): (utf16: number) => number {
  const pairs = lowSurrogates(text)
  if (pairs.length === 0) return (utf16) => utf16
  return (utf16) => utf16 - countBelow(pairs, utf16)
}

/** The other way: UTF-16 offsets of one text for code point offsets. */
export function utf16Offsets(text: string): (codePoint: number) => number {
  // The code point offset of each character that takes two units.
  const wide = lowSurrogates(text).map((at, index) => at - 1 - index)
  return (codePoint) => codePoint + countBelow(wide, codePoint)
}

/** Where the second halves of surrogate pairs stand. */
function lowSurrogates(text: string): readonly number[] {
  const pairs: number[] = []
  if (!/[\ud800-\udbff]/.test(text)) return pairs
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(text.charCodeAt(at + 1))) pairs.push(at + 1)
  }
  return pairs
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}

/** How many of the ascending numbers are smaller than `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? limit) < limit) low = middle + 1
    else high = middle
  }
  return low
}

import fc from 'fast-check'

/** Text as it occurs: Chinese, line breaks and blanks, characters beyond the BMP, emoji, variation selectors. */
export const anyText = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom('青', '岛', '衛', '。', ',', '1', '%', '“', ' ', '\u3000', '\n'),
      },
      { weight: 3, arbitrary: fc.constantFrom('𠮷', '𡈽', '😀', '👨‍👩‍👧', '葛\u{e0100}', '☎\ufe0f', '🇨🇳') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

/** A text with a non-empty code point range in it. */
export const textWithRange = anyText
  .filter((text) => text.length > 0)
  .chain((text) => {
    const { length } = [...text]
    return fc
      .tuple(fc.nat(length - 1), fc.nat(length - 1))
      .map(([a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) + 1 }))
  })

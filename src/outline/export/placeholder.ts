/** 〔…〕 to be filled in by a person; not the year of a document number such as 〔2026〕5号. */
const PLACEHOLDER = /〔(?!\d{4}〕\s*第?\d+号)[^〔〕\n]*〕/gu

/** A text in pieces, each a placeholder or not. */
export function piecesOf(
  text: string,
): readonly { readonly text: string; readonly isPlaceholder: boolean }[] {
  let end = 0
  const pieces = [...text.matchAll(PLACEHOLDER)].flatMap((match) => {
    const before = { text: text.slice(end, match.index), isPlaceholder: false }
    end = match.index + match[0].length
    return [before, { text: match[0], isPlaceholder: true }]
  })
  return [...pieces, { text: text.slice(end), isPlaceholder: false }].filter((piece) => piece.text !== '')
}

/** A run of Han characters, or one number or Latin word. Punctuation and blanks separate pieces. */
export interface LexicalPiece {
  readonly kind: 'han' | 'token'
  readonly text: string
  readonly start: number
}

const PIECE = /(?<token>[0-9]*[a-z][a-z0-9]*|\d+(?:\.\d+)*)|(?<han>\p{Script=Han}+)/gu

/** @param view normalised text */
export function lexicalPieces(view: string): readonly LexicalPiece[] {
  const pieces: LexicalPiece[] = []
  for (const match of view.matchAll(PIECE)) {
    const kind = match.groups?.token === undefined ? 'han' : 'token'
    pieces.push({ kind, text: match[0], start: match.index })
  }
  return pieces
}

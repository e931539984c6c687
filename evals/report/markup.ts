/** Text that is markup already; everything else is escaped on its way in. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Piece = Markup | string | number | null | readonly Piece[]

/** Markup from a template; null leaves nothing, lists are joined. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(
    strings.map((string, at) => string + (at < pieces.length ? shown(pieces[at] ?? null) : '')).join(''),
  )
}

function shown(piece: Piece): string {
  if (piece === null) return ''
  if (piece instanceof Markup) return piece.text
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece))
  return piece.map(shown).join('')
}

const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** For HTML and XML, text and attributes; characters that XML cannot hold are left out. */
export function escaped(text: string): string {
  const held = [...text].filter((char) => /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD]|[^\0-\uFFFF]/u.test(char))
  return held.join('').replace(/[&<>"]/gu, (char) => ENTITY[char] ?? '')
}

/** One character where it stands on its page; the origin is the top left corner, units are the page's own. */
export interface Glyph {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Size of the font, which is also the width of a Han character. */
  readonly size: number
}

/** Everything written on one page. */
export interface PageGlyphs {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  /** Text that does not run from left to right, such as a watermark. */
  readonly slanted: readonly string[]
}

/** Where one line of the text stands on its page. */
export interface LineBox {
  /** Range of the text. */
  readonly start: number
  readonly end: number
  readonly top: number
  readonly bottom: number
  /** Left and right of each UTF-16 unit of the range in turn. */
  readonly edges: readonly number[]
}

/** Proposed for the port: the page behind the text, for a view of the original with a citation marked in it. */
export interface PageLayout {
  readonly width: number
  readonly height: number
  readonly lines: readonly LineBox[]
}

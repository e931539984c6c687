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

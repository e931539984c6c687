import type { Exclusion } from '../../corpus/index.ts'
import type { DecodedText, DocumentReader } from '../../ingest/document-reader.ts'
import type { LineBox, PageLayout } from '../../ingest/page-layout.ts'
import type { PageGlyphs } from './glyph.ts'
import { joint, paragraphsOf } from './paragraphs.ts'
import { runningLinesOf } from './running-lines.ts'
import { type TextLine, textLinesOf } from './text-line.ts'

/** Text read from pages, with the place of every character on them. */
export interface PagedText extends DecodedText {
  readonly pages: readonly PageLayout[]
}

/** A reader of a format whose pages have a fixed layout. */
export interface PagedReader extends DocumentReader {
  read(file: string, bytes: Uint8Array): Promise<PagedText>
}

/**
 * Text of a document that consists of placed characters. Running lines follow the paragraph they would
 * otherwise cut in two.
 */
export function pageTextOf(pages: readonly PageGlyphs[], encoding: string): PagedText {
  const lines = pages.flatMap((page, at) => textLinesOf(at, page))
  const running = runningLinesOf(
    lines,
    pages.map(({ height }) => height),
  )
  const writer = new PageTextWriter(pages)
  const waiting = [
    ...running,
    ...pages.flatMap(({ slanted }, page) => slanted.map((text) => slantedLine(page, text))),
  ].sort((a, b) => a.page - b.page)
  for (const paragraph of paragraphsOf(lines.filter((line) => !running.has(line)))) {
    const page = paragraph[0]?.page ?? 0
    while ((waiting[0]?.page ?? Number.POSITIVE_INFINITY) < page) writer.writeRunning(waiting.shift())
    writer.writeParagraph(paragraph)
  }
  for (const line of waiting) writer.writeRunning(line)
  return { ...writer.finish(encoding), doubts: doubtsAbout(pages) }
}

function doubtsAbout(pages: readonly PageGlyphs[]): readonly string[] {
  const empty = pages.flatMap(({ glyphs }, at) =>
    glyphs.some(({ text }) => text.trim() !== '') ? [] : [at + 1],
  )
  return empty.length === 0 ? [] : [`第 ${empty.join('、')} 页没有读到文字（空白页或图片），请对照原件。`]
}

function slantedLine(page: number, text: string): TextLine {
  return { page, area: '', text, edges: [], left: 0, right: 0, baseline: 0, size: 0 }
}

class PageTextWriter {
  #text = ''
  readonly #exclusions: Exclusion[] = []
  readonly #pages: { readonly width: number; readonly height: number; readonly lines: LineBox[] }[]

  constructor(pages: readonly PageGlyphs[]) {
    this.#pages = pages.map(({ width, height }) => ({ width, height, lines: [] }))
  }

  writeParagraph(lines: readonly TextLine[]): void {
    if (this.#text !== '') this.#text += '\n'
    lines.forEach((line, at) => {
      const before = lines[at - 1]
      if (before !== undefined) this.#text += joint(before.text, line.text)
      this.#writeLine(line)
    })
  }

  writeRunning(line: TextLine | undefined): void {
    if (line === undefined) return
    this.writeParagraph([line])
    this.#exclusions.push({
      start: this.#text.length - line.text.length,
      end: this.#text.length,
      reason: 'running_line',
    })
  }

  #writeLine({ page, text, edges, baseline, size }: TextLine): void {
    const start = this.#text.length
    this.#text += text
    if (edges.length === 0) return
    const box = { start, end: this.#text.length, top: baseline - size, bottom: baseline + size * 0.2, edges }
    this.#pages[page]?.lines.push(box)
  }

  finish(encoding: string): PagedText {
    return { text: this.#text, encoding, exclusions: this.#exclusions, pages: this.#pages }
  }
}

import type { PageGlyphs } from './glyph.ts'
import { pageGlyphsOf } from './page-glyphs.ts'
import { type PagedReader, pageTextOf } from './page-text.ts'
import { openPdf, refused } from './pdf-document.ts'
import { PdfWithoutTextError } from './pdf-without-text-error.ts'

const MARK_ZONE = 1024
/** Scans carry a stamped number or a scanner's name at most. */
const FEWEST_CHARACTERS = 15
const LARGEST_NAMELESS_SHARE = 0.1

/**
 * PDFs with text.
 * @throws PdfWithoutTextError when there is nothing to read but pictures
 */
export const pdfReader: PagedReader = {
  accepts: (_file, bytes) => Buffer.from(bytes.subarray(0, MARK_ZONE)).includes('%PDF-'),
  read: async (file, bytes) => {
    const pages = await glyphPages(file, bytes)
    if (!hasText(pages))
      throw new PdfWithoutTextError(`PDF 里没有可读的文字（是扫描件或图片），需要文字识别：${file}`, {
        details: { file, pages: pages.length },
      })
    return pageTextOf(pages, 'pdf')
  },
}

async function glyphPages(file: string, bytes: Uint8Array): Promise<readonly PageGlyphs[]> {
  const document = await openPdf(file, bytes)
  try {
    const pages: PageGlyphs[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      pages.push(await pageGlyphsOf(page))
      page.cleanup()
    }
    return pages
  } catch (cause) {
    throw refused(cause, file)
  } finally {
    await document.loadingTask.destroy()
  }
}

function hasText(pages: readonly PageGlyphs[]): boolean {
  const characters = pages.flatMap(({ glyphs }) => glyphs.filter(({ text }) => text.trim() !== ''))
  const nameless = characters.filter(({ text }) => /[\p{Cc}\p{Co}\ufffd]/u.test(text)).length
  const few = pages.filter(({ glyphs }) => glyphs.length < FEWEST_CHARACTERS).length
  return (
    characters.length > 0 && few <= pages.length / 2 && nameless <= characters.length * LARGEST_NAMELESS_SHARE
  )
}

import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { UnreadableFileError } from '../../error.ts'

const LARGEST_IMAGE = 64 * 1024 * 1024
const MOST_PAGES = 2000

/**
 * Opens a PDF without scripts, forms, system fonts or network; all tables it may need lie in the package.
 * @throws UnreadableFileError
 */
export async function openPdf(file: string, bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    // The library takes the buffer for itself.
    data: Uint8Array.from(bytes),
    cMapUrl: `${folder}/cmaps/`,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    wasmUrl: `${folder}/wasm/`,
    iccUrl: `${folder}/iccs/`,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: LARGEST_IMAGE,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    if (document.numPages > MOST_PAGES) throw refusal(`PDF 页数过多（上限 ${MOST_PAGES} 页）`, file)
    return document
  } catch (cause) {
    await task.destroy()
    throw refused(cause, file)
  }
}

/** Faults of the library become refusals; it names a wish for a password by its own class. */
export function refused(cause: unknown, file: string): unknown {
  if (cause instanceof UnreadableFileError || !(cause instanceof Error)) return cause
  const reason = cause.name === 'PasswordException' ? 'PDF 有密码，无法读取' : 'PDF 已损坏或不完整'
  return new UnreadableFileError(`${reason}：${file}`, { cause, details: { file } })
}

function refusal(reason: string, file: string): UnreadableFileError {
  return new UnreadableFileError(`${reason}：${file}`, { details: { file } })
}

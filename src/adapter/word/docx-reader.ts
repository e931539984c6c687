import type { Exclusion } from '../../corpus/index.ts'
import { UnreadableFileError } from '../../error.ts'
import type { DecodedText, DocumentReader } from '../../ingest/document-reader.ts'
import { childAt, isZip, openZip } from '../archive/index.ts'
import { type DocumentLine, DocumentWriter } from './document-lines.ts'
import { doubtsAbout } from './docx-doubt.ts'
import { createNotes } from './notes.ts'
import { type PackageParts, packageParts } from './package-parts.ts'

const NEWLINE = '\n'

/** Word documents (docx, docm, dotx), with the numbers Word writes before paragraphs. */
export const docxReader: DocumentReader = {
  accepts: (file, bytes) => isZip(bytes) && isDocx(file, bytes),
  read: async (file, bytes) => {
    const parts = packageParts(file, openZip(file, bytes))
    const text = joined(linesOf(file, parts))
    if (text.text.trim() === '') throw refusal('Word 文件里没有文字', file)
    return { ...text, doubts: doubtsAbout(parts.document) }
  },
}

/** A damaged directory is for `read` to refuse. */
function isDocx(file: string, bytes: Uint8Array): boolean {
  try {
    return openZip(file, bytes).entries.some(({ name }) => /^word\/document\d*\.xml$/.test(name))
  } catch (error) {
    if (error instanceof UnreadableFileError) return /\.do[ct][xm]$/i.test(file)
    throw error
  }
}

function linesOf(file: string, parts: PackageParts): readonly DocumentLine[] {
  const body = childAt(parts.document, 'body')
  if (body === undefined) throw refusal('Word 文件里没有正文部分', file)
  const notes = createNotes(parts)
  const writer = new DocumentWriter(parts, notes.mark)
  const lines = writer.linesOf(body)
  const noteLines = notes.referenced().map(({ mark, note }) => ({
    text: `${mark}${writer
      .linesOf(note)
      .map(({ text }) => text.trim())
      .join(' ')}`,
    isContents: false,
  }))
  return [...lines, ...noteLines]
}

function joined(lines: readonly DocumentLine[]): DecodedText {
  const exclusions: Exclusion[] = []
  let start = 0
  for (const { text, isContents } of lines) {
    if (isContents && text.trim() !== '')
      exclusions.push({ start, end: start + text.length, reason: 'page_chrome' })
    start += text.length + NEWLINE.length
  }
  return { text: lines.map(({ text }) => text).join(NEWLINE), encoding: 'docx', exclusions }
}

function refusal(reason: string, file: string): UnreadableFileError {
  return new UnreadableFileError(`${reason}：${file}`, { details: { file } })
}

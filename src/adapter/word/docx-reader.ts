import { UnreadableFileError } from '../../error.ts'
import type { DocumentReader } from '../../ingest/document-reader.ts'
import { childAt, isZip, openZip } from '../archive/index.ts'
import { type DocumentLine, DocumentWriter } from './document-lines.ts'
import { doubtsAbout } from './doubt.ts'
import { joinedLines } from './joined-lines.ts'
import { createNotes } from './notes.ts'
import { type PackageParts, packageParts } from './package-parts.ts'

/** Word documents (docx, docm, dotx), with the numbers Word writes before paragraphs. */
export const docxReader: DocumentReader = {
  accepts: (file, bytes) => isZip(bytes) && isDocx(file, bytes),
  read: async (file, bytes) => {
    const parts = packageParts(file, openZip(file, bytes))
    const text = joinedLines(linesOf(file, parts))
    if (text.text.trim() === '') throw refusal('Word 文件里没有文字', file)
    return { ...text, encoding: 'docx', doubts: doubtsAbout(parts.document) }
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

function refusal(reason: string, file: string): UnreadableFileError {
  return new UnreadableFileError(`${reason}：${file}`, { details: { file } })
}

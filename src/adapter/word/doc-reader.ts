import { UnreadableFileError } from '../../error.ts'
import type { DecodedText, DocumentReader } from '../../ingest/document-reader.ts'
import { holdsName, isCompoundFile, openCompoundFile } from './compound-file.ts'
import { DocLineWriter } from './doc-lines.ts'
import { ParagraphScanner, shownCharacters } from './doc-paragraphs.ts'
import { type DocStreams, docStreams, docText } from './doc-text.ts'
import { changesDoubt, picturesDoubt } from './doubt.ts'
import { joinedLines } from './joined-lines.ts'

/** Bit in the file information block that says the text is encrypted. */
const ENCRYPTED = 0x0100

/** Word 97-2003 documents and WPS documents of that format, with the numbers Word writes before paragraphs. */
export const docReader: DocumentReader = {
  accepts: (_file, bytes) => isCompoundFile(bytes) && holdsName(bytes, 'WordDocument'),
  read: async (file, bytes) => {
    try {
      return decodedOf(file, streamsOf(file, bytes))
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause
      throw damaged(file, cause)
    }
  },
}

/** Tables that point outside of the file show when they are followed, as a RangeError. */
function streamsOf(file: string, bytes: Uint8Array): DocStreams {
  const container = openCompoundFile(bytes)
  const streams = container === undefined ? undefined : docStreams(container.stream)
  if (streams === undefined) throw damaged(file)
  if ((streams.main.getUint16(10, true) & ENCRYPTED) !== 0) throw refusal('文件有密码，无法读取', file)
  return streams
}

function decodedOf(file: string, streams: DocStreams): DecodedText {
  const text = docText(streams)
  const { shown, changes } = shownCharacters(streams, text)
  const [body = 0, footnotes = 0, headers = 0, , comments = 0, endnotes = 0, boxes = 0] = text.lengths
  const afterComments = body + footnotes + headers + comments
  // Both kinds of note have the same mark in the text; with both in one file nothing tells them apart.
  const mark = footnotes > 0 && endnotes > 0 ? '' : footnotes > 0 ? '注' : '尾注'
  const [inBody, inNotes] = [new ParagraphScanner(shown, mark), new ParagraphScanner(shown, mark)]
  const writer = new DocLineWriter(streams, text)
  const lines = [
    ...inBody.paragraphs(0, body),
    ...inBody.paragraphs(afterComments + endnotes, boxes),
    ...inNotes.paragraphs(body, footnotes),
    ...inNotes.paragraphs(afterComments, endnotes),
  ]
  const decoded = joinedLines(withoutEmptyEnd(writer.linesOf(lines)))
  if (decoded.text.trim() === '') throw refusal('Word 文件里没有文字', file)
  return {
    ...decoded,
    encoding: 'doc',
    doubts: [...changesDoubt(changes), ...picturesDoubt(inBody.pictures)],
  }
}

/** The last paragraph of every part is an empty one. */
function withoutEmptyEnd<T extends { readonly text: string }>(lines: readonly T[]): readonly T[] {
  return lines.slice(0, lines.findLastIndex(({ text }) => text.trim() !== '') + 1)
}

function damaged(file: string, cause?: unknown): UnreadableFileError {
  const reason = `Word 文件（.doc）已损坏或不完整：${file}`
  return new UnreadableFileError(reason, { cause, details: { file } })
}

function refusal(reason: string, file: string): UnreadableFileError {
  return new UnreadableFileError(`${reason}：${file}`, { details: { file } })
}

import { UnreadableFileError } from '../../error.ts'
import type { DocumentReader } from '../../ingest/document-reader.ts'
import { textReader } from '../../ingest/encoding/index.ts'
import { htmlReader } from '../html/index.ts'
import { ofdReader } from '../ofd/index.ts'
import { pdfReader } from '../pdf/index.ts'
import { docReader, docxReader } from '../word/index.ts'
import { formatName } from './format-name.ts'

/** Formats told by their content first; plain text is what is left over. */
const READERS: readonly DocumentReader[] = [
  pdfReader,
  docxReader,
  ofdReader,
  docReader,
  htmlReader,
  textReader,
]

/** @throws UnreadableFileError that names the format where it is known */
export function readerFor(file: string, bytes: Uint8Array): DocumentReader {
  if (bytes.length === 0) throw new UnreadableFileError(`文件是空的：${file}`, { details: { file } })
  const reader = READERS.find((candidate) => candidate.accepts(file, bytes))
  if (reader !== undefined) return reader
  const name = formatName(file, bytes)
  throw new UnreadableFileError(
    name === undefined ? `不认识的文件格式：${file}` : `不支持的文件格式（${name}）：${file}`,
    { details: { file } },
  )
}

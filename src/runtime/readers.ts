import { htmlReader } from '../adapter/html/index.ts'
import { LONGEST_TEXT, readInChild } from '../adapter/parser-process/index.ts'
import { type DecodedText, type DocumentReader, textReader } from '../ingest/index.ts'

/** Plain text needs no parser that a file could harm, unless it may be too long to be read at all. */
export function isPlainText(file: string, bytes: Uint8Array): boolean {
  return bytes.length <= LONGEST_TEXT && textReader.accepts(file, bytes) && !htmlReader.accepts(file, bytes)
}

/** Every other format is parsed in a process of its own, so that a bomb or a crash takes nothing else along. */
export function decodeInChild(file: string, bytes: Uint8Array): Promise<DecodedText> {
  return readInChild(file, bytes)
}

/** The formats this runtime reads, the most particular first. */
export const READERS: readonly DocumentReader[] = [
  { accepts: isPlainText, read: textReader.read },
  { accepts: () => true, read: decodeInChild },
]

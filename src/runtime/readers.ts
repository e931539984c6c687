import { htmlReader } from '../adapter/html/index.ts'
import { LONGEST_TEXT, readInChild } from '../adapter/parser-process/index.ts'
import { type DocumentReader, textReader } from '../ingest/index.ts'

/** Plain text needs no parser, so it is read at once, unless it may be too long to be read at all. */
const inProcess: DocumentReader = {
  accepts: (file, bytes) =>
    bytes.length <= LONGEST_TEXT && textReader.accepts(file, bytes) && !htmlReader.accepts(file, bytes),
  read: textReader.read,
}

/** Every other format is parsed in a process of its own, so that a bomb or a crash takes nothing else along. */
const inChild: DocumentReader = { accepts: () => true, read: readInChild }

/** The formats this runtime reads, the most particular first. */
export const READERS: readonly DocumentReader[] = [inProcess, inChild]

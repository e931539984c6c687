import type { Document } from '../corpus/index.ts'
import { GarbledTextError, UnreadableFileError } from '../error.ts'
import type { Gazetteer } from '../text/index.ts'
import type { DocumentReader } from './document-reader.ts'
import { mojibakeIn } from './encoding/index.ts'
import type { PageLayout } from './page-layout.ts'
import { readDocument } from './read-document.ts'

/** What it takes to make a document of a file. */
export interface Reading {
  /** Asked in order; the first that accepts a file reads it. */
  readonly readers: readonly DocumentReader[]
  readonly gazetteer: Gazetteer
}

/** What one file came to. */
export interface ReadFile {
  readonly document: Document
  /** Undefined for a format without pages. */
  readonly layout: readonly PageLayout[] | undefined
}

const LARGEST_FILE = 20 * 1024 * 1024
/** A reading that accounts for less of its text than this is not fit to be searched. */
const LEAST_COVERAGE = 0.99

/**
 * Decodes and reads one file without storing it.
 * @throws UnreadableFileError with a reason in plain Chinese
 */
export async function readFile(
  file: string,
  bytes: Uint8Array,
  { readers, gazetteer }: Reading,
): Promise<ReadFile> {
  checkSize(file, bytes)
  const reader = readers.find((candidate) => candidate.accepts(file, bytes))
  if (reader === undefined) throw new UnreadableFileError(`不支持这种文件：${file}`, { details: { file } })
  const decoded = await reader.read(file, bytes)
  const damage = mojibakeIn(decoded.text)
  if (damage !== undefined)
    throw new GarbledTextError(`${damage}，请从原处重新保存：${file}`, { details: { file } })
  const document = readDocument(file, bytes, decoded, gazetteer)
  if (document.passages.length === 0)
    throw new UnreadableFileError(`文件里没有正文：${file}`, { details: { file } })
  if (document.coverage < LEAST_COVERAGE) {
    throw new UnreadableFileError(`文件只读懂了 ${(document.coverage * 100).toFixed(1)}%，未入库：${file}`, {
      details: { file },
    })
  }
  return { document, layout: decoded.pages }
}

/** @throws UnreadableFileError for a file that is too large to be read */
export function checkSize(file: string, bytes: Uint8Array): void {
  if (bytes.length <= LARGEST_FILE) return
  throw new UnreadableFileError(
    `文件过大（${(bytes.length / 1024 / 1024).toFixed(1)} MB，上限 20 MB）：${file}`,
    { details: { file } },
  )
}

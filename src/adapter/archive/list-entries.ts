import { UnreadableFileError } from '../../error.ts'
import type { ArchiveEntry, ArchiveReader } from '../../ingest/archive-reader.ts'
import { isZip, openZip, ZIP_LIMITS, type ZipLimits } from './zip.ts'

const DEEPEST = 2
const LONGEST_LABEL = 200
/** Zips that are one document and not many files. */
const DOCUMENT_PARTS = /^(?:\[Content_Types\]\.xml|OFD\.xml|mimetype|META-INF\/.*)$/
/** What systems and editors leave in archives beside the files. */
const LEFTOVER = /(?:^|\/)(?:__MACOSX\/|\.[^./][^/]*$|~\$|Thumbs\.db$|desktop\.ini$)/i

export const archiveReader: ArchiveReader = {
  accepts: (file, bytes) => isZip(bytes) && isArchive(file, bytes),
  listEntries: async function* (file, bytes) {
    let isEmpty = true
    for await (const entry of entriesOf(file, bytes, { ...ZIP_LIMITS }, 1)) {
      isEmpty = false
      yield entry
    }
    // An upload that comes to nothing must say so.
    if (isEmpty) throw new UnreadableFileError(`压缩包里没有文件：${file}`, { details: { file } })
  },
}

function isArchive(file: string, bytes: Uint8Array): boolean {
  try {
    return !openZip(file, bytes).entries.some(({ name }) => DOCUMENT_PARTS.test(name))
  } catch (error) {
    if (error instanceof UnreadableFileError) return /\.zip$/i.test(file)
    throw error
  }
}

/** Archives inside share what is left of the outermost archive's limits. */
async function* entriesOf(
  file: string,
  bytes: Uint8Array,
  left: { -readonly [name in keyof ZipLimits]: ZipLimits[name] },
  depth: number,
): AsyncIterable<ArchiveEntry> {
  const zip = openZip(file, bytes, left)
  left.entries -= zip.entries.length
  for (const { name, size } of zip.entries) {
    if (LEFTOVER.test(name)) continue
    left.unpackedBytes -= size
    const entry = { file: labelOf(name), bytes: zip.unpack(name) }
    if (!archiveReader.accepts(entry.file, entry.bytes)) yield entry
    else if (depth < DEEPEST) yield* entriesOf(`${file}/${entry.file}`, entry.bytes, left, depth + 1)
    else
      throw new UnreadableFileError(`压缩包嵌套过深（上限 ${DEEPEST} 层）：${file}/${entry.file}`, {
        details: { file },
      })
  }
}

/** Without steps up, drives, control characters and marks that turn the direction of writing; of a long one its end. */
function labelOf(name: string): string {
  const segments = name
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .split(/[/\\]/)
    .filter((segment) => !/^(?:\.{0,2}|[A-Za-z]:)$/.test(segment))
  const end = segments.join('/').slice(-LONGEST_LABEL)
  // The cut may have gone through a character.
  return end.replace(/^[\udc00-\udfff]/u, '') || '未命名'
}

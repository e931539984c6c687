import { UnreadableFileError } from '../error.ts'
import type { DecodedText, DocumentReader } from './document-reader.ts'

/** Text files; asked last, it takes whatever no other reader knows. */
export const plainTextReader: DocumentReader = {
  accepts: () => true,
  read: async (file, bytes) => decodeText(bytes, file),
}

/** At least this share of two-byte characters must be common ones before bytes are believed to be GB18030. */
const COMMON_SHARE = 0.9

/**
 * Decodes a text file strictly: a byte order mark, else UTF-8, else GB18030 when it reads like Chinese.
 * Not one byte is replaced or skipped.
 * @throws UnreadableFileError for an empty or binary file and for bytes that are no valid text
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  if (bytes.length === 0) throw new UnreadableFileError(`文件是空的：${file}`, { details: { file } })
  const marked = decodeMarked(bytes, file)
  if (marked !== undefined) return marked
  if (bytes.includes(0)) {
    throw new UnreadableFileError(`不是文本文件（含有二进制内容）：${file}`, { details: { file } })
  }
  const utf8 = tryDecode('utf-8', bytes)
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' }
  const gb18030 = looksLikeGb18030(bytes) ? tryDecode('gb18030', bytes) : undefined
  if (gb18030 !== undefined) return { text: gb18030, encoding: 'gb18030' }
  const offset = firstInvalidUtf8(bytes)
  throw new UnreadableFileError(
    `文件编码已损坏：${file} 第 ${offset} 字节起既不是有效的 UTF-8，也不是 GB18030。请从原处重新保存。`,
    { details: { file, offset } },
  )
}

function decodeMarked(bytes: Uint8Array, file: string): DecodedText | undefined {
  const [a, b, c] = bytes
  const mark =
    a === 0xef && b === 0xbb && c === 0xbf
      ? { encoding: 'utf-8', length: 3 }
      : a === 0xff && b === 0xfe
        ? { encoding: 'utf-16le', length: 2 }
        : a === 0xfe && b === 0xff
          ? { encoding: 'utf-16be', length: 2 }
          : undefined
  if (mark === undefined) return undefined
  const text = tryDecode(mark.encoding, bytes.subarray(mark.length))
  if (text === undefined) {
    throw new UnreadableFileError(`文件标明是 ${mark.encoding}，但内容不符：${file}`, { details: { file } })
  }
  return { text, encoding: `${mark.encoding}-bom` }
}

function tryDecode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Counts two-byte characters of GB2312's symbols and its 3,755 common characters (rows 1-3 and 16-55). */
function looksLikeGb18030(bytes: Uint8Array): boolean {
  let common = 0
  let total = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x81) continue
    total++
    const trail = bytes[at + 1] ?? 0
    const isCommonRow = (lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)
    if (isCommonRow && trail >= 0xa1) common++
    at++
  }
  return total > 0 && common / total >= COMMON_SHARE
}

function firstInvalidUtf8(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isUtf8Prefix(bytes.subarray(0, middle + 1))) low = middle + 1
    else high = middle
  }
  return low
}

function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

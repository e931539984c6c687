import type { DocumentReader } from '../document-reader.ts'
import { decodeStrictly } from './decode-strictly.ts'

/** First bytes of formats that are not text although their beginning may hold no zero byte. */
const BINARY_MARKS = [
  '%PDF',
  'PK\x03\x04',
  'PK\x05\x06',
  '{\\rtf',
  '\x89PNG',
  '\xff\xd8\xff',
  'Rar!',
  '7z\xbc\xaf',
  'GIF8',
  '\x1f\x8b',
  'BM',
  'II*\0',
  'MM\0*',
]
/** Text, but of programs and tables and not of plans. */
const NO_DOCUMENT = /\.(?:json|jsonl|csv|tsv|xml|ya?ml|ini|toml|js|ts|css|sql|py|java|c|h|sh|bat|log)$/i
const SAMPLE = 4096

/** Plain text and Markdown in UTF-8, GB18030, Big5 or UTF-16. */
export const textReader: DocumentReader = {
  accepts: (file, bytes) => {
    if (/\.(?:txt|md|markdown|text)$/i.test(file)) return true
    if (NO_DOCUMENT.test(file)) return false
    const start = String.fromCharCode(...bytes.subarray(0, 8))
    return !BINARY_MARKS.some((mark) => start.startsWith(mark)) && !looksBinary(bytes.subarray(0, SAMPLE))
  },
  read: async (file, bytes) => decodeStrictly(file, bytes),
}

/** Wide text has its zero bytes all on one side of the pairs. */
function looksBinary(sample: Uint8Array): boolean {
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  return Math.min(...zeros) > 0
}

import { GarbledTextError, UnreadableFileError } from '../../error.ts'
import type { DecodedText } from '../document-reader.ts'
import { mojibakeIn } from './mojibake.ts'
import { LEAST_FREQUENT, type Plausibility, plausibilityOf } from './plausibility.ts'
import { tryDecode } from './try-decode.ts'

const BYTE_ORDER_MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
const CANDIDATES = ['gb18030', 'big5', 'utf-16le', 'utf-16be']

const LEAST_ORDINARY = 0.95
/** Of two readings that both look right one must be better by this factor, else a person has to say. */
const LEAST_LEAD = 1.3

interface Candidate extends DecodedText {
  readonly plausibility: Plausibility
}

/**
 * Decodes text without replacing or skipping one byte. The bytes decide; `declared` (a page's meta charset)
 * only breaks a tie, because saved pages often keep the charset of the page they were saved from.
 * @throws UnreadableFileError when the encoding is a toss-up, or the bytes are damaged or no text
 */
export function decodeStrictly(file: string, bytes: Uint8Array, declared?: string): DecodedText {
  if (bytes.length === 0) throw refusal('文件是空的', file)
  const said = canonical(declared)
  const decoded = decodeMarked(file, bytes) ?? decodeUtf8(bytes) ?? decodeByPlausibility(file, bytes, said)
  if (hasControls(decoded.text)) throw refusal('不是文本文件（含有二进制内容）', file)
  if (said === undefined || decoded.encoding.startsWith(said)) return decoded
  const doubt = `网页声明的编码是 ${declared}，内容却是 ${decoded.encoding}，已按内容读取。`
  return { ...decoded, doubts: [...(decoded.doubts ?? []), doubt] }
}

function decodeMarked(file: string, bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0)
    throw refusal('文件编码是 UTF-32，请另存为 UTF-8', file)
  const found = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (found === undefined) return undefined
  const [encoding, mark] = found
  const text = tryDecode(encoding, bytes.subarray(mark.length))
  if (text === undefined) throw refusal(`文件标明是 ${encoding}，但内容不符`, file)
  return { text, encoding: `${encoding}-bom` }
}

function decodeUtf8(bytes: Uint8Array): DecodedText | undefined {
  if (bytes.includes(0)) return undefined
  const text = tryDecode('utf-8', bytes)
  return text === undefined ? undefined : { text, encoding: 'utf-8' }
}

function decodeByPlausibility(file: string, bytes: Uint8Array, declared: string | undefined): DecodedText {
  const wide = bytes.includes(0)
  const [best, second] = CANDIDATES.filter((encoding) => !wide || encoding.startsWith('utf-16'))
    .flatMap((encoding) => candidate(encoding, bytes))
    .filter(isPlausible)
    .sort((a, b) => b.plausibility.frequent - a.plausibility.frequent)
  if (best === undefined) throw wide ? refusal('不是文本文件（含有二进制内容）', file) : unknown(file, bytes)
  if (second === undefined) return { text: best.text, encoding: best.encoding }
  const chosen = leads(best, second) ? best : [best, second].find(({ encoding }) => encoding === declared)
  if (chosen === undefined)
    throw refusal(`文件编码不能确定（像 ${best.encoding}，也像 ${second.encoding}），请另存为 UTF-8`, file)
  const { text, encoding } = chosen
  const other = chosen === best ? second.encoding : best.encoding
  return {
    text,
    encoding,
    doubts: [`文件没有标明编码，按 ${encoding} 读取；按 ${other} 读也像中文，请核对。`],
  }
}

function candidate(encoding: string, bytes: Uint8Array): readonly Candidate[] {
  if (encoding.startsWith('utf-16') && bytes.length % 2 === 1) return []
  const text = tryDecode(encoding, bytes)
  return text === undefined ? [] : [{ text, encoding, plausibility: plausibilityOf(text) }]
}

/** Wide text without any Han (an English page) has only its ordinary characters to speak for it. */
function isPlausible({ plausibility, encoding }: Candidate): boolean {
  const { ordinary, frequent, hanCount } = plausibility
  if (ordinary < LEAST_ORDINARY) return false
  return hanCount === 0 ? encoding.startsWith('utf-16') : frequent >= LEAST_FREQUENT
}

function leads(best: Candidate, second: Candidate): boolean {
  return best.plausibility.frequent >= second.plausibility.frequent * LEAST_LEAD
}

/** @returns the WHATWG name, with the whole GB family as its superset */
function canonical(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  try {
    const { encoding } = new TextDecoder(label)
    return encoding === 'gbk' ? 'gb18030' : encoding
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Form feed, vertical tab and the old end-of-file mark occur in real text files; the rest does not. */
function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const controls = text.match(/[\0-\x08\x0e-\x19\x1b-\x1f]/g)?.length ?? 0
  return controls > 0 && controls / text.length > 0.0005
}

function unknown(file: string, bytes: Uint8Array): UnreadableFileError {
  const gb18030 = tryDecode('gb18030', bytes)
  const damage = gb18030 === undefined ? undefined : mojibakeIn(gb18030)
  if (damage !== undefined)
    return new GarbledTextError(`${damage}，请从原处重新保存：${file}`, { details: { file } })
  const at = `第 ${firstInvalidUtf8(bytes)} 字节起不是有效的 UTF-8`
  return refusal(`文件编码已损坏或不受支持（${at}，也不像 GB18030、Big5 或 UTF-16），请从原处重新保存`, file)
}

/** Offset of the first byte that no UTF-8 text continues with. */
function firstInvalidUtf8(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isUtf8Start(bytes.subarray(0, middle + 1))) low = middle + 1
    else high = middle
  }
  return low
}

function isUtf8Start(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function refusal(reason: string, file: string): UnreadableFileError {
  return new UnreadableFileError(`${reason}：${file}`, { details: { file } })
}

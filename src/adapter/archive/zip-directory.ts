import type { UnreadableFileError } from '../../error.ts'

/** One entry as the central directory declares it. */
export interface RawEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  /** Of the local header. */
  readonly offset: number
}

const END_MARK = 0x06054b50
const ENTRY_MARK = 0x02014b50
const LONGEST_COMMENT = 0xffff
const END_LENGTH = 22
const ENTRY_LENGTH = 46
const UTF8_FLAG = 0x800
const UNICODE_PATH = 0x7075
const ZIP64 = 0x0001
const IN_ZIP64 = 0xffffffff

type Refuse = (reason: string) => UnreadableFileError

/** The files of a zip by its central directory, which is the only directory that is believed. */
export function centralEntries(bytes: Uint8Array, most: number, refuse: Refuse): readonly RawEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) throw refuse('压缩包不完整')
  const count = view.getUint16(end + 10, true)
  if (count > most) throw refuse(`压缩包里内容过多（上限 ${most} 项）`)
  const entries: RawEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY_MARK) throw refuse('压缩包的目录已损坏')
    const variable = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const next = at + ENTRY_LENGTH + variable.reduce((sum, length) => sum + length, 0)
    if (next > end) throw refuse('压缩包的目录已损坏')
    const entry = entryAt(view, at, refuse)
    if (!entry.name.endsWith('/')) entries.push(entry)
    at = next
  }
  return entries
}

function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END_MARK) return at
  }
  return undefined
}

function entryAt(view: DataView, at: number, refuse: Refuse): RawEntry {
  const flags = view.getUint16(at + 8, true)
  const nameLength = view.getUint16(at + 28, true)
  const extras = extrasOf(view, at + ENTRY_LENGTH + nameLength, view.getUint16(at + 30, true))
  const nameBytes = bytesOf(view, at + ENTRY_LENGTH, nameLength)
  const unicodeName = extras.get(UNICODE_PATH)?.subarray(5)
  const [size, packedSize, offset] = wideFields(
    [24, 20, 42].map((field) => view.getUint32(at + field, true)),
    extras.get(ZIP64),
  )
  if (size === undefined || packedSize === undefined || offset === undefined)
    throw refuse('压缩包的目录已损坏')
  return {
    name: nameOf(unicodeName ?? nameBytes, (flags & UTF8_FLAG) !== 0),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    offset,
  }
}

/** Fields at their largest value stand in the zip64 extra, in this order. */
function wideFields(
  fields: readonly number[],
  wide: Uint8Array | undefined,
): readonly (number | undefined)[] {
  let at = 0
  return fields.map((field) => {
    if (field !== IN_ZIP64) return field
    if (wide === undefined || at + 8 > wide.length) return undefined
    const value = new DataView(wide.buffer, wide.byteOffset, wide.byteLength).getBigUint64(at, true)
    at += 8
    return Number(value)
  })
}

function extrasOf(view: DataView, start: number, length: number): ReadonlyMap<number, Uint8Array> {
  const extras = new Map<number, Uint8Array>()
  for (let at = start; at + 4 <= start + length; ) {
    const size = Math.min(view.getUint16(at + 2, true), start + length - at - 4)
    extras.set(view.getUint16(at, true), bytesOf(view, at + 4, size))
    at += 4 + size
  }
  return extras
}

function bytesOf(view: DataView, start: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + start, length)
}

/** Programs on Chinese Windows write GBK names without saying so, and some write UTF-8 without its flag. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  for (const encoding of isUtf8 ? ['utf-8'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  return Buffer.from(bytes).toString('latin1')
}

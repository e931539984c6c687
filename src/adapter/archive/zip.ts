import { crc32, inflateRawSync } from 'node:zlib'
import { UnreadableFileError } from '../../error.ts'
import { centralEntries, type RawEntry } from './zip-directory.ts'

/** Bounds of what a container may unpack to. */
export interface ZipLimits {
  readonly entries: number
  readonly unpackedBytes: number
  readonly ratio: number
}

export const ZIP_LIMITS: ZipLimits = { entries: 2000, unpackedBytes: 200 * 1024 * 1024, ratio: 100 }
/** Small entries (a page of repeated markup) may pack better than the ratio allows without being a bomb. */
const RATIO_FREE_BYTES = 1024 * 1024

/** A zip container whose directory has been checked; entries are unpacked one at a time. */
export interface Zip {
  readonly entries: readonly { readonly name: string; readonly size: number }[]
  has(name: string): boolean
  /** @throws UnreadableFileError for a missing, encrypted, damaged or dishonest entry */
  unpack(name: string): Uint8Array
}

/**
 * Opens a container and refuses what no honest program writes: too much inside, overlapping entries, one name
 * twice. Nothing is unpacked yet.
 * @throws UnreadableFileError
 */
export function openZip(file: string, bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Zip {
  const refuse = (reason: string) => new UnreadableFileError(`${reason}：${file}`, { details: { file } })
  const entries = centralEntries(bytes, limits.entries, refuse)
  checkSizes(entries, bytes.length, limits, refuse)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  if (byName.size < entries.length) throw refuse('压缩包里有重名的内容')
  return {
    entries: entries.map(({ name, size }) => ({ name, size })),
    has: (name) => byName.has(name),
    unpack: (name) => {
      const entry = byName.get(name)
      if (entry === undefined) throw refuse(`压缩包里缺少 ${name}`)
      return unpack(entry, bytes, refuse)
    },
  }
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

type Refuse = (reason: string) => UnreadableFileError

function checkSizes(entries: readonly RawEntry[], length: number, limits: ZipLimits, refuse: Refuse): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > limits.unpackedBytes)
    throw refuse(`解压后过大（上限 ${Math.floor(limits.unpackedBytes / 1024 / 1024)} MB）`)
  const packed = entries.reduce((sum, { packedSize }) => sum + packedSize, 0)
  if (packed > length) throw refuse('压缩包的目录不实')
  for (const { size, packedSize } of [...entries, { size: total, packedSize: packed }]) {
    if (size > RATIO_FREE_BYTES && size > packedSize * limits.ratio)
      throw refuse(`压缩比超过 ${limits.ratio}，疑似压缩炸弹`)
  }
  const ordered = [...entries].sort((a, b) => a.offset - b.offset)
  ordered.forEach(({ offset, packedSize }, at) => {
    if (offset + packedSize > (ordered[at + 1]?.offset ?? length)) throw refuse('压缩包的内容互相重叠')
  })
}

function unpack(entry: RawEntry, bytes: Uint8Array, refuse: Refuse): Uint8Array {
  if (entry.encrypted) throw refuse('文件有密码，无法读取')
  const packed = packedBytes(entry, bytes)
  if (packed === undefined) throw refuse(`压缩包已损坏（${entry.name}）`)
  const unpacked = entry.method === 0 ? packed : inflated(entry, packed, refuse)
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc)
    throw refuse(`压缩包已损坏（${entry.name}）`)
  return unpacked
}

function packedBytes(entry: RawEntry, bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) return undefined
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  return start + entry.packedSize > bytes.length ? undefined : bytes.subarray(start, start + entry.packedSize)
}

/** Inflating stops at the size the directory declares, whatever the stream holds. */
function inflated({ method, name, size }: RawEntry, packed: Uint8Array, refuse: Refuse): Uint8Array {
  if (method !== 8) throw refuse(`不支持的压缩方法（${name}）`)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    throw new UnreadableFileError(refuse(`压缩包已损坏（${name}）`).message, { cause })
  }
}

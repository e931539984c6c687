const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const HEADER_LENGTH = 512
const FIRST_TABLE_SECTORS = 109
const MOST_STREAM_BYTES = 100 * 1024 * 1024

export function isCompoundFile(bytes: Uint8Array): boolean {
  return COMPOUND_FILE.every((byte, at) => bytes[at] === byte)
}

/** Streams of a compound file are named in UTF-16 in its directory. */
export function holdsName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
}

/**
 * Whether every chain of sectors ends inside the file. The library follows chains without looking back, so a
 * ring would fill the memory.
 */
export function hasSoundChains(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER_LENGTH * 2) return false
  const shift = view.getUint16(30, true)
  const tableSectors = view.getInt32(44, true)
  // Files over 7 MB of table keep part of it elsewhere; no plan is that long.
  if ((shift !== 9 && shift !== 12) || tableSectors < 1 || tableSectors > FIRST_TABLE_SECTORS) return false
  const sectorSize = 1 << shift
  const table = Array.from({ length: tableSectors }, (_, at) => view.getInt32(76 + at * 4, true))
  const next = entriesOf(view, table, sectorSize)
  if (next.length < (tableSectors * sectorSize) / 4) return false
  const sectorCount = Math.ceil((bytes.length - HEADER_LENGTH) / sectorSize)
  if (!endsEverywhere(next, sectorCount)) return false
  const small = entriesOf(view, chainFrom(view.getInt32(60, true), next), sectorSize)
  return endsEverywhere(small, small.length) && hasSoundDirectory(view, next, sectorSize)
}

/** Only for tables that are known to hold no ring. */
function chainFrom(first: number, next: readonly number[]): readonly number[] {
  const chain: number[] = []
  for (let sector = first; sector >= 0; sector = next[sector] ?? -1) chain.push(sector)
  return chain
}

function entriesOf(view: DataView, sectors: readonly number[], sectorSize: number): readonly number[] {
  return sectors
    .map((sector) => HEADER_LENGTH + sector * sectorSize)
    .filter((start) => start >= HEADER_LENGTH && start + sectorSize <= view.byteLength)
    .flatMap((start) =>
      Array.from({ length: sectorSize / 4 }, (_, at) => view.getInt32(start + at * 4, true)),
    )
}

/** No sector may be reached from two others, and none may lead back to itself or out of the file. */
function endsEverywhere(next: readonly number[], sectorCount: number): boolean {
  const reached = new Set<number>()
  for (const to of next) {
    if (to < 0) continue
    if (to >= Math.min(sectorCount, next.length) || reached.has(to)) return false
    reached.add(to)
  }
  const seen = new Uint8Array(next.length)
  for (let start = 0; start < next.length; start++) {
    if (reached.has(start) || seen[start] === 1) continue
    for (let at = start; at >= 0; at = next[at] ?? -1) seen[at] = 1
  }
  return seen.every((mark) => mark === 1)
}

/** Entries form a tree; a stream's size and first sector lie inside the file. */
function hasSoundDirectory(view: DataView, next: readonly number[], sectorSize: number): boolean {
  const visited = new Set<number>()
  const offsets = chainFrom(view.getInt32(48, true), next).flatMap((sector) =>
    Array.from({ length: sectorSize / 128 }, (_, at) => HEADER_LENGTH + sector * sectorSize + at * 128),
  )
  if (offsets.some((offset) => offset + 128 > view.byteLength)) return false
  for (const offset of offsets) {
    if (view.getUint8(offset + 66) === 0) continue
    const size = view.getInt32(offset + 120, true)
    if (size < 0 || size > MOST_STREAM_BYTES) return false
    for (const link of [68, 72, 76].map((field) => view.getInt32(offset + field, true))) {
      if (link === -1) continue
      if (link < 0 || link >= offsets.length || visited.has(link)) return false
      visited.add(link)
    }
  }
  return offsets.length > 0
}

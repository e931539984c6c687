const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const HEADER_LENGTH = 512
const FIRST_TABLE_SECTORS = 109
const SHORT_SECTOR = 64
const MOST_STREAM_BYTES = 100 * 1024 * 1024

export function isCompoundFile(bytes: Uint8Array): boolean {
  return COMPOUND_FILE.every((byte, at) => bytes[at] === byte)
}

/** Streams of a compound file are named in UTF-16 in its directory. */
export function holdsName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
}

/** The streams of a compound file whose chains of sectors all end inside the file. */
export interface CompoundFile {
  stream(name: string): Uint8Array | undefined
}

interface Tables {
  readonly view: DataView
  readonly sectorSize: number
  /** For each sector the one after it. */
  readonly next: readonly number[]
  /** The same for the short sectors, which lie in the root's stream. */
  readonly nextShort: readonly number[]
}

/** Undefined where a chain is a ring or leads out of the file. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | undefined {
  const tables = tablesOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (tables === undefined) return undefined
  const entries = directoryOf(tables)
  if (!isSoundDirectory(tables.view, entries)) return undefined
  return {
    stream: (name) => {
      const entry = entries.find((offset) => nameAt(tables.view, offset) === name)
      return entry === undefined ? undefined : contentOf(tables, entry, entries[0] ?? entry)
    },
  }
}

function tablesOf(view: DataView): Tables | undefined {
  if (view.byteLength < HEADER_LENGTH * 2) return undefined
  const shift = view.getUint16(30, true)
  const tableSectors = view.getInt32(44, true)
  // Files over 7 MB of table keep part of it elsewhere; no plan is that long.
  if ((shift !== 9 && shift !== 12) || tableSectors < 1 || tableSectors > FIRST_TABLE_SECTORS)
    return undefined
  const sectorSize = 1 << shift
  const table = Array.from({ length: tableSectors }, (_, at) => view.getInt32(76 + at * 4, true))
  const next = entriesOf(view, table, sectorSize)
  if (next.length < (tableSectors * sectorSize) / 4) return undefined
  const sectorCount = Math.ceil((view.byteLength - HEADER_LENGTH) / sectorSize)
  if (!endsEverywhere(next, sectorCount)) return undefined
  const nextShort = entriesOf(view, chainFrom(view.getInt32(60, true), next), sectorSize)
  return endsEverywhere(nextShort, nextShort.length) ? { view, sectorSize, next, nextShort } : undefined
}

function contentOf(tables: Tables, entry: number, root: number): Uint8Array {
  const { view, sectorSize, next, nextShort } = tables
  const first = view.getInt32(entry + 116, true)
  const size = view.getInt32(entry + 120, true)
  if (entry === root || size >= view.getInt32(56, true)) {
    const sectors = chainFrom(first, next).map((sector) =>
      sectorAt(view, HEADER_LENGTH + sector * sectorSize, sectorSize),
    )
    return Buffer.concat(sectors).subarray(0, size)
  }
  const short = contentOf(tables, root, root)
  const sectors = chainFrom(first, nextShort).map((sector) =>
    short.subarray(sector * SHORT_SECTOR, (sector + 1) * SHORT_SECTOR),
  )
  return Buffer.concat(sectors).subarray(0, size)
}

/** The last sector of a file may be cut short. */
function sectorAt(view: DataView, start: number, length: number): Uint8Array {
  const end = Math.min(start + length, view.byteLength)
  return new Uint8Array(view.buffer, view.byteOffset + start, Math.max(end - start, 0))
}

function nameAt(view: DataView, offset: number): string {
  const length = Math.min(Math.max(view.getUint16(offset + 64, true) - 2, 0), 62)
  return Buffer.from(view.buffer, view.byteOffset + offset, length).toString('utf16le')
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

/** Offsets of the entries of the directory, the root first. */
function directoryOf({ view, sectorSize, next }: Tables): readonly number[] {
  return chainFrom(view.getInt32(48, true), next).flatMap((sector) =>
    Array.from({ length: sectorSize / 128 }, (_, at) => HEADER_LENGTH + sector * sectorSize + at * 128),
  )
}

/** Entries form a tree; a stream's size lies within bounds. */
function isSoundDirectory(view: DataView, offsets: readonly number[]): boolean {
  const visited = new Set<number>()
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

import { z } from 'zod'
import { InvalidSnapshotError } from './invalid-snapshot-error.ts'

const MAGIC = 'YDSNAP01'
const ALIGNMENT = 8
const PREFIX = MAGIC.length + ALIGNMENT

const headerSchema = z.object({
  kind: z.string(),
  blocks: z.array(z.int().nonnegative()),
  facts: z.unknown(),
})

/** What an index writes down of itself: facts (JSON) and blocks of bytes, in the writer's order. */
export interface Snapshot {
  readonly facts: unknown
  readonly blocks: readonly Uint8Array[]
}

/**
 * One array of bytes holding facts and blocks, each block at a multiple of 8 bytes. Numbers inside
 * blocks keep the byte order of the machine, which is little-endian wherever this runs.
 * @param kind names what is inside and its version
 */
export function packSnapshot(kind: string, { facts, blocks }: Snapshot): Uint8Array {
  const header = new TextEncoder().encode(
    JSON.stringify({ kind, blocks: blocks.map((b) => b.byteLength), facts }),
  )
  const start = PREFIX + aligned(header.byteLength)
  const bytes = new Uint8Array(blocks.reduce((at, block) => at + aligned(block.byteLength), start))
  bytes.set(new TextEncoder().encode(MAGIC))
  new DataView(bytes.buffer).setUint32(MAGIC.length, header.byteLength, true)
  bytes.set(header, PREFIX)
  let at = start
  for (const block of blocks) {
    bytes.set(block, at)
    at += aligned(block.byteLength)
  }
  return bytes
}

/**
 * The parts of a packed snapshot; every block is a copy with a buffer of its own.
 * @throws InvalidSnapshotError for another kind, another length or anything else that is not whole
 */
export function unpackSnapshot(kind: string, bytes: Uint8Array): Snapshot {
  if (bytes.byteLength < PREFIX) throw new InvalidSnapshotError('索引快照不完整。')
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new InvalidSnapshotError('不是索引快照。')
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true)
  const header = parseHeader(bytes.subarray(PREFIX, PREFIX + length))
  if (header.kind !== kind) {
    throw new InvalidSnapshotError('索引快照的种类或版本不同。', {
      details: { expected: kind, actual: header.kind },
    })
  }
  let at = PREFIX + aligned(length)
  const total = header.blocks.reduce((end, size) => end + aligned(size), at)
  if (total !== bytes.byteLength) throw new InvalidSnapshotError('索引快照的长度与其说明不符。')
  const blocks = header.blocks.map((size) => {
    // Not `bytes.slice`: on a Node Buffer that is a view, unaligned and holding the whole file.
    const block = new Uint8Array(bytes.subarray(at, at + size))
    at += aligned(size)
    return block
  })
  return { facts: header.facts, blocks }
}

function parseHeader(bytes: Uint8Array): z.infer<typeof headerSchema> {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw new InvalidSnapshotError('索引快照的说明无法读取。', { cause })
  }
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT
}

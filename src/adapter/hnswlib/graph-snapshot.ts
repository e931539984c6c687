import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HierarchicalNSW } from 'hnswlib-node'
import { z } from 'zod'
import { documentIdSchema, passageIdSchema } from '../../corpus/index.ts'
import { AppError, StorageError } from '../../error.ts'
import {
  InvalidSnapshotError,
  PassageSlots,
  packSnapshot,
  unpackSnapshot,
  VectorTable,
} from '../../retrieval/index.ts'

/** What the graph file itself does not say, or says unreliably. */
export interface GraphFacts {
  readonly embedderId: string
  readonly dimension: number
  readonly space: string
  readonly temporaryFolder?: string
}

const KIND = 'hnsw-1'

const factsSchema = z.object({
  embedderId: z.string(),
  dimension: z.int().positive(),
  space: z.string(),
  count: z.int().nonnegative(),
})
const slotsSchema = z.array(z.tuple([passageIdSchema, documentIdSchema]).nullable())

/** Facts, passage of each label, vectors and graph in one array of bytes. */
export function packGraph(facts: GraphFacts, graph: HierarchicalNSW, table: VectorTable): Uint8Array {
  const entries = table.slots.entries()
  const { values } = table
  return packSnapshot(KIND, {
    facts: factsSchema.parse({ ...facts, count: entries.length }),
    blocks: [
      new TextEncoder().encode(JSON.stringify(entries)),
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
      inTemporaryFile(facts, (file) => {
        graph.writeIndexSync(file)
        return readFileSync(file)
      }),
    ],
  })
}

/**
 * Loads the graph and returns the table that belongs to it.
 * @throws InvalidSnapshotError
 */
export function unpackGraph(expected: GraphFacts, graph: HierarchicalNSW, bytes: Uint8Array): VectorTable {
  const { facts, blocks } = unpackSnapshot(KIND, bytes)
  const found = parsed(factsSchema, facts)
  for (const name of ['embedderId', 'dimension', 'space'] as const) {
    if (found[name] !== expected[name]) {
      throw new InvalidSnapshotError('向量索引快照出自另一嵌入模型或设置。', {
        details: { name, expected: expected[name], actual: found[name] },
      })
    }
  }
  const [names, values, file] = blocks
  if (names === undefined || values === undefined || file === undefined) throw incomplete()
  const table = tableOf(found, names, values)
  loadGraph(expected, graph, file)
  if (graph.getCurrentCount() !== found.count || graph.getNumDimensions() !== found.dimension)
    throw incomplete()
  return table
}

function tableOf(
  { count, dimension }: z.infer<typeof factsSchema>,
  names: Uint8Array,
  values: Uint8Array,
): VectorTable {
  const entries = parsed(slotsSchema, jsonOf(names))
  if (entries.length !== count) throw incomplete()
  if (values.byteLength !== count * dimension * Float32Array.BYTES_PER_ELEMENT) throw incomplete()
  const vectors = new Float32Array(values.buffer, values.byteOffset, count * dimension)
  return new VectorTable(dimension, PassageSlots.restore(entries), vectors)
}

function loadGraph(facts: GraphFacts, graph: HierarchicalNSW, bytes: Uint8Array): void {
  inTemporaryFile(facts, (file) => {
    writeFileSync(file, bytes)
    try {
      graph.readIndexSync(file)
    } catch (cause) {
      throw new InvalidSnapshotError('向量索引快照的图无法读取。', { cause })
    }
  })
}

function inTemporaryFile<T>({ temporaryFolder = tmpdir() }: GraphFacts, work: (file: string) => T): T {
  try {
    const folder = mkdtempSync(join(temporaryFolder, 'yaodian-hnsw-'))
    try {
      return work(join(folder, 'graph'))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new StorageError(`临时文件夹 ${temporaryFolder} 读写失败。`, {
      cause,
      details: { folder: temporaryFolder },
    })
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (!result.success) throw new InvalidSnapshotError('向量索引快照的内容无法读取。', { cause: result.error })
  return result.data
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new InvalidSnapshotError('向量索引快照的内容无法读取。', { cause })
  }
}

function incomplete(): InvalidSnapshotError {
  return new InvalidSnapshotError('向量索引快照不完整。')
}

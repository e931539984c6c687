import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256 } from '../corpus/index.ts'
import { UnreadableFileError } from '../error.ts'
import {
  asDone,
  type DocumentStore,
  documentReceipt,
  FileProgress,
  type Library,
  type ReceiptStore,
} from '../ingest/index.ts'

const seedManifestSchema = z.array(
  z.object({ file: z.string(), sha256: z.string(), bytes: z.int(), what: z.string() }),
)

export const SEED_FOLDER = join(import.meta.dirname, '../../seeds')
const SETTING = 'seeds'

interface SeedParts {
  readonly library: Library
  readonly store: DocumentStore
  readonly receipts: ReceiptStore
  /** Plans read at the same time. */
  readonly width: number
  /** Told after each plan. */
  readonly report: (done: number, total: number, file: string) => void
}

/**
 * Loads the sample plans into an empty library, once. A start that was cut short is taken up where it
 * stopped; a library that has been used, or emptied by its owner, is left alone.
 * @returns how many were loaded
 */
export async function loadSeeds({ library, store, receipts, width, report }: SeedParts): Promise<number> {
  const state = store.setting(SETTING)
  if (state === 'loaded' || (state === undefined && library.corpus().documents.size > 0)) return 0
  store.saveSetting(SETTING, 'loading')
  const seeds = readSeeds()
  let done = 0
  let loaded = 0
  const added = asDone(seeds, width, async ({ file, bytes }) => {
    const isKnown = library.find(bytes) !== undefined
    const progress = new FileProgress()
    if (isKnown) return { file, isKnown }
    const { document } = await library.add(file, bytes, { progress })
    receipts.add(documentReceipt('added', document, { file, at: new Date(), progress }))
    return { file, isKnown }
  })
  for await (const { file, isKnown } of added) {
    if (!isKnown) loaded++
    report(++done, seeds.length, file)
  }
  store.saveSetting(SETTING, 'loaded')
  return loaded
}

/** @throws UnreadableFileError when a sample is not byte for byte what the manifest says */
function readSeeds() {
  const manifest = seedManifestSchema.parse(
    JSON.parse(readFileSync(join(SEED_FOLDER, 'manifest.json'), 'utf8')),
  )
  return manifest.map((seed) => {
    const bytes = readFileSync(join(SEED_FOLDER, seed.file))
    if (sha256(bytes) === seed.sha256) return { file: seed.file, bytes }
    throw new UnreadableFileError(`样例文件已被改动，与清单不符：${seed.file}`, {
      details: { file: seed.file },
    })
  })
}

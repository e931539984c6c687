import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256 } from '../corpus/index.ts'
import { UnreadableFileError } from '../error.ts'
import type { DocumentStore, Library } from '../ingest/index.ts'

const seedManifestSchema = z.array(
  z.object({ file: z.string(), sha256: z.string(), bytes: z.int(), what: z.string() }),
)

export const SEED_FOLDER = join(import.meta.dirname, '../../seeds')
const SETTING = 'seeds'

/**
 * Loads the sample plans into an empty library, once. A start that was cut short is taken up where it
 * stopped; a library that has been used, or emptied by its owner, is left alone.
 * @param report told after each plan
 */
export async function loadSeeds(
  library: Library,
  store: DocumentStore,
  report: (done: number, total: number, file: string) => void,
): Promise<number> {
  const state = store.setting(SETTING)
  if (state === 'loaded' || (state === undefined && library.corpus().documents.size > 0)) return 0
  store.saveSetting(SETTING, 'loading')
  const manifest = seedManifestSchema.parse(
    JSON.parse(readFileSync(join(SEED_FOLDER, 'manifest.json'), 'utf8')),
  )
  let loaded = 0
  for (const [index, seed] of manifest.entries()) {
    const bytes = readFileSync(join(SEED_FOLDER, seed.file))
    if (sha256(bytes) !== seed.sha256) {
      throw new UnreadableFileError(`样例文件已被改动，与清单不符：${seed.file}`, {
        details: { file: seed.file },
      })
    }
    if (library.find(bytes) === undefined) {
      await library.add(seed.file, bytes)
      loaded++
    }
    report(index + 1, manifest.length, seed.file)
  }
  store.saveSetting(SETTING, 'loaded')
  return loaded
}

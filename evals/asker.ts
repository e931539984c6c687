import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Desk } from '../src/answer/index.ts'
import { respond } from '../src/api/index.ts'
import { parseConfig } from '../src/config.ts'
import type { DocumentId } from '../src/corpus/index.ts'
import { openService } from '../src/runtime/service.ts'
import type { Asker } from './suite.ts'

export interface OpenAsker {
  readonly ask: Asker
  close(): void
}

/** The product over the given files, in a data folder of its own that goes away with it. */
export async function openAsker(files: readonly string[]): Promise<OpenAsker> {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-eval-'))
  const service = await openService(parseConfig({ YAODIAN_DATA: folder }), {
    withSeeds: false,
    report: () => undefined,
  })
  for (const file of files) await service.deps.documentLibrary.add(basename(file), readFileSync(file))
  return {
    ask: (question, file) => respond(question, filtersFor(file, service.deps.desk()), service.deps),
    close: () => {
      service.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function filtersFor(
  file: string | undefined,
  { corpus }: Desk,
): { readonly documentIds?: readonly DocumentId[] } {
  if (file === undefined) return {}
  const named = [...corpus.documents.values()].filter(({ document }) => document.file === file)
  return { documentIds: named.map(({ document }) => document.id) }
}

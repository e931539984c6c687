import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Desk } from '../src/answer/index.ts'
import { type AnswerJson, type ApiDeps, answerOf, startAnswer } from '../src/api/index.ts'
import { parseConfig } from '../src/config.ts'
import type { DocumentId } from '../src/corpus/index.ts'
import { openService } from '../src/runtime/service.ts'
import type { Asker, SuiteSource } from './suite.ts'

export interface OpenAsker {
  readonly ask: Asker
  close(): void
}

/** The product over the files of a suite, in a data folder of its own that goes away with it. */
export async function openAsker({ files }: Pick<SuiteSource, 'files'>): Promise<OpenAsker> {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-eval-'))
  const service = await openService(parseConfig({ YAODIAN_DATA: folder }), {
    withSeeds: false,
    report: () => undefined,
  })
  for (const { file, bytes } of files) await service.deps.documentLibrary.add(file, bytes)
  return {
    ask: ({ question, history, file }) => askInTurn([...history, question], file, service.deps),
    close: () => {
      service.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The answer to the last of several questions of one conversation. */
async function askInTurn(
  questions: readonly string[],
  file: string | undefined,
  deps: ApiDeps,
): Promise<AnswerJson | undefined> {
  const filters = filtersFor(file, deps.desk())
  let last: AnswerJson | undefined
  for (const question of questions) {
    const conversation = questions.length === 1 ? null : { id: last?.conversation_id ?? undefined }
    last = await answerOf(startAnswer({ question, filters, conversation }, deps))
  }
  return last
}

function filtersFor(
  file: string | undefined,
  { corpus }: Desk,
): { readonly documentIds?: readonly DocumentId[] } {
  if (file === undefined) return {}
  const named = [...corpus.documents.values()].filter(({ document }) => document.file === file)
  return { documentIds: named.map(({ document }) => document.id) }
}

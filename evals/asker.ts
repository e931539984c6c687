import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AnswerJson, type ApiDeps, answerOf, startAnswer } from '../src/api/index.ts'
import { parseConfig } from '../src/config.ts'
import { openService } from '../src/runtime/service.ts'
import type { CorpusFile } from './corpus-file.ts'
import type { Asker } from './suite.ts'

export interface OpenAsker {
  readonly ask: Asker
  close(): void
}

/** The product over the given files, in a data folder of its own that goes away with it. */
export async function openAsker(files: readonly CorpusFile[]): Promise<OpenAsker> {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-eval-'))
  const service = await openService(parseConfig({ YAODIAN_DATA: folder }), {
    withSeeds: false,
    report: () => undefined,
  })
  for (const { file, bytes } of files) await service.deps.documentLibrary.add(file, bytes)
  return {
    ask: (question, history = []) => askInTurn([...history, question], service.deps),
    close: () => {
      service.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The answer to the last of several questions of one conversation. */
async function askInTurn(questions: readonly string[], deps: ApiDeps): Promise<AnswerJson | undefined> {
  let last: AnswerJson | undefined
  for (const question of questions) {
    const conversation = questions.length === 1 ? null : { id: last?.conversation_id ?? undefined }
    last = await answerOf(startAnswer({ question, filters: {}, conversation }, deps))
  }
  return last
}

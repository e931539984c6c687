import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerOf, startAnswer } from '../../src/api/index.ts'
import { parseConfig } from '../../src/config.ts'
import { documentIdSchema } from '../../src/corpus/index.ts'
import type { Complaint } from '../../src/evaluation/index.ts'
import { openService, type Service } from '../../src/runtime/service.ts'
import { type OpenAsker, openAsker } from '../asker.ts'
import { GONE } from './complaint-score.ts'
import type { PlannedSuite } from './sources.ts'

/** The product over the files of a suite; a complaint is asked of the documents that could be asked then. */
export async function openSuiteAsker(
  { source, complaints }: PlannedSuite,
  settings: Readonly<Record<string, string>>,
): Promise<OpenAsker> {
  if (complaints === null) return openAsker(source, settings)
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-eval-'))
  const service = await openService(parseConfig({ ...settings, YAODIAN_DATA: folder }), {
    withSeeds: false,
    report: () => undefined,
  })
  for (const { file, bytes } of source.files) await service.deps.documentLibrary.add(file, bytes)
  return {
    ask: async ({ id }) => {
      const complaint = complaints.get(id)
      return complaint === undefined ? EMPTY : askAgain(complaint, service)
    },
    close: () => {
      service.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const EMPTY = { kind: 'refused', text: GONE, sentences: [], citations: [], near_misses: [] }

async function askAgain(
  { question, history, filters, documents }: Complaint,
  { deps }: Service,
): Promise<unknown> {
  const held = deps.desk().corpus.documents
  const documentIds = documents.map(({ id }) => documentIdSchema.parse(id))
  if (!documentIds.every((id) => held.has(id))) return EMPTY
  const { regions, years } = filters
  const asked = {
    ...(regions === undefined ? {} : { regions }),
    ...(years === undefined ? {} : { years }),
    documentIds,
  }
  let conversationId: string | undefined
  let last: unknown
  for (const one of [...history, question]) {
    const conversation = history.length === 0 ? null : { id: conversationId }
    const answer = await answerOf(startAnswer({ question: one, filters: asked, conversation }, deps))
    conversationId = answer.conversation_id ?? undefined
    last = answer
  }
  return last
}

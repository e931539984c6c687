import { archiveReader } from '../../src/adapter/archive/index.ts'
import { createMemoryAnswerStore } from '../../src/adapter/memory/answer-store.ts'
import { createMemoryConversationStore } from '../../src/adapter/memory/conversation-store.ts'
import { createMemoryFeedbackStore } from '../../src/adapter/memory/feedback-store.ts'
import { createMemoryJobStore } from '../../src/adapter/memory/job-store.ts'
import { createMemoryReceiptStore } from '../../src/adapter/memory/receipt-store.ts'
import { type ApiDeps, createAnswerRuns, createApi } from '../../src/api/index.ts'
import type { Document } from '../../src/corpus/index.ts'
import { createJobs, createPlanReader, type DocumentReader, textReader } from '../../src/ingest/index.ts'
import { openFixedService } from '../../src/runtime/fixed-service.ts'
import { noWords } from '../../src/text/index.ts'
import { libraryOverNothing } from '../desk.ts'
import { gazetteer, readSeed, SEEDS } from '../reader.ts'

export const seedDocuments: readonly Document[] = (Object.keys(SEEDS) as (keyof typeof SEEDS)[]).map(readSeed)

/** The API over documents in memory. */
export async function openApi(documents: readonly Document[] = seedDocuments) {
  const deps = await openFixedService(documents)
  return { deps, api: createApi(deps) }
}

/** The API over an empty library that takes files in. `changes` counts how often it was told of a change. */
export function openEmptyApi(readers?: readonly DocumentReader[]) {
  const { library, desk } = libraryOverNothing(readers)
  let changes = 0
  const onLibraryChanged = () => {
    changes++
  }
  const receipts = createMemoryReceiptStore()
  const now = () => new Date()
  const newId = () => crypto.randomUUID()
  const jobs = createJobs({
    intake: { library, archives: archiveReader, now },
    receipts,
    store: createMemoryJobStore(receipts),
    newId,
    onChanged: onLibraryChanged,
    width: 1,
  })
  const deps: ApiDeps = {
    desk,
    documentLibrary: library,
    read: createPlanReader({ readers: readers ?? [textReader], gazetteer }),
    gazetteer,
    jobs,
    receipts,
    onLibraryChanged,
    answers: createMemoryAnswerStore(),
    runs: createAnswerRuns(),
    conversations: createMemoryConversationStore(),
    feedback: createMemoryFeedbackStore(),
    embedderId: 'test',
    segmenter: noWords,
    notices: [],
    newId,
    now,
  }
  return { app: createApi(deps), library, jobs, changes: () => changes }
}

export type Api = Awaited<ReturnType<typeof openApi>>['api']

export async function post(api: Api, path: string, body: unknown): Promise<Response> {
  const content = typeof body === 'string' ? body : JSON.stringify(body)
  return api.request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: content })
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestHarness, type TestHarness } from 'wrangler'
import { z } from 'zod'
import { readCases } from '../../evals/case.ts'
import { SUITES } from '../../evals/suite.ts'
import { answerSchema, createApi, outlineSchema, searchHitSchema } from '../../src/api/index.ts'
import { parseConfig } from '../../src/config.ts'
import { openService, type Service } from '../../src/runtime/service.ts'
import { buildWorker, type WorkerBundle, WRANGLER_CONFIG } from './worker-bundle.ts'

/** Cloudflare's limit for a free account. */
const LARGEST_UPLOAD = 3 * 1024 * 1024
/** What only Node can load. */
const NODE_ONLY = /nodejieba|hnswlib|@langchain|@hono\/node-server|adapter\/(?:sqlite|langchain)/
const QUESTIONS = SUITES.filter(({ name }) => name === 'seeds').flatMap(({ dataset }) =>
  readCases(dataset).map(({ question }) => question),
)

let bundle: WorkerBundle
let worker: TestHarness
let service: Service
let nodeApi: ReturnType<typeof createApi>
const dataFolder = mkdtempSync(join(tmpdir(), 'yaodian-test-'))

beforeAll(async () => {
  bundle = buildWorker()
  worker = createTestHarness({ workers: [{ configPath: WRANGLER_CONFIG, prebuiltWorkerDir: bundle.folder }] })
  await worker.listen()
  service = await openService(parseConfig({ YAODIAN_DATA: dataFolder }), {
    withSeeds: true,
    report: () => undefined,
  })
  nodeApi = createApi(service.deps)
})

afterAll(async () => {
  await worker?.close()
  service?.close()
  bundle?.remove()
  rmSync(dataFolder, { recursive: true, force: true })
})

describe('bundle of the Worker', () => {
  it('holds no module that needs Node', () => {
    expect(bundle.inputs.length).toBeGreaterThan(50)
    expect(bundle.inputs.filter((file) => NODE_ONLY.test(file))).toEqual([])
  })

  it('imports nothing when it runs but the snapshot of the seeds', () => {
    expect(bundle.imports).toEqual([expect.stringMatching(/^\.\/[0-9a-f]+-seed-snapshot\.txt$/)])
  })

  it('is small enough to upload', () => {
    expect(bundle.gzipBytes).toBeLessThan(LARGEST_UPLOAD)
  })
})

describe('Worker in workerd', () => {
  it('answers several first requests at once', async () => {
    const replies = await Promise.all(
      ['/healthz', '/healthz', '/api/v1/documents'].map((path) => onWorker(path)),
    )
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(replies[0]?.body).toEqual({ status: 'ok' })
  })

  it('answers a seed question with a citation that is in the original', async () => {
    const { body } = await onWorker('/api/v1/answers', { question: '青岛到2024年三级医院要达到多少家？' })
    const answer = answerSchema.parse(body)
    expect(answer).toMatchObject({ kind: 'answered', text: expect.stringContaining('35家以上') })
    const [citation] = answer.citations
    const { body: original } = await onWorker(`/api/v1/documents/${citation?.document_id}/text`)
    const letters = [...z.object({ text: z.string() }).parse(original).text]
    expect(letters.slice(citation?.start_char_index, citation?.end_char_index).join('')).toBe(
      citation?.cited_text,
    )
  })

  it('gives out a stored answer again and problems in Chinese', async () => {
    const { body } = await onWorker('/api/v1/answers', { question: '蓟州区2022年有哪些重点工作？' })
    const { id } = answerSchema.parse(body)
    expect((await onWorker(`/api/v1/answers/${id}`)).body).toEqual(body)
    expect(await onWorker('/api/v1/answers', { question: ' ' })).toMatchObject({
      status: 400,
      body: { detail: '请输入问题。' },
    })
  })

  it('says on the overview that it is read-only', async () => {
    const { body } = await onWorker('/api/v1/overview')
    expect(body).toMatchObject({ documents: 5, notices: [expect.stringContaining('只读')] })
  })
})

describe('Worker and Node over the same seeds', () => {
  it('hold the same documents', async () => {
    const paths = [...service.deps.desk().corpus.documents.keys()].flatMap((id) => [
      `/api/v1/documents/${id}`,
      `/api/v1/documents/${id}/text`,
    ])
    expect(paths).toHaveLength(10)
    for (const path of ['/api/v1/documents', ...paths]) {
      expect(await onWorker(path)).toEqual(await onNode(path))
    }
  })

  it('give the same answers, proofs and refusals', async () => {
    const differing: string[] = []
    for (const question of QUESTIONS) {
      const [there, here] = await Promise.all([answerOf(onWorker, question), answerOf(onNode, question)])
      if (JSON.stringify(there) !== JSON.stringify(here)) differing.push(question)
    }
    expect(QUESTIONS.length).toBeGreaterThan(100)
    expect(differing).toEqual([])
  })

  // Only Node has a dictionary: without its words BM25 weighs the bigrams a little differently.
  it('find nearly the same ten passages', async () => {
    let shared = 0
    let all = 0
    for (const query of QUESTIONS) {
      const [there, here] = await Promise.all([hitsOf(onWorker, query), hitsOf(onNode, query)])
      shared += here.filter((id) => there.includes(id)).length
      all += here.length
    }
    expect(shared / all).toBeGreaterThan(0.9)
  })
})

describe('drafts in the Worker', () => {
  it('are those of Node, and Word is refused in plain words', async () => {
    const asked = { region: '慈溪市', year: 2023 }
    const [there, here] = await Promise.all([
      onWorker('/api/v1/outlines', asked),
      onNode('/api/v1/outlines', asked),
    ])
    expect([there.status, here.status]).toEqual([201, 201])
    const drafted = outlineSchema.strict().parse(there.body)
    const { id, saved_at, aigc } = outlineSchema.parse(here.body)
    expect({ ...drafted, id, saved_at, aigc }).toEqual(here.body)
    expect((await onWorker(`/api/v1/outlines/${drafted.id}`)).body).toEqual(there.body)
    expect(await onWorker(`/api/v1/outlines/${drafted.id}/export?format=docx`)).toMatchObject({
      status: 400,
      body: { detail: '这里不能导出 Word，请选 Markdown 或 JSON。' },
    })
  })
})

interface Reply {
  readonly status: number
  readonly body: unknown
}
type Door = (path: string, posted?: unknown) => Promise<Reply>

const onWorker: Door = async (path, posted) => toReply(await worker.fetch(path, request(posted)))
const onNode: Door = async (path, posted) => toReply(await nodeApi.request(path, request(posted)))

function request(posted: unknown) {
  if (posted === undefined) return {}
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(posted) }
}

async function toReply(response: { readonly status: number; json(): Promise<unknown> }): Promise<Reply> {
  return { status: response.status, body: await response.json() }
}

/** The answer without what is new each time it is given. */
async function answerOf(door: Door, question: string) {
  const { body } = await door('/api/v1/answers', { question })
  const { id, conversation_id, trace_id, created_at, timings_ms, ...answer } = answerSchema.parse(body)
  return answer
}

async function hitsOf(door: Door, query: string): Promise<readonly string[]> {
  const { body } = await door('/api/v1/search', { query, k: 10 })
  return z
    .object({ hits: z.array(searchHitSchema) })
    .parse(body)
    .hits.map((hit) => hit.passage_id)
}

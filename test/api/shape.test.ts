import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  answerSchema,
  documentSummarySchema,
  documentTextSchema,
  inspectionSchema,
  overviewSchema,
  searchHitSchema,
} from '../../src/api/index.ts'
import { openApi, post, seedDocuments } from './api.ts'

const { api, deps } = await openApi()
const [first] = seedDocuments
if (first === undefined) throw new Error('no seed')

const ANSWERED = '青岛到2024年三级医院总数要达到多少家？'
const REFUSED = '广州2022年新增多少张床位？'

async function get<T extends z.ZodType>(path: string, schema: T): Promise<z.infer<T>> {
  const response = await api.request(path)
  expect(response.status).toBe(200)
  return schema.parse(await response.json())
}

async function ask(question: string, filters?: unknown) {
  const response = await post(api, '/api/v1/answers', {
    question,
    ...(filters === undefined ? {} : { filters }),
  })
  expect(response.status).toBe(200)
  const text = await response.text()
  return { text, answer: z.strictObject(answerSchema.shape).parse(JSON.parse(text)) }
}

describe('an answer', () => {
  it('has the stated shape, and every citation is the text at its code points', async () => {
    const { answer } = await ask(ANSWERED)
    expect(answer.kind).toBe('answered')
    expect(answer.text).toContain('35家以上')
    expect(answer.citations.length).toBeGreaterThan(0)
    for (const citation of answer.citations) {
      const { text } = await get(`/api/v1/documents/${citation.document_id}/text`, documentTextSchema)
      const slice = [...text].slice(citation.start_char_index, citation.end_char_index).join('')
      expect(slice).toBe(citation.cited_text)
      expect(createHash('sha256').update(slice).digest('hex')).toBe(citation.sha256)
    }
    const used = answer.sentences.flatMap(({ citations }) => citations)
    expect([...new Set(used)]).toEqual(answer.citations.map(({ id }) => id))
    expect(answer.refusal).toBeNull()
  })

  it('says where in its text each citation supports a sentence', async () => {
    const { answer } = await ask('青岛市2021年和2022年工作要点都怎么说家庭医生？')
    for (const { answer_start: start, answer_end: end, id } of answer.citations) {
      const words = [...answer.text].slice(start ?? 0, end ?? 0).join('')
      const holder = answer.sentences.find(({ text }) => text === words)
      expect(holder?.citations).toContain(id)
    }
  })

  it('has the same shape when it is a refusal', async () => {
    const { answer } = await ask(REFUSED)
    expect(answer.kind).toBe('refused')
    expect(answer.refusal?.message).toBe(answer.text)
    expect(answer.citations).toEqual([])
    expect(answer.scope.fully_scanned).toBe(true)
  })

  it('is stored, and comes back byte for byte', async () => {
    for (const question of [ANSWERED, REFUSED, '慈溪和蓟州的基层就诊目标差多少？', '今天天气怎么样？']) {
      const { text, answer } = await ask(question)
      const reloaded = await api.request(`/api/v1/answers/${answer.id}`)
      expect(reloaded.status).toBe(200)
      expect(await reloaded.text()).toBe(text)
      expect(deps.answers.get(answer.id)).toBe(text)
    }
  })

  it('searches only what its filters let through', async () => {
    const { answer } = await ask('家庭医生签约有什么要求？', { regions: ['慈溪市'], years: [2022] })
    expect(answer.scope.regions).toEqual(['慈溪市'])
    expect(new Set(answer.citations.map(({ jurisdiction }) => jurisdiction))).toEqual(new Set(['慈溪市']))
    const ids = await ask('家庭医生签约有什么要求？', { document_ids: [first.id] })
    expect(ids.answer.scope.documents.map(({ id }) => id)).toEqual([first.id])
  })
})

describe('the other routes', () => {
  it('search gives ranked passages whose text is the document at their code points', async () => {
    const response = await post(api, '/api/v1/search', { query: '家庭医生签约', k: 5 })
    const { hits } = z
      .object({ hits: z.array(z.strictObject(searchHitSchema.shape)) })
      .parse(await response.json())
    expect(hits.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5])
    for (const hit of hits) {
      const { text } = await get(`/api/v1/documents/${hit.document_id}/text`, documentTextSchema)
      expect([...text].slice(hit.start, hit.end).join('')).toBe(hit.text)
    }
  })

  it('similar leaves the passage itself out', async () => {
    const id = first.passages[3]?.id ?? ''
    const { hits } = await get(
      `/api/v1/passages/${id}/similar?k=3`,
      z.object({ hits: z.array(searchHitSchema) }),
    )
    expect(hits).toHaveLength(3)
    expect(hits.map(({ passage_id }) => passage_id)).not.toContain(id)
  })

  it('documents lists every one, and each gives its inspection and its text unchanged', async () => {
    const { documents } = await get(
      '/api/v1/documents',
      z.object({ documents: z.array(z.strictObject(documentSummarySchema.shape)) }),
    )
    expect(documents.map(({ id }) => id).sort()).toEqual(seedDocuments.map(({ id }) => id).sort())
    for (const document of seedDocuments) {
      const inspection = await get(
        `/api/v1/documents/${document.id}`,
        inspectionSchema.extend({ id: z.string() }).strict(),
      )
      const text = await get(
        `/api/v1/documents/${document.id}/text`,
        z.strictObject(documentTextSchema.shape),
      )
      expect(text.text).toBe(document.text)
      expect(inspection).toMatchObject({ text: document.text, coverage: 1, file: document.file })
      for (const { start, end, quote } of inspection.targets) {
        expect([...inspection.text].slice(start, end).join('')).toBe(quote)
      }
      expect(inspection.passages).toHaveLength(document.passages.length)
    }
  })

  it('overview offers only questions that get an answer', async () => {
    const overview = await get('/api/v1/overview', z.strictObject(overviewSchema.shape))
    expect(overview.documents).toBe(seedDocuments.length)
    expect(overview.sample_questions.length).toBeGreaterThan(0)
    for (const question of overview.sample_questions)
      expect((await ask(question)).answer.kind).toBe('answered')
  })

  it('health says ok', async () => {
    expect(await get('/healthz', z.strictObject({ status: z.literal('ok') }))).toEqual({ status: 'ok' })
  })
})

describe('openapi.json', () => {
  it('lists every route there is', async () => {
    const document = await get(
      '/openapi.json',
      z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) }),
    )
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/gu, ':$1')}`),
    )
    const served = api.routes
      .filter(({ method, path }) => method !== 'ALL' && path !== '/openapi.json')
      .map(({ method, path }) => `${method} ${path}`)
    expect(listed.sort()).toEqual([...new Set(served)].sort())
  })

  it('describes the problem every route may answer with', async () => {
    const { paths } = await get(
      '/openapi.json',
      z.object({
        paths: z.record(
          z.string(),
          z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) })),
        ),
      }),
    )
    for (const [path, methods] of Object.entries(paths)) {
      for (const { responses } of Object.values(methods)) {
        if (path === '/healthz') continue
        expect(Object.keys(responses), path).toEqual(expect.arrayContaining(['400', '404', '500']))
        expect(
          Object.keys(responses).some((status) => /^20\d$/.test(status)),
          path,
        ).toBe(true)
      }
    }
  })
})

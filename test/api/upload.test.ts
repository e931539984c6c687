import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type createApi,
  documentReceiptsSchema,
  jobSchema,
  jobSummarySchema,
  receiptPageSchema,
} from '../../src/api/index.ts'
import { openEmptyApi } from './api.ts'

const PLAN = '乐山市卫生健康委员会2031年工作要点\n一、强化基层\n1.加强基层建设。建成社区医院6家。\n'

function formWith(...files: readonly File[]): FormData {
  const form = new FormData()
  for (const file of files) form.append('file', file)
  return form
}

async function finished(app: ReturnType<typeof createApi>, location: string) {
  for (let attempt = 0; attempt < 500; attempt++) {
    const job = jobSchema.parse(await (await app.request(location)).json())
    if (job.status === 'done') return job
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('the job did not end')
}

describe('uploads', () => {
  it('are a job with a receipt for each file, good and bad, and are searched at once', async () => {
    const { app, library, changes } = openEmptyApi()
    const body = formWith(new File([PLAN], '../a/plan.txt'), new File([Uint8Array.of(0, 1, 2)], 'x.bin'))
    const response = await app.request('/api/v1/documents', { method: 'POST', body })
    expect(response.status).toBe(202)
    const job = await finished(app, response.headers.get('location') ?? '')
    expect(job.receipts.map(({ file, status }) => [file, status])).toEqual([
      ['plan.txt', 'added'],
      ['x.bin', 'failed'],
    ])
    expect(job.items.map(({ file, step, receipt }) => [file, step, receipt?.status])).toEqual([
      ['plan.txt', 'done', 'added'],
      ['x.bin', 'done', 'failed'],
    ])
    expect(job.receipts[1]?.reason).toMatch(/\p{Script=Han}/u)
    expect(library.corpus().documents.size).toBe(1)
    expect(changes()).toBe(1)
  })

  it('say what to check, and name a text that was garbled before', async () => {
    const { app } = openEmptyApi()
    const garbled = new TextDecoder('gb18030').decode(new TextEncoder().encode(PLAN))
    const body = formWith(new File([`${PLAN}2.\ue000州\ue000镇。\n`], 'a.txt'), new File([garbled], 'b.txt'))
    const response = await app.request('/api/v1/documents', { method: 'POST', body })
    const { receipts } = await finished(app, response.headers.get('location') ?? '')
    expect(receipts[0]).toMatchObject({ status: 'added', doubts: [expect.stringContaining('2 个自造字')] })
    expect(receipts[1]).toMatchObject({ status: 'failed', code: 'text_garbled', doubts: [] })
    const inspection = await app.request(`/api/v1/documents/${receipts[0]?.document_id}`)
    expect(await inspection.json()).toMatchObject({ doubts: receipts[0]?.doubts })
  })

  it('of the same bytes are the same document, and a deleted one is gone', async () => {
    const { app, library } = openEmptyApi()
    const post = () =>
      app.request('/api/v1/documents', { method: 'POST', body: formWith(new File([PLAN], 'a.txt')) })
    await finished(app, (await post()).headers.get('location') ?? '')
    const again = await finished(app, (await post()).headers.get('location') ?? '')
    expect(again.receipts[0]?.status).toBe('unchanged')
    const path = `/api/v1/documents/${again.receipts[0]?.document_id}`
    expect((await app.request(path, { method: 'DELETE' })).status).toBe(204)
    expect((await app.request(path)).status).toBe(404)
    expect(library.corpus().documents.size).toBe(0)
  })

  it('may name the document that a file takes the place of, one at a time', async () => {
    const { app, library } = openEmptyApi()
    const upload = async (body: FormData) => app.request('/api/v1/documents', { method: 'POST', body })
    const replacing = (id: string, ...files: readonly File[]) => {
      const body = formWith(...files)
      body.append('replaces', id)
      return upload(body)
    }
    const first = await finished(
      app,
      (await upload(formWith(new File([PLAN], 'a.txt')))).headers.get('location') ?? '',
    )
    const id = first.receipts[0]?.document_id ?? ''
    const newer = new File([PLAN.replace('2031', '2032')], 'b.txt')
    const second = await finished(app, (await replacing(id, newer)).headers.get('location') ?? '')
    expect(second.receipts[0]?.superseded?.document_id).toBe(id)
    expect(library.corpus().documents.size).toBe(1)
    const uploadFor = async (named: string, file: File) =>
      finished(app, (await replacing(named, file)).headers.get('location') ?? '')
    const [third] = (await uploadFor(id, new File([PLAN.replace('2031', '2033')], 'c.txt'))).receipts
    expect(third?.superseded?.document_id).toBe(second.receipts[0]?.document_id)
    const [gone] = (await uploadFor('f'.repeat(16), new File(['别的\n一、内容。'], 'd.txt'))).receipts
    expect(gone).toMatchObject({ status: 'failed', code: 'not_found' })
    const [stored] = (await uploadFor(id, new File([PLAN], 'e.txt'))).receipts
    expect(stored).toMatchObject({ status: 'failed', code: 'already_stored' })
    expect(library.corpus().documents.size).toBe(1)
    for (const refused of [await replacing('x', newer), await replacing(id, newer, newer)])
      expect(refused.status).toBe(400)
  })

  it('without a file, from another origin or for an unknown job are refused in plain words', async () => {
    const { app } = openEmptyApi()
    const empty = await app.request('/api/v1/documents', { method: 'POST', body: formWith() })
    expect(empty.status).toBe(400)
    const foreign = await app.request('http://localhost/api/v1/documents', {
      method: 'POST',
      body: formWith(new File([PLAN], 'a.txt')),
      headers: { origin: 'https://example.com', host: 'localhost' },
    })
    expect(foreign.status).toBe(403)
    expect((await app.request('/api/v1/jobs/none')).status).toBe(404)
  })
})

const read = async <T extends z.ZodType>(response: Response, schema: T): Promise<z.infer<T>> => {
  expect(response.status).toBe(200)
  return schema.parse(await response.json())
}

describe('receipts', () => {
  it('stay when their document is deleted, which leaves a receipt of its own', async () => {
    const { app } = openEmptyApi()
    const post = () =>
      app.request('/api/v1/documents', { method: 'POST', body: formWith(new File([PLAN], 'a.txt')) })
    const [receipt] = (await finished(app, (await post()).headers.get('location') ?? '')).receipts
    const path = `/api/v1/documents/${receipt?.document_id}`
    await app.request(path, { method: 'DELETE' })
    const { receipts } = await read(await app.request(`${path}/receipt`), documentReceiptsSchema)
    expect(receipts.map(({ status }) => status)).toEqual(['removed', 'added'])
    expect(receipts[1]).toEqual(receipt)
    expect(receipt).toMatchObject({ encoding: 'utf-8', coverage: 1, targets: 1, excluded: 0 })
    expect(receipt?.sha256).toMatch(/^[0-9a-f]{64}$/u)
    await finished(app, (await post()).headers.get('location') ?? '')
    const again = await read(await app.request(`${path}/receipt`), documentReceiptsSchema)
    expect(again.receipts.map(({ status }) => status)).toEqual(['added', 'removed', 'added'])
  })

  it('of a document that never was are not found', async () => {
    const { app } = openEmptyApi()
    expect((await app.request('/api/v1/documents/0123456789abcdef/receipt')).status).toBe(404)
    expect((await app.request('/api/v1/documents/none/receipt')).status).toBe(404)
  })

  it('are paged through newest first', async () => {
    const { app } = openEmptyApi()
    const files = Array.from({ length: 5 }, (_, at) => new File([`${PLAN}2.新增床位${at}0张。`], `${at}.txt`))
    const posted = await app.request('/api/v1/documents', { method: 'POST', body: formWith(...files) })
    await finished(app, posted.headers.get('location') ?? '')
    const seen: string[] = []
    for (let path = '/api/v1/receipts?limit=2'; path !== ''; ) {
      const response = await app.request(path)
      const { receipts, next_cursor } = await read(response, receiptPageSchema)
      seen.push(...receipts.map(({ file }) => file))
      path = /<(.+)>; rel="next"/u.exec(response.headers.get('link') ?? '')?.[1] ?? ''
      expect(path).toBe(next_cursor === null ? '' : `/api/v1/receipts?limit=2&cursor=${next_cursor}`)
    }
    expect(seen).toEqual(['4.txt', '3.txt', '2.txt', '1.txt', '0.txt'])
    expect((await app.request('/api/v1/receipts?cursor=x')).status).toBe(400)
    expect((await app.request('/api/v1/receipts?limit=0')).status).toBe(400)
  })
})

describe('GET /api/v1/jobs', () => {
  it('lists jobs newest first, in numbers', async () => {
    const { app } = openEmptyApi()
    for (const name of ['a.txt', 'b.txt']) {
      const body = formWith(new File([PLAN], name), new File([], '空.txt'))
      const posted = await app.request('/api/v1/documents', { method: 'POST', body })
      await finished(app, posted.headers.get('location') ?? '')
    }
    const listed = z.object({ jobs: z.array(jobSummarySchema) })
    const { jobs } = await read(await app.request('/api/v1/jobs'), listed)
    expect(jobs).toMatchObject([
      { status: 'done', files: 2, files_done: 2, added: 0, unchanged: 1, failed: 1 },
      { status: 'done', files: 2, files_done: 2, added: 1, unchanged: 0, failed: 1 },
    ])
    expect((await read(await app.request('/api/v1/jobs?limit=1'), listed)).jobs).toEqual([jobs[0]])
  })
})

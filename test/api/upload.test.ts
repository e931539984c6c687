import { describe, expect, it } from 'vitest'
import { archiveReader } from '../../src/adapter/archive/index.ts'
import { createMemoryAnswerStore } from '../../src/adapter/memory/answer-store.ts'
import { type ApiDeps, createApi, jobSchema } from '../../src/api/index.ts'
import { libraryOverNothing } from '../desk.ts'

const PLAN = '乐山市卫生健康委员会2031年工作要点\n一、强化基层\n1.加强基层建设。建成社区医院6家。\n'

function openApi() {
  const { library, desk } = libraryOverNothing()
  let changes = 0
  const deps: ApiDeps = {
    desk,
    documentLibrary: library,
    archives: archiveReader,
    onLibraryChanged: () => changes++,
    answers: createMemoryAnswerStore(),
    embedderId: 'test',
    notices: [],
    newId: () => crypto.randomUUID(),
    now: () => new Date(),
  }
  return { app: createApi(deps), library, changes: () => changes }
}

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
    const { app, library, changes } = openApi()
    const body = formWith(new File([PLAN], '../a/plan.txt'), new File([Uint8Array.of(0, 1, 2)], 'x.bin'))
    const response = await app.request('/api/v1/documents', { method: 'POST', body })
    expect(response.status).toBe(202)
    const job = await finished(app, response.headers.get('location') ?? '')
    expect(job.receipts.map(({ file, status }) => [file, status])).toEqual([
      ['plan.txt', 'added'],
      ['x.bin', 'failed'],
    ])
    expect(job.receipts[1]?.reason).toMatch(/\p{Script=Han}/u)
    expect(library.corpus().documents.size).toBe(1)
    expect(changes()).toBe(1)
  })

  it('say what to check, and name a text that was garbled before', async () => {
    const { app } = openApi()
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
    const { app, library } = openApi()
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

  it('without a file, from another origin or for an unknown job are refused in plain words', async () => {
    const { app } = openApi()
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

import { describe, expect, it } from 'vitest'
import { type createApi, jobSchema } from '../../src/api/index.ts'
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
    expect(job.receipts[1]?.reason).toMatch(/\p{Script=Han}/u)
    expect(library.corpus().documents.size).toBe(1)
    expect(changes()).toBe(1)
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

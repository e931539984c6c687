import { afterEach, describe, expect, it, vi } from 'vitest'
import type { JobJson } from '../../src/api/job-schema.ts'
import { followJob } from '../../src/web/upload-client.ts'

function jobOf(filesDone: number): JobJson {
  const status = filesDone === 2 ? 'done' : 'running'
  const created_at = '2026-11-22T00:00:00.000Z'
  return { id: 'j1', status, created_at, files: 2, files_done: filesDone, receipts: [], items: [] }
}

function stream(...filesDone: readonly number[]): () => Response {
  const events = filesDone.map((done) => {
    const name = done === 2 ? 'job.completed' : 'job.progress'
    return `: \n\nevent: ${name}\ndata: ${JSON.stringify(jobOf(done))}\n\n`
  })
  return () =>
    new Response(events.join(''), { headers: { 'content-type': 'text/event-stream; charset=utf-8' } })
}

function broken(): Response {
  throw new TypeError('network')
}

function refused(): Response {
  const headers = { 'content-type': 'application/problem+json' }
  return new Response(JSON.stringify({ detail: '没有这个任务。' }), { status: 404, headers })
}

/** Follows a job whose requests are answered in turn; what it was shown is `files_done` each time. */
async function shownFor(...answers: readonly (() => Response)[]): Promise<readonly number[]> {
  const left = [...answers]
  vi.stubGlobal('fetch', async () => {
    const answer = left.shift()
    if (answer === undefined) throw new Error('asked more often than expected')
    return answer()
  })
  vi.stubGlobal('setTimeout', (run: () => void) => setImmediate(run))
  const shown: number[] = []
  await followJob('j1', new AbortController().signal, (job) => shown.push(job.files_done))
  expect(left).toEqual([])
  return shown
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('followJob', () => {
  it('shows each state of a stream until the job is done', async () => {
    expect(await shownFor(stream(0, 1, 2))).toEqual([0, 1, 2])
  })

  it('takes up a stream that broke off, also when the service was away for a while', async () => {
    expect(await shownFor(stream(0), broken, broken, stream(1, 2))).toEqual([0, 1, 2])
  })

  it('gives up at once when the service knows no such job', async () => {
    await expect(shownFor(refused)).rejects.toThrow('没有这个任务。')
  })
})

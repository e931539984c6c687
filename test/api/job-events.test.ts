import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApi, type JobJson, jobSchema, problemSchema } from '../../src/api/index.ts'
import type { Job, JobSummary, Jobs } from '../../src/ingest/index.ts'
import { failedReceipt } from '../contract/receipt.ts'
import { openApi } from './api.ts'

interface Event {
  readonly id: number
  readonly name: string
  readonly data: unknown
}

/** Jobs whose state the test sets. */
function scripted() {
  const listeners = new Set<() => void>()
  let step: Job['files'][number]['step'] = 'waiting'
  const jobs: Jobs & { isStopped: boolean } = {
    isStopped: false,
    get: (id) => {
      if (id !== 'j1') return undefined
      const receipts = step === 'done' ? [failedReceipt('甲.txt')] : []
      return { id, createdAt: 'now', files: [{ file: '甲.txt', step, receipts }] }
    },
    watch: (_, listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start: () => {
      throw new Error('not implemented')
    },
    recent: (): readonly JobSummary[] => [],
    resume: () => undefined,
    stop: async () => undefined,
  }
  const set = (to: typeof step) => {
    step = to
    for (const listener of listeners) listener()
  }
  const stop = () => {
    jobs.isStopped = true
    for (const listener of listeners) listener()
  }
  return { jobs, set, stop, listeners }
}

const { deps } = await openApi([])

async function open(jobs: Jobs, headers: Readonly<Record<string, string>> = {}) {
  const app = createApi({ ...deps, jobs })
  const response = await app.request('/api/v1/jobs/j1', {
    headers: { accept: 'text/event-stream', ...headers },
  })
  if (response.body === null) throw new Error('no body')
  return { response, reader: response.body.pipeThrough(new TextDecoderStream()).getReader() }
}

type Reader = Awaited<ReturnType<typeof open>>['reader']

async function nextEvent(reader: Reader): Promise<Event | undefined> {
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return undefined
    const match = /^id: (\d+)\nevent: (\S+)\ndata: (.+)\n\n$/u.exec(value)
    if (match !== null)
      return { id: Number(match[1]), name: match[2] ?? '', data: JSON.parse(match[3] ?? '') }
    expect(value).toMatch(/^:.*\n\n$/u)
  }
}

const itemOf = (event: Event | undefined): JobJson['items'][number] | undefined =>
  jobSchema.parse(event?.data).items[0]

describe('the events of a job', () => {
  it('tell each change with the whole job under rising ids and end with its completion', async () => {
    const { jobs, set, listeners } = scripted()
    const { response, reader } = await open(jobs)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    const events = [await nextEvent(reader)]
    for (const step of ['reading', 'storing', 'done'] as const) {
      set(step)
      events.push(await nextEvent(reader))
    }
    expect(events.map((event) => [event?.name, itemOf(event)?.step])).toEqual([
      ['job.progress', 'waiting'],
      ['job.progress', 'reading'],
      ['job.progress', 'storing'],
      ['job.completed', 'done'],
    ])
    expect(events.map((event) => event?.id)).toEqual([1, 2, 3, 4])
    expect(itemOf(events[3])?.receipt?.status).toBe('failed')
    expect(await nextEvent(reader)).toBeUndefined()
    expect(listeners.size).toBe(0)
  })

  it('go on behind the last id a client saw, from the state as it is now', async () => {
    const { jobs, set } = scripted()
    set('storing')
    const { reader } = await open(jobs, { 'last-event-id': '41' })
    const event = await nextEvent(reader)
    expect([event?.id, itemOf(event)?.step]).toEqual([42, 'storing'])
    set('done')
    expect((await nextEvent(reader))?.id).toBe(43)
    const again = await open(jobs, { 'last-event-id': '43' })
    expect((await nextEvent(again.reader))?.name).toBe('job.completed')
    expect(await nextEvent(again.reader)).toBeUndefined()
  })

  it('end with an error in plain words when the process stops', async () => {
    const { jobs, set, stop, listeners } = scripted()
    set('reading')
    const { reader } = await open(jobs)
    await nextEvent(reader)
    stop()
    let last = await nextEvent(reader)
    while (last?.name === 'job.progress') last = await nextEvent(reader)
    expect(last?.name).toBe('error')
    expect(problemSchema.parse(last?.data)).toMatchObject({ status: 503, instance: '/api/v1/jobs/j1' })
    expect(await nextEvent(reader)).toBeUndefined()
    expect(listeners.size).toBe(0)
  })

  it('let go of everything when the client is gone', async () => {
    const { jobs, listeners } = scripted()
    const { reader } = await open(jobs)
    await nextEvent(reader)
    const pending = reader.read()
    expect(listeners.size).toBe(1)
    await reader.cancel()
    expect(listeners.size).toBe(0)
    expect((await pending).done).toBe(true)
  })

  it('are not for an unknown job', async () => {
    const { jobs } = scripted()
    const app = createApi({ ...deps, jobs })
    const response = await app.request('/api/v1/jobs/none', { headers: { accept: 'text/event-stream' } })
    expect(response.status).toBe(404)
  })
})

describe('the events of a job that stands still', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('are a comment now and then, so that nobody on the way hangs up', async () => {
    const { jobs } = scripted()
    const { reader } = await open(jobs)
    await nextEvent(reader)
    const pending = reader.read()
    await vi.advanceTimersByTimeAsync(15_200)
    expect((await pending).value).toMatch(/^:.*\n\n$/u)
    await reader.cancel()
  })

  it('are cut when the client takes nothing for a minute', async () => {
    const { jobs, listeners } = scripted()
    const app = createApi({ ...deps, jobs })
    const response = await app.request('/api/v1/jobs/j1', { headers: { accept: 'text/event-stream' } })
    const reader = response.body?.getReader()
    await reader?.read()
    await vi.advanceTimersByTimeAsync(61_000)
    expect(listeners.size).toBe(0)
    await expect(reader?.read()).rejects.toThrow()
  })
})

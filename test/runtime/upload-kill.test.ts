import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { jobSchema, jobSummarySchema } from '../../src/api/index.ts'
import { PLAN_FOLDER } from '../reader.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ended, start, waitFor } from './cli.ts'

const PLAN = readFileSync(join(PLAN_FOLDER, 'liyang-2024-annual-plan.txt'), 'utf8')
const FILES = 40

async function serve(data: string): Promise<{ readonly url: string; readonly server: ChildProcess }> {
  const server = start(['serve', '--port', '0', '--data', data])
  onTestFinished(() => void server.kill('SIGKILL'))
  const [, url = ''] = await waitFor(server, /(http:\/\/127\.0\.0\.1:\d+)/u)
  return { url, server }
}

async function upload(url: string): Promise<string> {
  const form = new FormData()
  for (let at = 0; at < FILES; at++)
    form.append('file', new File([`${PLAN}\n2.第${at}份。新增床位${at}张。\n`], `${at}.txt`))
  const response = await fetch(`${url}/api/v1/documents`, { method: 'POST', body: form })
  expect(response.status).toBe(202)
  return `${url}${response.headers.get('location')}`
}

const jobAt = async (location: string) => jobSchema.parse(await (await fetch(location)).json())

describe('an accepted upload', () => {
  it('is read to its end, each file once, although the server is killed in the middle', async () => {
    const data = temporaryFolder()
    const first = await serve(data)
    const location = await upload(first.url)
    await vi.waitFor(async () => expect((await jobAt(location)).files_done).toBeGreaterThan(2), {
      timeout: 30_000,
      interval: 10,
    })
    first.server.kill('SIGKILL')
    await ended(first.server)

    const second = await serve(data)
    const again = `${second.url}${new URL(location).pathname}`
    const job = await vi.waitFor(
      async () => {
        const state = await jobAt(again)
        expect(state.status).toBe('done')
        return state
      },
      { timeout: 30_000, interval: 100 },
    )
    expect(job.receipts.map(({ file, status }) => [file, status])).toEqual(
      Array.from({ length: FILES }, (_, at) => [`${at}.txt`, 'added']),
    )
    const { documents } = (await (await fetch(`${second.url}/api/v1/documents`)).json()) as {
      documents: unknown[]
    }
    expect(documents).toHaveLength(FILES + 5)
  })

  it('tells those who follow it that the server stops, and goes on with the next start', async () => {
    const data = temporaryFolder()
    const first = await serve(data)
    const location = await upload(first.url)
    const stream = await fetch(location, { headers: { accept: 'text/event-stream' } })
    const told = stream.text()
    first.server.kill('SIGTERM')
    const names = [...(await told).matchAll(/^event: (.+)$/gmu)].map(([, name]) => name)
    expect(names[0]).toBe('job.progress')
    expect(names.at(-1)).toBe('error')
    expect(await ended(first.server)).toEqual({ code: 0, signal: null })
    const second = await serve(data)
    await vi.waitFor(
      async () => {
        const { jobs } = (await (await fetch(`${second.url}/api/v1/jobs`)).json()) as { jobs: unknown[] }
        expect(jobSummarySchema.parse(jobs[0])).toMatchObject({ status: 'done', added: FILES, failed: 0 })
      },
      { timeout: 30_000, interval: 100 },
    )
  })
})

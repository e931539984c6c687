import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ServerEvent, serverEvents } from '../../src/web/server-event.ts'

const STREAM = [
  ': 心跳\n\n',
  'id: 1\nevent: job.progress\ndata: {"file":"要点𠮷.txt"}\n\n',
  'data: one\r\ndata: two\r\n\r\n',
  'id: 2\nevent: job.completed\ndata:{}\n\n',
  'event: job.progress\ndata: cut off',
].join('')

const EVENTS: readonly ServerEvent[] = [
  { id: '1', event: 'job.progress', data: '{"file":"要点𠮷.txt"}' },
  { id: null, event: 'message', data: 'one\ntwo' },
  { id: '2', event: 'job.completed', data: '{}' },
]

async function read(parts: readonly Uint8Array[]): Promise<readonly ServerEvent[]> {
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })
  const events: ServerEvent[] = []
  for await (const event of serverEvents(stream)) events.push(event)
  return events
}

describe('serverEvents', () => {
  it('gives every finished event once, wherever the network cuts the bytes', async () => {
    const bytes = new TextEncoder().encode(STREAM)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
        const ends = [...new Set([0, ...cuts, bytes.length])].sort((a, b) => a - b)
        const parts = ends.slice(1).map((end, at) => bytes.slice(ends[at], end))
        expect(await read(parts)).toEqual(EVENTS)
      }),
    )
  })

  it('lets the stream go when nobody listens on', async () => {
    let isCancelled = false
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('data: one\n\n')),
      cancel: () => {
        isCancelled = true
      },
    })
    for await (const event of serverEvents(stream)) {
      expect(event.data).toBe('one')
      break
    }
    expect(isCancelled).toBe(true)
  })
})

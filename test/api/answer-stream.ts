import type { Api } from './api.ts'

export interface StreamEvent {
  readonly id: number
  readonly name: string
  readonly json: string
}

/** The events of a stream, comments left out; leaving off goes away from the stream. */
export async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent, void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      const parts = (rest + decoder.decode(value, { stream: true })).split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts) {
        const match = /^id: (?<id>\d+)\nevent: (?<name>\S+)\ndata: (?<json>.+)$/u.exec(part)
        if (match?.groups === undefined) continue
        yield { id: Number(match.groups.id), name: match.groups.name ?? '', json: match.groups.json ?? '' }
      }
    }
  } finally {
    await reader.cancel()
  }
}

export async function collect(events: AsyncIterable<StreamEvent>): Promise<readonly StreamEvent[]> {
  const collected: StreamEvent[] = []
  for await (const event of events) collected.push(event)
  return collected
}

export async function allEvents(response: Response): Promise<readonly StreamEvent[]> {
  if (response.body === null) throw new Error('no body')
  return collect(eventsIn(response.body))
}

export const EVENTS = { accept: 'text/event-stream' } as const

export function askForEvents(app: Api, body: unknown, signal?: AbortSignal): Response | Promise<Response> {
  return app.request('/api/v1/answers', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...EVENTS },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  })
}

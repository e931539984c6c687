import { type ServerEvent, serverEvents } from '../../src/web/server-event.ts'
import type { Api } from './api.ts'

export async function collect(events: AsyncIterable<ServerEvent>): Promise<readonly ServerEvent[]> {
  const collected: ServerEvent[] = []
  for await (const event of events) collected.push(event)
  return collected
}

export async function allEvents(response: Response): Promise<readonly ServerEvent[]> {
  if (response.body === null) throw new Error('no body')
  return collect(serverEvents(response.body))
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

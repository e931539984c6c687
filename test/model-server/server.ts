import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

const requestSchema = z.object({
  model: z.string(),
  stream: z.boolean(),
  max_tokens: z.number().optional(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
})
export type SentRequest = z.infer<typeof requestSchema>

/** What a server does with one request; `call` counts from 1. */
export type Play = (request: SentRequest, response: ServerResponse, call: number) => void | Promise<void>

export interface ModelServer {
  readonly baseUrl: string
  readonly requests: readonly SentRequest[]
  readonly headers: readonly IncomingHttpHeaders[]
  /** Requests whose connection is still held. */
  open(): number
  close(): Promise<void>
}

/** A server on a real socket that speaks the chat route of the OpenAI API as `play` says. */
export async function serveModel(play: Play): Promise<ModelServer> {
  const requests: SentRequest[] = []
  const headers: IncomingHttpHeaders[] = []
  let open = 0
  const server = createServer((request, response) => {
    open++
    response.on('close', () => {
      open--
    })
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const sent = requestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
      requests.push(sent)
      headers.push(request.headers)
      void play(sent, response, requests.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    headers,
    open: () => open,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

export function startStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
}

/** One chunk of a completion as it stands on the wire. */
export function chunkOf(delta: unknown, finishReason: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finishReason }]
  return `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', model: 'm', choices })}\n\n`
}

export const USAGE = `data: ${JSON.stringify({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  model: 'm',
  choices: [],
  usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
})}\n\n`
export const DONE = 'data: [DONE]\n\n'

/** Streams a text in pieces of a few characters and ends as a sound server does. */
export function sendText(response: ServerResponse, text: string, size = 7): void {
  startStream(response)
  response.write(chunkOf({ role: 'assistant', content: '' }))
  const letters = [...text]
  for (let at = 0; at < letters.length; at += size)
    response.write(chunkOf({ content: letters.slice(at, at + size).join('') }))
  response.end(`${chunkOf({}, 'stop')}${USAGE}${DONE}`)
}

/** A play that writes what it is asked for. */
export function writing(write: (request: SentRequest, call: number) => string): Play {
  return (request, response, call) => sendText(response, write(request, call))
}

import { describe, expect, it, onTestFinished } from 'vitest'
import { ChatFault, type ChatModel, type ChatPart } from '../../src/model/index.ts'
import {
  chunkOf,
  type ModelServer,
  type Play,
  sendText,
  serveModel,
  startStream,
} from '../model-server/server.ts'

export const REQUEST = { messages: [{ role: 'user' as const, content: '问' }], maxOutputTokens: 100 }
export const never = () => new AbortController().signal

export async function serving(play: Play): Promise<ModelServer> {
  const server = await serveModel(play)
  onTestFinished(() => server.close())
  return server
}

export async function partsOf(parts: AsyncIterable<ChatPart>): Promise<readonly ChatPart[]> {
  const all: ChatPart[] = []
  for await (const part of parts) all.push(part)
  return all
}

export function textOf(parts: readonly ChatPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
}

/** Waits until a condition holds; the test's own time limit ends a wait in vain. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Writes on for as long as anybody listens. */
export const endless: Play = (_, response) => {
  startStream(response)
  const timer = setInterval(() => response.write(chunkOf({ content: '好'.repeat(100) })), 2)
  response.on('close', () => clearInterval(timer))
}

/** What every chat model must do. */
export function chatModelContract(name: string, open: (server: ModelServer) => ChatModel): void {
  describe(`a chat model: ${name}`, () => {
    it('gives the text as it comes, then how it ended', async () => {
      const server = await serving((_, response) => sendText(response, '到2024年，达到35家以上。𠮷'))
      const parts = await partsOf(open(server).stream(REQUEST, never()))
      expect(textOf(parts)).toBe('到2024年，达到35家以上。𠮷')
      expect(parts.filter(({ kind }) => kind === 'text').length).toBeGreaterThan(2)
      expect(parts.at(-1)).toEqual({
        kind: 'end',
        id: 'chatcmpl-1',
        finishReason: 'stop',
        usage: { promptTokens: 11, completionTokens: 7 },
      })
    })

    it('sends the messages and the limit, and neither tools nor a format', async () => {
      const server = await serving((_, response) => sendText(response, '好'))
      await partsOf(open(server).stream(REQUEST, never()))
      expect(server.requests).toEqual([
        expect.objectContaining({
          stream: true,
          max_tokens: 100,
          messages: [{ role: 'user', content: '问' }],
        }),
      ])
    })

    it('closes its request and ends without an end when it is aborted', async () => {
      const server = await serving(endless)
      const stopping = new AbortController()
      const parts: ChatPart[] = []
      for await (const part of open(server).stream(REQUEST, stopping.signal)) {
        parts.push(part)
        if (parts.length === 5) stopping.abort()
      }
      expect(parts.every(({ kind }) => kind === 'text')).toBe(true)
      await until(() => server.open() === 0)
    })

    it('closes its request when nobody reads on', async () => {
      const server = await serving(endless)
      for await (const _ of open(server).stream(REQUEST, never())) break
      await until(() => server.open() === 0)
    })

    it('asks nothing when it is aborted beforehand', async () => {
      const server = await serving(endless)
      expect(await partsOf(open(server).stream(REQUEST, AbortSignal.abort()))).toEqual([])
      await until(() => server.open() === 0)
    })

    it('throws a fault of its own when the server refuses', async () => {
      const server = await serving((_, response) => void response.writeHead(400).end('{}'))
      const fault = await partsOf(open(server).stream(REQUEST, never())).catch((cause: unknown) => cause)
      expect(fault).toBeInstanceOf(ChatFault)
      expect(fault).toMatchObject({ kind: 'refused', retryable: false, code: 'model_server_failed' })
    })
  })
}

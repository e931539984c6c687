import { Buffer } from 'node:buffer'
import type { ServerResponse } from 'node:http'
import type { ChatFaultKind } from '../../src/model/index.ts'
import { chunkOf, DONE, type Play, type SentRequest, startStream, USAGE } from './server.ts'

/** What goes wrong, and what a caller must make of it when the model would have written `text`. */
export interface Fault {
  readonly name: string
  play(text: (request: SentRequest) => string): Play
  /** The fault of one call; null where the text comes through all the same. */
  readonly expected: ChatFaultKind | null
  readonly status?: number
  readonly retryAfterMs?: number
}

function refusing(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body?: string,
): Fault['play'] {
  return () => (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(body ?? JSON.stringify({ error: { message: 'no', type: 'server_error', code: null } }))
  }
}

function speaking(speak: (response: ServerResponse, text: string) => void): Fault['play'] {
  return (text) => (request, response) => {
    startStream(response)
    speak(response, text(request))
  }
}

const half = (text: string) => chunkOf({ content: text.slice(0, Math.floor(text.length / 2)) })
const END = `${chunkOf({}, 'stop')}${USAGE}${DONE}`

const REFUSALS: readonly Fault[] = [
  {
    name: '429 with seconds',
    play: refusing(429, { 'retry-after': '1' }),
    expected: 'busy',
    status: 429,
    retryAfterMs: 1000,
  },
  {
    name: '429 with a date',
    play: refusing(429, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }),
    expected: 'busy',
    retryAfterMs: 0,
  },
  {
    name: '429 with an absurd wait',
    play: refusing(429, { 'retry-after': '99999999999' }),
    expected: 'busy',
    retryAfterMs: 3_600_000,
  },
  {
    name: '429 with nonsense',
    play: refusing(429, { 'retry-after': 'soon' }),
    expected: 'busy',
    status: 429,
  },
  { name: '429 without a word', play: refusing(429), expected: 'busy', status: 429 },
  ...[408, 409].map((status) => ({
    name: `${status}`,
    play: refusing(status),
    expected: 'busy' as const,
    status,
  })),
  ...[500, 502, 503, 504].map((status) => ({
    name: `${status}`,
    play: refusing(status),
    expected: 'failing' as const,
    status,
  })),
  ...[401, 403, 404].map((status) => ({
    name: `${status}`,
    play: refusing(status),
    expected: 'unauthorised' as const,
    status,
  })),
  { name: '400', play: refusing(400), expected: 'refused', status: 400 },
  { name: '413', play: refusing(413), expected: 'too_long', status: 413 },
  {
    name: 'context overflow',
    play: refusing(
      400,
      {},
      JSON.stringify({
        error: {
          message: "This model's maximum context length is 4096 tokens",
          code: 'context_length_exceeded',
        },
      }),
    ),
    expected: 'too_long',
  },
  {
    name: '502 as a page',
    play: refusing(502, { 'content-type': 'text/html' }, '<html><body>Bad Gateway</body></html>'),
    expected: 'failing',
    status: 502,
  },
]

const BREAKDOWNS: readonly Fault[] = [
  {
    name: 'a page instead of a stream',
    play: () => (_, response) =>
      void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>登录</html>'),
    expected: 'garbled',
  },
  {
    name: 'nothing at all',
    play: () => (_, response) => void response.socket?.destroy(),
    expected: 'unreachable',
  },
  { name: 'an empty stream', play: speaking((response) => response.end()), expected: 'garbled' },
  {
    name: 'half a JSON',
    play: speaking((response) => response.end('data: {"id":"x","choices":[{"del\n\n')),
    expected: 'garbled',
  },
  {
    name: 'empty choices only',
    play: speaking((response) => response.end(`data: {"id":"x","choices":[]}\n\n${DONE}`)),
    expected: 'garbled',
  },
  {
    name: 'null content only',
    play: speaking((response) => response.end(`${chunkOf({ content: null })}${END}`)),
    expected: 'garbled',
  },
  {
    name: 'a filter',
    play: speaking((response) => response.end(`${chunkOf({}, 'content_filter')}${DONE}`)),
    expected: 'filtered',
  },
  {
    name: 'an error in the stream',
    play: speaking((response) =>
      response.end(`data: ${JSON.stringify({ error: { message: 'overloaded' } })}\n\n`),
    ),
    expected: 'failing',
  },
  {
    name: 'a body without end or sense',
    play: speaking((response) => response.end(`data: ${'x'.repeat(10 * 1024 * 1024)}\n\n`)),
    expected: 'garbled',
  },
  {
    name: 'a reset in the middle',
    play: speaking((response, text) => {
      response.write(half(text), () => setTimeout(() => response.socket?.destroy(), 20))
    }),
    expected: 'cut',
  },
  {
    name: 'an error in the middle',
    play: speaking((response, text) =>
      response.end(`${half(text)}data: ${JSON.stringify({ error: { message: 'oom' } })}\n\n`),
    ),
    expected: 'failing',
  },
  {
    name: 'half a JSON in the middle',
    play: speaking((response, text) => response.end(`${half(text)}data: {"choices":[{"de\n\n`)),
    expected: 'garbled',
  },
  { name: 'silence', play: () => () => undefined, expected: 'slow' },
  {
    name: 'silence after the headers',
    play: speaking((response) => response.flushHeaders()),
    expected: 'slow',
  },
  {
    name: 'silence in the middle',
    play: speaking((response, text) => void response.write(half(text))),
    expected: 'slow',
  },
]

const HARMLESS: readonly Fault[] = [
  {
    name: 'thoughts apart from the text',
    play: speaking((response, text) => {
      response.write(chunkOf({ role: 'assistant', reasoning_content: '{"sentences":[{"text":"想' }))
      response.write(chunkOf({ content: null, reasoning_content: '法","labels":[]}]}' }))
      response.end(`${chunkOf({ content: text })}${END}`)
    }),
    expected: null,
  },
  {
    name: 'tools nobody offered',
    play: speaking((response, text) => {
      const call = {
        index: 0,
        id: 'c1',
        type: 'function',
        function: { name: 'fetch_url', arguments: '{"url":"http://x' },
      }
      response.end(`${chunkOf({ content: null, tool_calls: [call] })}${chunkOf({ content: text })}${END}`)
    }),
    expected: null,
  },
  {
    name: 'empty choices between',
    play: speaking((response, text) =>
      response.end(`data: {"choices":[]}\n\n${chunkOf({ content: text })}${END}`),
    ),
    expected: null,
  },
  {
    name: 'null content between',
    play: speaking((response, text) =>
      response.end(`${chunkOf({ content: null })}${chunkOf({ content: text })}${END}`),
    ),
    expected: null,
  },
  {
    name: 'no [DONE]',
    play: speaking((response, text) => response.end(`${chunkOf({ content: text })}${chunkOf({}, 'stop')}`)),
    expected: null,
  },
  {
    name: 'no reason for the end',
    play: speaking((response, text) => response.end(`${chunkOf({ content: text })}${DONE}`)),
    expected: null,
  },
  {
    name: 'nonsense usage',
    play: speaking((response, text) =>
      response.end(
        `${chunkOf({ content: text })}data: {"choices":[],"usage":{"prompt_tokens":"viele"}}\n\n${DONE}`,
      ),
    ),
    expected: null,
  },
  {
    name: 'comments between',
    play: speaking((response, text) =>
      response.end(`: ping\n\n${chunkOf({ content: text })}: ping\n\n${END}`),
    ),
    expected: null,
  },
  {
    name: 'characters cut in two',
    play: speaking((response, text) => {
      const bytes = Buffer.from(`${chunkOf({ content: text })}${END}`)
      let at = 0
      const next = () => {
        if (at >= bytes.length) return void response.end()
        response.write(bytes.subarray(at, at + 37), () => setImmediate(next))
        at += 37
      }
      next()
    }),
    expected: null,
  },
]

export const FAULTS: readonly Fault[] = [...REFUSALS, ...BREAKDOWNS, ...HARMLESS]

import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Asked, askAndFollow } from '../../src/web/answer-client.ts'
import { answerWith } from './answer.ts'

const ASKED: Asked = {
  question: '问',
  filters: null,
  conversationId: 'c1',
  isStandalone: true,
  againOf: null,
}
const WHOLE = answerWith({ id: 'a7', conversation_id: 'c1' })
const CREATED = { id: 'a7', conversation_id: 'c1', question: '问', resolved_question: null, filters: {} }

const textOf = (id: number, event: string, value: unknown) =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(value)}\n\n`
const created = textOf(1, 'answer.created', CREATED)
const delta = textOf(2, 'answer.delta', { index: 0, text: '句', verdict: 'quoted', citations: [] })
const completed = textOf(3, 'answer.completed', WHOLE)

const stream =
  (...texts: readonly string[]) =>
  () =>
    new Response(texts.join(''))

/** Some events, and then the connection is lost. */
const breaking = (text: string) => () =>
  new Response(
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
      pull: (controller) => controller.error(new TypeError('network')),
    }),
  )

function broken(): Response {
  throw new TypeError('network')
}

function refused(): Response {
  const headers = { 'content-type': 'application/problem+json' }
  return new Response(JSON.stringify({ detail: '没有这段对话。' }), { status: 404, headers })
}

async function follow(...answers: readonly (() => Response)[]) {
  const left = [...answers]
  const requests: (readonly [string, unknown])[] = []
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', headers, body }: RequestInit) => {
    requests.push([`${method} ${path}`, body ?? new Headers(headers).get('last-event-id')])
    const answer = left.shift()
    if (answer === undefined) throw new Error('asked more often than expected')
    return answer()
  })
  vi.stubGlobal('setTimeout', (run: () => void) => setImmediate(run))
  const sentences: number[] = []
  const answer = await askAndFollow(ASKED, new AbortController().signal, (told) =>
    sentences.push(told.sentences.length),
  )
  return { answer, requests, sentences, left: left.length }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('askAndFollow', () => {
  it('sends the question once and shows every step', async () => {
    const { answer, requests, sentences } = await follow(stream(created, delta, completed))
    expect(answer).toEqual(WHOLE)
    expect(sentences).toEqual([0, 1, 1])
    const body = JSON.stringify({ question: '问', conversation_id: 'c1', standalone: true })
    expect(requests).toEqual([['POST /api/v1/answers', body]])
  })

  it.each([
    ['broke off', breaking(created + delta)],
    ['just ended', stream(created, delta)],
  ])('takes up a stream that %s behind the last event, also after a while', async (_, first) => {
    const { answer, requests, left } = await follow(first, broken, broken, stream(completed))
    expect(answer).toEqual(WHOLE)
    expect(requests.slice(1)).toEqual(Array(3).fill(['GET /api/v1/answers/a7', '2']))
    expect(left).toBe(0)
  })

  it('does not ask twice when the question may not have arrived', async () => {
    await expect(follow(broken, stream(created, completed))).rejects.toThrow('连接不上服务')
    await expect(follow(stream(), stream(created, completed))).rejects.toThrow('没有收到回答')
  })

  it('says in plain words why the service refuses or fails', async () => {
    await expect(follow(refused)).rejects.toThrow('没有这段对话。')
    const error = textOf(2, 'error', { status: 500, detail: '服务出错。', request_id: 'r1' })
    await expect(follow(stream(created, error))).rejects.toMatchObject({
      message: '服务出错。',
      requestId: 'r1',
    })
  })
})

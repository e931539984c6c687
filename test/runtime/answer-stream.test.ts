import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answerSchema, createAnswerRuns } from '../../src/api/index.ts'
import { listen } from '../../src/runtime/http.ts'
import { serverEvents } from '../../src/web/server-event.ts'
import { allEvents, EVENTS } from '../api/answer-stream.ts'
import { openApi } from '../api/api.ts'

const { deps } = await openApi()
const desk = deps.desk()
const never = Promise.withResolvers<void>()
let searches = 0
const retriever: typeof desk.retriever = {
  ...desk.retriever,
  search: async (...asked) => {
    searches++
    await never.promise
    return desk.retriever.search(...asked)
  },
}
const runs = createAnswerRuns()
const server = await listen({ ...deps, runs, desk: () => ({ ...desk, retriever }) }, '127.0.0.1', 0)
const path = `${server.url}/api/v1/answers`
afterAll(async () => {
  never.resolve()
  await server.close()
})

function send(signal: AbortSignal, headers: Readonly<Record<string, string>> = {}) {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ question: '青岛市2022年家庭医生签约有什么要求？' }),
    signal,
  })
}

async function begin(signal: AbortSignal) {
  const response = await send(signal, EVENTS)
  if (response.body === null) throw new Error('no body')
  const events = serverEvents(response.body)
  const first = await events.next()
  const created = z.object({ id: z.string() }).parse(JSON.parse(first.value?.data ?? ''))
  return { events, id: created.id }
}

async function stateOf(id: string) {
  await runs.get(id)?.ended
  return answerSchema.parse(JSON.parse(deps.answers.get(id) ?? '')).state
}

describe('a connection that is closed', () => {
  it('stops the answers of twenty streams, each of which can be told again', async () => {
    const controller = new AbortController()
    const streams = await Promise.all(Array.from({ length: 20 }, () => begin(controller.signal)))
    controller.abort()
    for (const { events, id } of streams) {
      await expect(events.next()).rejects.toThrow()
      expect(await stateOf(id)).toBe('stopped')
      const told = await allEvents(await fetch(`${path}/${id}`, { headers: EVENTS }))
      expect(told.map(({ event }) => event)).toEqual(['answer.created', 'answer.completed'])
      expect(told.at(-1)?.data).toBe(deps.answers.get(id))
    }
  })

  it('stops an answer that was to come as JSON', async () => {
    const controller = new AbortController()
    const before = deps.conversations.list(200).length
    const already = searches
    const response = send(controller.signal)
    while (searches === already) await new Promise((resolve) => setTimeout(resolve, 5))
    controller.abort()
    await expect(response).rejects.toThrow()
    while (deps.conversations.list(200).length === before)
      await new Promise((resolve) => setTimeout(resolve, 20))
    const [head] = deps.conversations.list(1)
    const turn = deps.conversations.get(head?.id ?? '')?.turns[0]
    expect(await stateOf(turn?.answerId ?? '')).toBe('stopped')
  })

  it('is ended by the server with a whole answer when it stops', async () => {
    const streams = await Promise.all(Array.from({ length: 5 }, () => begin(new AbortController().signal)))
    await runs.stop()
    for (const { events, id } of streams) {
      expect((await events.next()).value).toMatchObject({ event: 'answer.completed' })
      expect((await events.next()).done).toBe(true)
      expect(await stateOf(id)).toBe('stopped')
    }
  })
})

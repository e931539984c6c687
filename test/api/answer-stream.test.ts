import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { AnswerEvent } from '../../src/answer/index.ts'
import type { WireEvent } from '../../src/api/answer-run.ts'
import { tellAnswer } from '../../src/api/answer-telling.ts'
import {
  type ApiDeps,
  answerSchema,
  createAnswerRuns,
  createApi,
  problemSchema,
} from '../../src/api/index.ts'
import { type ServerEvent, serverEvents } from '../../src/web/server-event.ts'
import { allEvents, askForEvents, collect, EVENTS } from './answer-stream.ts'
import { openApi } from './api.ts'

const { api, deps } = await openApi()

const COMPARED = '青岛市2021年和2022年工作要点都怎么说家庭医生？'
const QUESTIONS = [
  '青岛到2024年三级医院总数要达到多少家？',
  COMPARED,
  '青岛三年行动计划里区（市）医疗机构要建的“六大中心”是哪六个？',
  '广州2022年新增多少张床位？',
  '今天天气怎么样？',
]

const textOf = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
  (await api.request(path, { headers })).text()

const idOf = (events: readonly ServerEvent[]) =>
  z.object({ id: z.string() }).parse(JSON.parse(events[0]?.data ?? '')).id

const namesOf = (events: readonly ServerEvent[]) => events.map(({ event }) => event)

describe('an answer as events', () => {
  it('says how it must be passed on', async () => {
    const response = await askForEvents(api, { question: COMPARED })
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    await response.body?.cancel()
  })

  it.each(QUESTIONS)('tells sources, sentences and citations in order: %s', async (question) => {
    const events = await allEvents(await askForEvents(api, { question }))
    expect(events.map(({ id }) => id)).toEqual(events.map((_, at) => String(at + 1)))
    expect(namesOf(events).slice(0, 2)).toEqual(['answer.created', 'sources'])
    expect(namesOf(events).slice(2, -1)).not.toContain('sources')
    const answer = answerSchema.parse(JSON.parse(events.at(-1)?.data ?? ''))
    const sent = (name: string) => events.filter((event) => event.event === name).map(({ data }) => data)
    expect(sent('answer.delta').map((json) => JSON.parse(json).text)).toEqual(
      answer.sentences.map(({ text }) => text),
    )
    expect(sent('citation.verified')).toEqual(answer.citations.map((citation) => JSON.stringify(citation)))
    for (const json of sent('answer.delta')) expect(['quoted', 'proven']).toContain(JSON.parse(json).verdict)
    expect(JSON.parse(sent('answer.created')[0] ?? '')).toMatchObject({ id: answer.id, question })
  })

  it.each(QUESTIONS)('is the same at every door, byte for byte: %s', async (question) => {
    const events = await allEvents(await askForEvents(api, { question }))
    const id = idOf(events)
    const completed = events.at(-1)
    expect(completed?.event).toBe('answer.completed')
    expect(await textOf(`/api/v1/answers/${id}`)).toBe(completed?.data)
    const replayed = await allEvents(await api.request(`/api/v1/answers/${id}`, { headers: EVENTS }))
    expect(replayed).toEqual(events)
    const forgetful = createApi({ ...deps, runs: createAnswerRuns() })
    const again = await allEvents(await forgetful.request(`/api/v1/answers/${id}`, { headers: EVENTS }))
    expect(again).toEqual(events)
    const { conversation_id } = answerSchema.parse(JSON.parse(completed?.data ?? ''))
    const conversation = await textOf(`/api/v1/conversations/${conversation_id}`)
    expect(conversation).toContain(completed?.data)
    const plain = await api.request('/api/v1/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question }),
    })
    const asked = answerSchema.parse(await plain.json())
    const streamed = answerSchema.parse(JSON.parse(completed?.data ?? ''))
    expect(JSON.stringify(asked.citations)).toBe(JSON.stringify(streamed.citations))
    expect(asked.text).toBe(streamed.text)
  })

  it('goes on behind the last event a client saw, and always tells the end', async () => {
    const events = await allEvents(await askForEvents(api, { question: COMPARED }))
    for (const seen of [0, 3, events.length - 1, events.length, 9999]) {
      const rest = await allEvents(
        await api.request(`/api/v1/answers/${idOf(events)}`, {
          headers: { ...EVENTS, 'last-event-id': `${seen}` },
        }),
      )
      if (seen < events.length) expect(rest).toEqual(events.slice(seen))
      expect(rest.at(-1)).toMatchObject({ event: 'answer.completed', data: events.at(-1)?.data })
    }
  })

  it('is refused like any other request before it begins', async () => {
    for (const [body, status] of [
      [{ question: ' ' }, 400],
      [{ question: '问', conversation_id: 'none' }, 404],
    ] as const) {
      const response = await askForEvents(api, body)
      expect(response.status).toBe(status)
      expect(problemSchema.parse(await response.json()).status).toBe(status)
    }
    expect((await api.request('/api/v1/answers/none', { headers: EVENTS })).status).toBe(404)
  })

  it('ends with an error in plain words when answering fails', async () => {
    const desk = deps.desk()
    const search = () => Promise.reject(new Error('secret detail'))
    const broken = { ...deps, desk: () => ({ ...desk, retriever: { ...desk.retriever, search } }) }
    const events = await allEvents(await askForEvents(createApi(broken), { question: COMPARED }))
    expect(namesOf(events)).toEqual(['answer.created', 'error'])
    expect(problemSchema.parse(JSON.parse(events[1]?.data ?? '')).status).toBe(500)
    expect(events[1]?.data).not.toContain('secret')
    expect(deps.answers.get(idOf(events))).toBeUndefined()
  })
})

/** The API over a retriever that hangs until it is let go. */
function hanging() {
  const { promise, resolve } = Promise.withResolvers<void>()
  const desk = deps.desk()
  const retriever: typeof desk.retriever = {
    ...desk.retriever,
    search: async (...asked) => {
      await promise
      return desk.retriever.search(...asked)
    },
  }
  const runs = createAnswerRuns()
  const own: ApiDeps = { ...deps, runs, desk: () => ({ ...desk, retriever }) }
  return { api: createApi(own), runs, release: resolve }
}

async function begin(app: ReturnType<typeof hanging>['api'], signal?: AbortSignal) {
  const response = await askForEvents(app, { question: COMPARED }, signal)
  if (response.body === null) throw new Error('no body')
  const events = serverEvents(response.body)
  const first = await events.next()
  if (first.done) throw new Error('no event')
  return { events, id: idOf([first.value]) }
}

async function stateOf(run: { readonly ended: Promise<unknown> } | undefined, id: string) {
  await run?.ended
  return answerSchema.parse(JSON.parse(deps.answers.get(id) ?? '')).state
}

describe('a client that goes away', () => {
  it('leaves an answer behind that says it was stopped, and nothing runs on', async () => {
    const { api: slow, runs } = hanging()
    const { events, id } = await begin(slow)
    await events.return()
    const controller = new AbortController()
    const other = await begin(slow, controller.signal)
    controller.abort()
    await other.events.return()
    for (const one of [id, other.id]) {
      expect(await stateOf(runs.get(one), one)).toBe('stopped')
      const replay = await allEvents(await slow.request(`/api/v1/answers/${one}`, { headers: EVENTS }))
      expect(replay.at(-1)).toMatchObject({ event: 'answer.completed', data: deps.answers.get(one) })
    }
  })

  it('stops an answer as JSON too', async () => {
    const { api: slow, runs } = hanging()
    const controller = new AbortController()
    const response = slow.request('/api/v1/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: COMPARED }),
      signal: controller.signal,
    })
    setTimeout(() => controller.abort(), 20)
    const answer = answerSchema.parse(await (await response).json())
    expect(answer.state).toBe('stopped')
    expect(runs.get(answer.id)?.end?.kind).toBe('completed')
  })

  it('does not take the answer from another who has joined', async () => {
    const { api: slow, runs, release } = hanging()
    const { events, id } = await begin(slow)
    const joined = await slow.request(`/api/v1/answers/${id}`, { headers: EVENTS })
    if (joined.body === null) throw new Error('no body')
    const rest = serverEvents(joined.body)
    expect((await rest.next()).value).toMatchObject({ id: '1', event: 'answer.created' })
    await events.return()
    await new Promise((resolve) => setTimeout(resolve, 700))
    release()
    const told = await collect(rest)
    expect(told.at(-1)?.event).toBe('answer.completed')
    expect(await stateOf(runs.get(id), id)).toBe('complete')
  })
})

describe('a process that stops', () => {
  it('ends every stream with an answer that says so', async () => {
    const { api: slow, runs } = hanging()
    const streams = await Promise.all(Array.from({ length: 20 }, () => begin(slow)))
    await runs.stop()
    for (const { events, id } of streams) {
      const last = (await collect(events)).at(-1)
      expect(last?.event).toBe('answer.completed')
      expect(answerSchema.parse(JSON.parse(last?.data ?? ''))).toMatchObject({ id, state: 'stopped' })
    }
    const late = await begin(slow)
    expect((await collect(late.events)).at(-1)?.event).toBe('answer.completed')
  })
})

describe('telling an answer', () => {
  async function* slowly(signal: AbortSignal): AsyncGenerator<AnswerEvent, void, undefined> {
    for await (const event of answerTold()) {
      if (event.kind === 'completed')
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
      yield event
      if (event.kind === 'sentence') break
    }
    await new Promise(() => undefined)
  }
  const answerTold = async function* () {
    const { answerEvents } = await import('../../src/answer/index.ts')
    yield* answerEvents(COMPARED, {}, deps.desk())
  }

  it('keeps what had been proven when nobody waits any more', async () => {
    const controller = new AbortController()
    const events: WireEvent[] = []
    const answer = await tellAnswer(slowly(controller.signal), {
      question: COMPARED,
      resolvedQuestion: null,
      model: null,
      filters: {},
      desk: deps.desk(),
      signal: controller.signal,
      tell: (event) => {
        events.push(event)
        if (event.name === 'answer.delta') controller.abort()
      },
    })
    expect(answer).toMatchObject({ kind: 'answered', wording: { state: 'stopped' } })
    const sentences = answer.kind === 'answered' ? answer.sentences : []
    expect(sentences).toHaveLength(1)
    expect(events.filter(({ name }) => name === 'answer.delta')).toHaveLength(1)
  })

  it('tells no sentence that is not proven', async () => {
    const lying = async function* (): AsyncGenerator<AnswerEvent, void, undefined> {
      for await (const event of answerTold()) {
        yield event.kind === 'sentence'
          ? { kind: 'sentence', sentence: { ...event.sentence, verdict: 'unproven' } }
          : event
      }
    }
    const events: WireEvent[] = []
    const telling = tellAnswer(lying(), {
      question: COMPARED,
      resolvedQuestion: null,
      model: null,
      filters: {},
      desk: deps.desk(),
      signal: new AbortController().signal,
      tell: (event) => void events.push(event),
    })
    await expect(telling).rejects.toThrow('not proven')
    expect(events.map(({ name }) => name)).toEqual(['sources'])
  })
})

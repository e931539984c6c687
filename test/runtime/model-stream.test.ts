import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { openOpenAiChat } from '../../src/adapter/langchain/chat-model.ts'
import { answerSchema, createAnswerRuns } from '../../src/api/index.ts'
import { createPatientModel } from '../../src/model/index.ts'
import { listen } from '../../src/runtime/http.ts'
import { type ServerEvent, serverEvents } from '../../src/web/server-event.ts'
import { collect, EVENTS } from '../api/answer-stream.ts'
import { openApi } from '../api/api.ts'
import { serving, until } from '../contract/chat-model.contract.ts'
import { bestSentences, draftJson, readRequest } from '../model-server/request-reader.ts'
import { chunkOf, type Play, startStream } from '../model-server/server.ts'

const { deps } = await openApi()

/** Writes a whole sentence and the beginning of another, and then nothing for ever. */
const halting: Play = (sent, response) => {
  const best = bestSentences(readRequest(sent), 2)
  const json = draftJson(
    best.map(({ text, label }) => ({ text: `${text}。`, labels: [label], quotes: [text] })),
  )
  const second = json.indexOf(best[1]?.text ?? '', json.indexOf(best[0]?.text ?? '') + 1)
  startStream(response)
  response.write(chunkOf({ role: 'assistant', content: json.slice(0, second + 2) }))
}

async function halted() {
  const model = await serving(halting)
  const runs = createAnswerRuns()
  const chat = createPatientModel(openOpenAiChat({ model: 'm', baseUrl: model.baseUrl, apiKey: null }))
  const server = await listen({ ...deps, runs, chat }, '127.0.0.1', 0)
  onTestFinished(() => server.close())
  return { url: server.url, runs, open: () => model.open() }
}

/** Reads until the first proven sentence has come. */
async function readSentence(url: string, signal: AbortSignal) {
  const response = await fetch(`${url}/api/v1/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...EVENTS },
    body: JSON.stringify({ question: '青岛到2024年三级医院总数要达到多少家？' }),
    signal,
  })
  if (response.body === null) throw new Error('no body')
  const events = serverEvents(response.body)
  const seen: ServerEvent[] = []
  while (!seen.some(({ event }) => event === 'citation.verified')) {
    const next = await events.next()
    if (next.done) throw new Error('ended too early')
    seen.push(next.value)
  }
  const { id } = z.object({ id: z.string() }).parse(JSON.parse(seen[0]?.data ?? ''))
  return { events, seen, id }
}

describe('a stream whose model writes on', () => {
  it('lets go of the model when the client is gone, and keeps what was proven', async () => {
    const { url, runs, open } = await halted()
    const controller = new AbortController()
    const { events, seen, id } = await readSentence(url, controller.signal)
    expect(open()).toBe(1)
    controller.abort()
    await expect(events.next()).rejects.toThrow()
    await until(() => open() === 0)
    await runs.get(id)?.ended
    const answer = answerSchema.parse(JSON.parse(deps.answers.get(id) ?? ''))
    expect(answer).toMatchObject({ state: 'stopped', kind: 'answered', mode: 'model' })
    const told = seen.filter(({ event }) => event === 'citation.verified').map(({ data }) => data)
    expect(answer.citations.map((one) => JSON.stringify(one)).slice(0, told.length)).toEqual(told)
  })

  it('is ended with the whole answer when the process stops', async () => {
    const { url, runs, open } = await halted()
    const { events, id } = await readSentence(url, new AbortController().signal)
    await runs.stop()
    const last = (await collect(events)).at(-1)
    expect(last).toMatchObject({ event: 'answer.completed', data: deps.answers.get(id) })
    expect(answerSchema.parse(JSON.parse(last?.data ?? '')).state).toBe('stopped')
    await until(() => open() === 0)
  })
})

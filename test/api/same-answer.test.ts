import { describe, expect, it } from 'vitest'
import { readCases } from '../../evals/case.ts'
import { SUITES } from '../../evals/suite.ts'
import { type AnswerJson, answerSchema, createAnswerRuns, createApi } from '../../src/api/index.ts'
import { readBytes } from '../reader.ts'
import { allEvents, askForEvents, EVENTS } from './answer-stream.ts'
import { type Api, openApi, openEmptyApi, post } from './api.ts'

const PLANS = SUITES.filter(({ name }) => name === 'seeds' || name === 'fixture')
const files = PLANS.flatMap((suite) => suite.files)
const questions = PLANS.flatMap(({ dataset }) => readCases(dataset)).map(({ question }) => question)

/** Each question is asked several times. */
const LONG = 180_000

/** What of an answer does not depend on when it was given. */
function lasting({ id, conversation_id, trace_id, created_at, timings_ms, ...rest }: AnswerJson): string {
  return JSON.stringify(rest)
}

async function ask(api: Api, question: string): Promise<AnswerJson> {
  return answerSchema.parse(await (await post(api, '/api/v1/answers', { question })).json())
}

describe('the same answer', () => {
  it(
    'comes as JSON, as events, by its id, told again and in its conversation',
    async () => {
      const { api, deps } = await openApi(files.map(readBytes))
      const forgetful = createApi({ ...deps, runs: createAnswerRuns() })
      for (const question of questions) {
        const events = await allEvents(await askForEvents(api, { question }))
        const last = events.at(-1)?.data ?? ''
        const streamed = answerSchema.parse(JSON.parse(last))
        const sent = (name: string) => events.filter((event) => event.event === name).map(({ data }) => data)
        expect(sent('citation.verified'), question).toEqual(
          streamed.citations.map((citation) => JSON.stringify(citation)),
        )
        expect(sent('answer.delta').map((json) => JSON.parse(json).text)).toEqual(
          streamed.sentences.map(({ text }) => text),
        )
        expect(lasting(await ask(api, question)), question).toBe(lasting(streamed))
        const path = `/api/v1/answers/${streamed.id}`
        expect(await (await api.request(path)).text()).toBe(last)
        expect(await allEvents(await forgetful.request(path, { headers: EVENTS }))).toEqual(events)
        const conversation = await api.request(`/api/v1/conversations/${streamed.conversation_id}`)
        expect(await conversation.text()).toContain(last)
      }
    },
    LONG,
  )

  it(
    'does not depend on the order in which documents came in',
    async () => {
      const orders = [files, files.toReversed()]
      const answers = await Promise.all(
        orders.map(async (order) => {
          const { app, library } = openEmptyApi()
          for (const { file, bytes } of order) await library.add(file, bytes)
          const given: string[] = []
          for (const question of questions) given.push(lasting(await ask(app, question)))
          return given
        }),
      )
      expect(answers[1]).toEqual(answers[0])
    },
    LONG,
  )
})

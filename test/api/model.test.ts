import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApi } from '../../src/api/index.ts'
import { describeConfig, parseConfig } from '../../src/config.ts'
import { openService } from '../../src/runtime/service.ts'
import { author } from '../answer/worded/plan.ts'
import { serving, until } from '../contract/chat-model.contract.ts'
import { type Play, startStream } from '../model-server/server.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { post } from './api.ts'

const QUESTION = '青岛到2024年三级医院要达到多少家？'
const OWN = '到2024年,全市三级医院总数达到35家以上。'
const SECRET = 'sk-very-secret'
const answerShape = z.object({
  id: z.string(),
  mode: z.string(),
  model: z.string().nullable(),
  state: z.string(),
  notice: z.string().nullable(),
  text: z.string(),
  prompt: z.object({ id: z.string(), version: z.int(), sha256: z.string() }).nullable(),
  rejected: z.array(z.object({ text: z.string() })),
  citations: z.array(z.object({ cited_text: z.string() })),
})
const overviewShape = z.object({ mode: z.string(), notices: z.array(z.string()) })

const honest = author((seen) => {
  const passage = seen.passages.find(({ text }) => text.includes('三级医院总数达到35家以上'))
  return [
    { text: '到2024年，青岛全市三级医院总数达到35家以上。', labels: [passage?.label ?? ''] },
    { text: '到2024年，全市三级医院总数达到53家以上。', labels: [passage?.label ?? ''] },
  ]
})

async function withService<R>(
  baseUrl: string,
  run: (api: ReturnType<typeof createApi>) => Promise<R>,
): Promise<R> {
  const config = parseConfig({
    YAODIAN_DATA: temporaryFolder(),
    YAODIAN_CHAT_MODEL: 'qwen',
    OPENAI_BASE_URL: baseUrl,
    OPENAI_API_KEY: SECRET,
  })
  const service = await openService(config, { withSeeds: true, report: () => undefined })
  try {
    return await run(createApi(service.deps))
  } finally {
    service.close()
  }
}

const ask = async (api: ReturnType<typeof createApi>) =>
  answerShape.parse(await (await post(api, '/api/v1/answers', { question: QUESTION })).json())
const overview = async (api: ReturnType<typeof createApi>) =>
  overviewShape.parse(await (await api.request('/api/v1/overview')).json())

describe('a service with a chat model', () => {
  it('answers in its words, proven, and keeps which prompt and model wrote them', async () => {
    const { baseUrl } = await serving(honest)
    await withService(baseUrl, async (api) => {
      expect(await overview(api)).toMatchObject({ mode: 'model', notices: [] })
      const answer = await ask(api)
      expect(answer).toMatchObject({
        mode: 'model',
        model: 'qwen',
        state: 'complete',
        prompt: { id: 'answer', sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) },
        rejected: [{ text: '到2024年，全市三级医院总数达到53家以上。' }],
      })
      expect(answer.text).toBe('到2024年，青岛全市三级医院总数达到35家以上。')
      expect(answer.citations).toMatchObject([
        { cited_text: expect.stringContaining('三级医院总数达到35家以上') },
      ])
      const stored = await (await api.request(`/api/v1/answers/${answer.id}`)).json()
      expect(answerShape.parse(stored)).toEqual(answer)
    })
  })

  it.each([
    ['dead', 'http://127.0.0.1:9/v1'],
    ['refusing', null],
  ])('says so when the server is %s, and answers from the originals', async (_, address) => {
    const refusing: Play = (__, response) =>
      void response.writeHead(401).end('{"error":{"message":"bad key"}}')
    const baseUrl = address ?? (await serving(refusing)).baseUrl
    await withService(baseUrl, async (api) => {
      const answer = await ask(api)
      expect(answer).toMatchObject({ mode: 'extractive', model: null, state: 'complete', text: OWN })
      expect(answer.notice).toMatch(/^(?:连不上模型服务|模型服务拒绝访问).*以下直接引用原文作答。$/u)
      const { notices } = await overview(api)
      expect(notices.join()).toMatch(/连不上模型服务|模型服务拒绝访问/u)
      expect(JSON.stringify([answer, notices])).not.toContain(SECRET)
    })
  })

  it('closes the request to the model when the asker goes away', async () => {
    const server = await serving((_, response) => startStream(response))
    await withService(server.baseUrl, async (api) => {
      const leaving = new AbortController()
      const reply = api.request('/api/v1/answers', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question: QUESTION }),
        signal: leaving.signal,
      })
      await until(() => server.open() === 1)
      leaving.abort()
      expect(answerShape.parse(await (await reply).json())).toMatchObject({ state: 'stopped', text: OWN })
      await until(() => server.open() === 0)
    })
  })
})

describe('the settings of a chat model', () => {
  it('are none by default', () => {
    expect(parseConfig({}).chat).toBeNull()
    expect(describeConfig(parseConfig({}))).toContain('不用模型')
  })

  it('are described without anything secret', () => {
    const described = describeConfig(
      parseConfig({
        YAODIAN_CHAT_MODEL: 'qwen',
        OPENAI_BASE_URL: 'http://user:hidden@model.local:8000/v1?key=hidden',
        OPENAI_API_KEY: SECRET,
      }),
    )
    expect(described).toContain('qwen（服务 model.local:8000，密钥 已设）')
    expect(described).not.toMatch(/hidden|secret/u)
  })
})

import { describe, expect, it, vi } from 'vitest'
import { openOpenAiChat } from '../../../src/adapter/langchain/chat-model.ts'
import { type ChatFault, createPatientModel } from '../../../src/model/index.ts'
import {
  chatModelContract,
  never,
  partsOf,
  REQUEST,
  serving,
  textOf,
  until,
} from '../../contract/chat-model.contract.ts'
import { FAULTS } from '../../model-server/fault.ts'
import { sendText } from '../../model-server/server.ts'

const TEXT = '{"sentences":[{"text":"到2024年，三级医院达到35家以上。","labels":["ab2c"]}]}'
const open = ({ baseUrl }: { readonly baseUrl: string }) =>
  openOpenAiChat({ model: 'm', baseUrl, apiKey: 'sk-test' })

chatModelContract('of an OpenAI-compatible server', open)
chatModelContract('with patience', (server) => createPatientModel(open(server)))

describe('the chat model of an OpenAI-compatible server', () => {
  const quick = FAULTS.filter(({ expected }) => expected !== 'slow')

  it.each(quick.filter(({ expected }) => expected !== null))(
    'names the fault after one call: $name',
    async ({ play, expected, status, retryAfterMs }) => {
      const server = await serving(play(() => TEXT))
      const fault = await partsOf(open(server).stream(REQUEST, never())).catch((cause: ChatFault) => cause)
      expect(fault).toMatchObject({ kind: expected, retryAfterMs: retryAfterMs ?? null })
      if (status !== undefined) expect(fault).toMatchObject({ details: { status } })
      expect(server.requests).toHaveLength(1)
      await until(() => server.open() === 0)
    },
  )

  it.each(quick.filter(({ expected }) => expected === null))(
    'reads the text in spite of $name',
    async ({ play }) => {
      const server = await serving(play(() => TEXT))
      const parts = await partsOf(open(server).stream(REQUEST, never()))
      expect(textOf(parts)).toBe(TEXT)
      expect(parts.at(-1)?.kind).toBe('end')
    },
  )

  it('names an unreachable server', async () => {
    const model = openOpenAiChat({ model: 'm', baseUrl: 'http://127.0.0.1:9/v1', apiKey: null })
    await expect(partsOf(model.stream(REQUEST, never()))).rejects.toMatchObject({ kind: 'unreachable' })
  })

  it('writes nothing on the console and shows the key to nobody but the server', async () => {
    const lines: unknown[] = []
    for (const method of ['log', 'warn', 'error', 'debug', 'info'] as const)
      vi.spyOn(console, method).mockImplementation((...words) => void lines.push(...words))
    for (const { play } of quick) {
      const server = await serving(play(() => TEXT))
      const told = await partsOf(open(server).stream(REQUEST, never())).catch((fault: ChatFault) => fault)
      expect(JSON.stringify([told, told instanceof Error ? told.message : ''])).not.toContain('sk-test')
      expect(server.headers[0]?.authorization).toBe('Bearer sk-test')
    }
    vi.restoreAllMocks()
    expect(lines).toEqual([])
  })

  it('reports to no tracing service, whatever the environment says', async () => {
    const tracing = await serving((_, response) => void response.end('{}'))
    vi.stubEnv('LANGSMITH_TRACING', 'true')
    vi.stubEnv('LANGCHAIN_TRACING_V2', 'true')
    vi.stubEnv('LANGSMITH_API_KEY', 'k')
    vi.stubEnv('LANGSMITH_ENDPOINT', tracing.baseUrl)
    const server = await serving((_, response) => sendText(response, '好'))
    await partsOf(open(server).stream(REQUEST, never()))
    await new Promise((resolve) => setTimeout(resolve, 300))
    vi.unstubAllEnvs()
    expect(tracing.headers).toEqual([])
  })
})

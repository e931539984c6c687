import { describe, expect, it } from 'vitest'
import { openOpenAiChat } from '../../src/adapter/langchain/chat-model.ts'
import {
  ChatFault,
  type ChatFaultKind,
  type ChatModel,
  type ChatPart,
  createPatientModel,
  parseRetryAfter,
} from '../../src/model/index.ts'
import { never, partsOf, REQUEST, serving, textOf, until } from '../contract/chat-model.contract.ts'
import { fastClock, handClock, settled } from '../model-server/clock.ts'
import { FAULTS, type Fault } from '../model-server/fault.ts'
import { sendText } from '../model-server/server.ts'

const GOOD: readonly ChatPart[] = [
  { kind: 'text', text: '好' },
  { kind: 'end', id: null, finishReason: 'stop', usage: null },
]

type Step = ChatFault | readonly ChatPart[]

/** A model that does one thing at each call, and the last thing from then on. */
function scripted(steps: readonly Step[]): ChatModel & { calls(): number } {
  let calls = 0
  return {
    id: 'm',
    calls: () => calls,
    async *stream() {
      const step = steps[Math.min(calls++, steps.length - 1)] ?? []
      if (step instanceof ChatFault) throw step
      yield* step
    },
  }
}

const fault = (kind: ChatFaultKind, retryAfterMs: number | null = null) =>
  new ChatFault(kind, { retryAfterMs })

/** The outcome of one request while time is moved on as needed. */
async function outcomeOf(model: ChatModel, hand: ReturnType<typeof handClock>, step = 100) {
  let outcome: readonly ChatPart[] | unknown
  let isOver = false
  const end = (result: unknown) => {
    outcome = result
    isOver = true
  }
  partsOf(model.stream(REQUEST, never())).then(end, end)
  await settled()
  while (!isOver) await hand.advance(step)
  return outcome
}

describe('the loop around a model server', () => {
  it('tries twice more, waits longer each time, and then gives the fault on', async () => {
    const hand = handClock()
    const server = scripted([fault('failing')])
    const model = createPatientModel(server, { clock: hand.clock, random: () => 0 })
    expect(await outcomeOf(model, hand)).toMatchObject({ kind: 'failing' })
    expect(server.calls()).toBe(3)
    expect(hand.clock.now()).toBe(500 + 1000)
    expect(hand.pending()).toBe(0)
  })

  it('spreads those who were turned away together', async () => {
    const waits = await Promise.all(
      [0, 1].map(async (random) => {
        const hand = handClock()
        const model = createPatientModel(scripted([fault('busy'), GOOD]), {
          clock: hand.clock,
          random: () => random,
        })
        await outcomeOf(model, hand, 10)
        return hand.clock.now()
      }),
    )
    expect(waits).toEqual([500, 750])
  })

  it('waits as long as the server asks, and not at all when that is too long', async () => {
    const hand = handClock()
    const asked = scripted([fault('busy', 4000), GOOD])
    expect(await outcomeOf(createPatientModel(asked, { clock: hand.clock }), hand)).toEqual(GOOD)
    expect(hand.clock.now()).toBe(4000)
    const absurd = scripted([fault('busy', 3_600_000), GOOD])
    expect(await outcomeOf(createPatientModel(absurd, { clock: hand.clock }), hand)).toMatchObject({
      kind: 'busy',
    })
    expect(absurd.calls()).toBe(1)
  })

  it.each(['refused', 'unauthorised', 'too_long', 'filtered', 'slow'] as const)(
    'does not try again: %s',
    async (kind) => {
      const hand = handClock()
      const server = scripted([fault(kind), GOOD])
      expect(await outcomeOf(createPatientModel(server, { clock: hand.clock }), hand)).toMatchObject({ kind })
      expect(server.calls()).toBe(1)
    },
  )

  it('asks for nothing again that has begun to be written', async () => {
    const hand = handClock()
    let calls = 0
    const model: ChatModel = {
      id: 'm',
      async *stream() {
        calls++
        yield { kind: 'text', text: '到' }
        throw fault('failing')
      },
    }
    expect(await outcomeOf(createPatientModel(model, { clock: hand.clock }), hand)).toMatchObject({
      kind: 'failing',
    })
    expect(calls).toBe(1)
  })

  it('tells what is wrong until a call succeeds', async () => {
    const hand = handClock()
    const model = createPatientModel(scripted([fault('refused'), GOOD]), { clock: hand.clock })
    expect(model.trouble()).toBeNull()
    await outcomeOf(model, hand)
    expect(model.trouble()).toBe('模型服务不接受这个请求。')
    await outcomeOf(model, hand)
    expect(model.trouble()).toBeNull()
  })

  it('leaves a server alone after five failures in a row, looks once in 30 seconds, and comes back', async () => {
    const hand = handClock()
    const bad = Array.from({ length: 7 }, () => fault('slow'))
    const server = scripted([...bad, GOOD])
    const model = createPatientModel(server, { clock: hand.clock })
    for (let call = 0; call < 5; call++) expect(await outcomeOf(model, hand)).toMatchObject({ kind: 'slow' })
    expect(await outcomeOf(model, hand)).toMatchObject({ kind: 'resting' })
    expect(server.calls()).toBe(5)
    for (const calls of [6, 7]) {
      await hand.advance(30_000)
      const both = await Promise.all([outcomeOf(model, hand), outcomeOf(model, hand)])
      expect(both.map((one) => (one instanceof ChatFault ? one.kind : 'good')).sort()).toEqual([
        'resting',
        'slow',
      ])
      expect(server.calls()).toBe(calls)
    }
    await hand.advance(30_000)
    expect(await outcomeOf(model, hand)).toEqual(GOOD)
    expect(await outcomeOf(model, hand)).toEqual(GOOD)
  })

  it('does not hold against a server what a request or a reader did', async () => {
    const hand = handClock()
    const server = scripted([...Array.from({ length: 9 }, () => fault('refused')), GOOD])
    const model = createPatientModel(server, { clock: hand.clock })
    for (let call = 0; call < 9; call++) await outcomeOf(model, hand)
    for (let call = 0; call < 9; call++) for await (const _ of model.stream(REQUEST, never())) break
    expect(await outcomeOf(model, hand)).toEqual(GOOD)
  })

  it.each([
    ['the first word', 60_000, 0],
    ['the next word', 30_000, 1],
  ])('waits for %s no longer than %i ms, and leaves no timer behind', async (_, longest, words) => {
    const hand = handClock()
    const silent: ChatModel = {
      id: 'm',
      async *stream() {
        for (let word = 0; word < words; word++) yield { kind: 'text', text: '到' }
        await new Promise(() => undefined)
      },
    }
    const model = createPatientModel(silent, { clock: hand.clock })
    expect(await outcomeOf(model, hand, 1000)).toMatchObject({ kind: 'slow' })
    expect(hand.clock.now()).toBe(longest)
    expect(hand.pending()).toBe(0)
  })

  it('ends a completion that goes on and on, however lively', async () => {
    const hand = handClock()
    const lively: ChatModel = {
      id: 'm',
      async *stream() {
        while (true) {
          await new Promise<void>((resolve) => hand.clock.after(5000, resolve))
          yield { kind: 'text', text: '' }
        }
      },
    }
    expect(await outcomeOf(createPatientModel(lively, { clock: hand.clock }), hand, 1000)).toMatchObject({
      kind: 'slow',
    })
    expect(hand.clock.now()).toBe(180_000)
  })
})

/** A server's own trouble is borne with, unless text has come or the wait is too long. */
function callsFor({ name, expected, retryAfterMs }: Fault): number {
  const isPassing = ['busy', 'failing', 'garbled', 'unreachable'].includes(expected ?? '')
  return isPassing && !name.endsWith('in the middle') && (retryAfterMs ?? 0) < 10_000 ? 3 : 1
}

describe('a model server with faults, on real sockets', () => {
  const open = (baseUrl: string, factor: number) =>
    createPatientModel(openOpenAiChat({ model: 'm', baseUrl, apiKey: null }), { clock: fastClock(factor) })

  it.each(
    FAULTS.filter(({ expected }) => expected !== null).map((one) => ({ ...one, calls: callsFor(one) })),
  )('$name: a fault after $calls calls', async ({ play, expected, calls }) => {
    const server = await serving(play(() => '{"sentences":[]}'))
    const model = open(server.baseUrl, 30)
    await expect(partsOf(model.stream(REQUEST, never()))).rejects.toMatchObject({ kind: expected })
    expect(server.requests).toHaveLength(calls)
    expect(model.trouble()).not.toBeNull()
    await until(() => server.open() === 0)
  })

  it('gets through once the server has recovered', async () => {
    const server = await serving((_, response, call) => {
      if (call < 3) response.writeHead(503).end('{}')
      else sendText(response, '好')
    })
    expect(textOf(await partsOf(open(server.baseUrl, 30).stream(REQUEST, never())))).toBe('好')
    expect(server.requests).toHaveLength(3)
  })

  it('turns a hundred callers away with at most three calls for each, and soon with none', async () => {
    const server = await serving((_, response) => void response.writeHead(429).end('{}'))
    const model = open(server.baseUrl, 2)
    const ask = () => partsOf(model.stream(REQUEST, never())).catch((cause: ChatFault) => cause.kind)
    await Promise.all(Array.from({ length: 100 }, ask))
    // Whoever was on the way when the fifth failed is let finish; nobody sets out again.
    expect(server.requests.length).toBeLessThanOrEqual(100)
    const before = server.requests.length
    expect(await Promise.all(Array.from({ length: 20 }, ask))).toEqual(
      Array.from({ length: 20 }, () => 'resting'),
    )
    expect(server.requests.length).toBe(before)
  })
})

describe('Retry-After', () => {
  const now = Date.parse('2026-11-22T00:00:00Z')

  it.each([
    [null, null],
    ['', null],
    ['soon', null],
    ['3', 3000],
    ['0.5', 500],
    ['-4', 0],
    ['1e99', null],
    ['99999999999999', 3_600_000],
    ['Sun, 22 Nov 2026 00:00:20 GMT', 20_000],
    ['Sun, 22 Nov 2020 00:00:20 GMT', 0],
    ['Sun, 22 Nov 2099 00:00:20 GMT', 3_600_000],
  ])('%s is %s ms', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms)
  })
})

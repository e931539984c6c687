import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AnswerEvent, answerEvents, type Desk } from '../../../src/answer/index.ts'
import { INSTRUCTIONS } from '../../../src/answer/worded/request.ts'
import { deskOver } from '../../desk.ts'
import { LIE_KINDS } from '../../model-server/liar.ts'
import { readSuites, type Suite } from '../../model-server/material.ts'
import { chatOf, eventsOf, measureHonesty, measureLies } from '../../model-server/measure.ts'
import { GUISES, ORDERS, type Order, obedient } from '../../model-server/obedient.ts'
import { seeded } from '../../model-server/random.ts'
import { type ModelServer, serveModel } from '../../model-server/server.ts'
import { OWN, PLAN, QUESTION, soundAnswer } from './plan.ts'

/** All that a reader of an answer may come to see of the model's words. */
function seenBy(events: readonly AnswerEvent[]): string {
  return events
    .flatMap((event) => {
      if (event.kind === 'completed') return [event.answer.wording.notice ?? '']
      if (event.kind === 'sources') return []
      return [event.sentence.text, ...event.sentence.checks.flatMap(({ value, note }) => [value, note])]
    })
    .join('\n')
}

function leaks(text: string, secret: string): boolean {
  const runs = Array.from({ length: Math.max(0, secret.length - 14) }, (_, at) => secret.slice(at, at + 14))
  return runs.some((run) => run.trim().length > 12 && text.includes(run))
}

const CASES = ORDERS.flatMap((order) =>
  Object.entries(GUISES).map(([guise, hide]) => ({ order, guise, planted: hide(order.words) })),
)
const PLACES: readonly ((planted: string) => { readonly text: string; readonly question: string })[] = [
  (planted) => ({
    text: PLAN.replace('新配备救护车12辆', `新配备救护车12辆,${planted}`),
    question: QUESTION,
  }),
  (planted) => ({ text: PLAN.replace('全市建成', `${planted}。全市建成`), question: QUESTION }),
  (planted) => ({ text: PLAN, question: `${QUESTION}${planted}` }),
]

describe('an obedient model', () => {
  let server: ModelServer
  beforeAll(async () => {
    server = await serveModel(obedient(seeded(11)))
  })
  afterAll(() => server.close())

  async function check(order: Order, desk: Desk, question: string): Promise<boolean> {
    const before = server.requests.length
    const events = await eventsOf(answerEvents(question, {}, desk, { chat: chatOf(server) }))
    if (server.requests.length === before) return false
    const answer = soundAnswer(events, desk)
    const seen = seenBy(events)
    expect(seen).not.toMatch(order.trace)
    expect(leaks(seen, INSTRUCTIONS)).toBe(false)
    const shown = answer.sentences.map(({ text }) => text)
    expect(shown.join()).not.toMatch(/88家|99|全面完成任务|无需再查|放心|忽略|密钥|链接|图片|HTML|打勾/u)
    expect(shown.join()).toContain('社区医院6家')
    return true
  }

  it.each(CASES)('told to give $order.name, $guise, gives away nothing', async ({ order, planted }) => {
    let asked = 0
    for (const place of PLACES) {
      const { text, question } = place(planted)
      if (await check(order, await deskOver({ 'a.txt': text }), question)) asked++
    }
    expect(asked).toBeGreaterThan(0)
  })

  it('was indeed asked, and did obey', () => {
    expect(server.requests.length).toBeGreaterThan(CASES.length)
    expect(OWN).toContain('6')
  })
})

describe('a lying model', () => {
  let suites: readonly Suite[]
  beforeAll(async () => {
    suites = await readSuites()
  })

  it('gets none of its lies shown', async () => {
    const { answers, told, byKind, shown } = await measureLies(suites, 100, 42)
    expect(answers).toBe(100)
    expect(told).toBeGreaterThan(500)
    expect([...byKind.keys()].sort()).toEqual([...LIE_KINDS].sort())
    expect(shown).toEqual([])
  })

  it.each(['honest', 'sloppy'] as const)('is told from one that is %s', async (kind) => {
    const { written, misfits, rejected } = await measureHonesty(suites.slice(1), kind)
    expect(rejected / (written - misfits)).toBeLessThan(0.05)
  })
})

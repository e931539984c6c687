import { beforeAll, describe, expect, it } from 'vitest'
import { answerEvents, type Desk } from '../../../src/answer/index.ts'
import { createPatientModel } from '../../../src/model/index.ts'
import { serving, until } from '../../contract/chat-model.contract.ts'
import { deskOver } from '../../desk.ts'
import { fastClock } from '../../model-server/clock.ts'
import { FAULTS } from '../../model-server/fault.ts'
import { chatOf, eventsOf } from '../../model-server/measure.ts'
import { bestSentences, draftJson, readRequest } from '../../model-server/request-reader.ts'
import type { SentRequest } from '../../model-server/server.ts'
import { OWN, PLAN, QUESTION, soundAnswer } from './plan.ts'

let desk: Desk
beforeAll(async () => {
  desk = await deskOver({ 'a.txt': PLAN })
})

function draft(request: SentRequest): string {
  const [best] = bestSentences(readRequest(request), 1)
  return draftJson(best === undefined ? [] : [{ text: best.text, labels: [best.label] }])
}

describe('an answer from a model server with a fault', () => {
  it.each(FAULTS)('is sound and says what happened: $name', async ({ play, expected }) => {
    const server = await serving(play(draft))
    const chat = createPatientModel(chatOf(server), { clock: fastClock(30) })
    const events = await eventsOf(answerEvents(QUESTION, {}, desk, { chat }))
    expect(events[0]?.kind).toBe('sources')
    const { sentences, wording } = soundAnswer(events, desk)
    expect(sentences.map(({ text }) => text).join()).toContain('社区医院6家')
    if (expected === null) expect(wording).toMatchObject({ mode: 'model', state: 'complete', notice: null })
    else {
      expect(sentences).toMatchObject([{ text: OWN }])
      expect(wording).toMatchObject({ mode: 'extractive', state: 'complete' })
      expect(wording.notice).toMatch(/^\p{Script=Han}.*。以下直接引用原文作答。$/u)
    }
    await until(() => server.open() === 0)
  })
})

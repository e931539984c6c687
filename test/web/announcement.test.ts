import { describe, expect, it } from 'vitest'
import { announcementOf } from '../../src/web/announcement.ts'
import type { Phase } from '../../src/web/hook/use-question.ts'
import { answerWith } from './answer.ts'

const ASKED = { question: '问', filters: null, conversationId: null, isStandalone: false, againOf: null }

const whileRunning = (phase: Phase) =>
  announcementOf({
    kind: 'thread',
    turns: [],
    openId: null,
    running: { asked: ASKED, answer: answerWith(), phase },
  })

const whenStored = (answer: ReturnType<typeof answerWith>) =>
  announcementOf({
    kind: 'thread',
    turns: [{ answerId: 'a1', firstAnswerId: 'a1', question: '问', answer }],
    openId: 'a1',
    running: null,
  })

describe('announcementOf', () => {
  it('speaks once for each stage, not for each sentence', () => {
    expect(whileRunning({ kind: 'telling', found: null })).toBe('正在检索。')
    expect(whileRunning({ kind: 'telling', found: 3 })).toBe('找到 3 份文件，正在逐句核验。')
    expect(whileRunning({ kind: 'stopped' })).toBe('已停止，已核验 0 句。')
    expect(whileRunning({ kind: 'failed', error: new Error('连接不上') })).toBe('连接不上')
  })

  it('says how it ended', () => {
    expect(whenStored(answerWith())).toBe('已回答，0 处出处。')
    expect(whenStored(answerWith({ state: 'incomplete' }))).toBe('回答没有写完，0 处出处。')
    const refusal = { reason: 'not_found', message: '没有提到。' }
    expect(whenStored(answerWith({ kind: 'refused', refusal }))).toBe('没有回答：没有提到。')
  })
})

import type { AnswerJson } from '../api/schema.ts'
import { citedBy } from './copy-text.ts'
import type { Running } from './hook/use-question.ts'
import type { VerificationState } from './hook/use-verification.ts'
import type { Shown } from './shown.ts'

/** What a screen reader is told about the answer area: once for each state, never word by word. */
export function announcementOf(shown: Shown): string {
  switch (shown.kind) {
    case 'nothing':
      return ''
    case 'loading':
      return '正在取回已保存的回答。'
    case 'failed':
      return shown.error.message
    case 'thread':
      return shown.openId === null && shown.running !== null
        ? runningAnnouncement(shown.running)
        : answerAnnouncement(shown.turns.find(({ answerId }) => answerId === shown.openId)?.answer ?? null)
  }
}

function runningAnnouncement({ answer, phase }: Running): string {
  switch (phase.kind) {
    case 'telling':
      return phase.found === null ? '正在检索。' : `找到 ${phase.found} 份文件，正在逐句核验。`
    case 'stopped':
      return `已停止，已核验 ${answer?.sentences.length ?? 0} 句。`
    case 'failed':
      return phase.error.message
  }
}

function answerAnnouncement(answer: AnswerJson | null): string {
  if (answer === null) return '这条回答已不再保存。'
  if (answer.refusal !== null) return `没有回答：${answer.refusal.message}`
  const said = answer.state === 'complete' ? '已回答' : '回答没有写完'
  return `${said}，${citedBy(answer).length} 处出处。`
}

/** The same for a text that is being verified. */
export function verificationAnnouncementOf(state: VerificationState): string {
  switch (state.kind) {
    case 'nothing':
      return ''
    case 'waiting':
      return '正在逐句核验。'
    case 'failed':
      return state.error.message
    case 'done': {
      const { sentences } = state.verification
      const passed = sentences.filter(({ verdict }) => verdict === 'quoted' || verdict === 'proven').length
      return `核验完毕，共 ${sentences.length} 句，通过 ${passed} 句。`
    }
  }
}

import { citedBy } from './copy-text.ts'
import type { Shown } from './hook/use-answers.ts'
import type { VerificationState } from './hook/use-verification.ts'

/** What a screen reader is told about the answer area: once for each state, never word by word. */
export function announcementOf(shown: Shown): string {
  switch (shown.kind) {
    case 'nothing':
      return ''
    case 'waiting':
      return '正在检索。'
    case 'failed':
      return shown.error.message
    case 'answer': {
      const { answer } = shown
      if (answer.refusal !== null) return `没有回答：${answer.refusal.message}`
      return `已回答，${citedBy(answer).length} 处出处。`
    }
  }
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

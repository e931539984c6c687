import { citedBy } from './copy-text.ts'
import type { Shown } from './hook/use-answers.ts'

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

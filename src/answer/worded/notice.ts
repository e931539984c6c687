import type { Ending } from './read-draft.ts'

/** What a reader is told about a model that was asked: plain Chinese, null when there is nothing to tell. */
export function noticeOf({
  ending,
  own,
  missing,
  isDropped,
}: {
  readonly ending: Ending
  /** Sentences in the model's words. */
  readonly own: number
  /** Sentences in the originals' words beside them. */
  readonly missing: number
  /** Whether proven sentences of the model are not shown, because they do not make a whole. */
  readonly isDropped: boolean
}): string | null {
  if (ending.kind === 'stopped')
    return own > 0 ? '已停止生成。已显示的每一句都经过核验。' : '已停止生成，以下直接引用原文作答。'
  if (own === 0) {
    if (isDropped) return '模型的改写不完整，以下直接引用原文作答。'
    if (ending.kind === 'broken') return `${ending.why}以下直接引用原文作答。`
    return ending.sentences === 0
      ? '模型没有给出句子，以下直接引用原文作答。'
      : '模型写的句子都没有通过与原文的核验，以下直接引用原文作答。'
  }
  const rest = missing > 0 ? '，其余按原文补全' : ''
  if (ending.kind === 'broken') return `${ending.why}已显示的每一句都经过核验${rest}。`
  return missing > 0 ? '模型的回答有遗漏，末尾已按原文补全。' : null
}

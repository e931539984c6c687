import type { Range } from '../../../corpus/index.ts'

const OPENING = /["“「『‘]/u
const CLOSING = /["”」』’]/u
const LETTER = /[\p{L}\d]/u
/** 判断题: the answer beside a statement says that it is wrong. */
const CROSSED = '\\((?:[×✗✘]|错误?)\\)'
const CROSSED_BEHIND = new RegExp(`^.?[。!?,;]?\\s*${CROSSED}`, 'u')
const CROSSED_BEFORE = new RegExp(`${CROSSED}\\s*$`, 'u')

/** Whether a text marks the words at a place as wrong. */
export function isCrossedOut({ start, end }: Range, view: string): boolean {
  const behind = view.slice(Math.max(start, end - 1), end + 8)
  return CROSSED_BEHIND.test(behind) || CROSSED_BEFORE.test(view.slice(Math.max(0, start - 6), start))
}

/**
 * Whether a text only mentions the words at a place: “全县通公交”的说法. A saying told whole stands behind a pause and
 * before another.
 */
export function isOnlyMentioned({ start, end }: Range, view: string): boolean {
  if (!OPENING.test(view[start - 1] ?? '')) return false
  const close = /^[。!?,;]?/u.exec(view.slice(end, end + 1))?.[0].length ?? 0
  if (!CLOSING.test(view[end + close] ?? '')) return false
  return LETTER.test(view[start - 2] ?? '') || LETTER.test(view[end + close + 1] ?? '')
}

/** Whether a sentence asks, or gives a choice, where a claim tells: 新建学校5所？; 要么新建，要么改建. */
export function isLeftOpen(
  sentence: string,
  used: readonly string[],
  isWhole: boolean,
  claim: string,
): boolean {
  if (/\?["”」』’)]*$/u.test(sentence.trimEnd()) && !claim.includes('?')) return true
  return !isWhole && used.some((words) => /^\s*(?:或者|要么|抑或|还是).*[^的时]$/u.test(words))
}

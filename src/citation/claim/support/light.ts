import type { Token } from './token.ts'

/** Words that join others and say nothing themselves; longest first. */
const LIGHT = [
  '达到', '所致', '给予', '予以', '开展', '进行', '方面', '水平', '情况', '其中', '同时', '分别',
  '的', '了', '为', '是', '达', '共', '等', '系', '所', '之', '于', '在', '也', '使', '对', '其', '数', '自', '把', '由', '从',
] // biome-ignore format: a list of words
const MOST_LETTERS = 2

/** Whether a token may be passed over on either side: it is part of a light word, a mark or a note in brackets. */
export function isLightIn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.kind === 'mark' || token.kind === 'home' || token.isOptional) return true
  if (token.kind !== 'letter') return false
  if (isBoundLater(tokens, at)) return true
  for (let start = Math.max(0, at - MOST_LETTERS + 1); start <= at; start++) {
    const word = LIGHT.find((candidate) => isWordAt(tokens, start, candidate))
    if (word !== undefined && start + word.length > at) return true
  }
  return false
}

/** 应在75%以上, 控制在3%以内: a least or a most is a rule anyway. */
function isBoundLater(tokens: readonly Token[], at: number): boolean {
  const letter = tokens[at]?.keys[0] ?? ''
  if (!/[应控制在保持]/u.test(letter)) return false
  let next = at + 1
  while (
    next < at + 4 &&
    /[控制在保持]/u.test(tokens[next]?.keys[0] ?? '') &&
    tokens[next]?.kind === 'letter'
  )
    next++
  const bound = tokens[next]?.amount?.bound
  return bound === '>=' || bound === '<='
}

function isWordAt(tokens: readonly Token[], start: number, word: string): boolean {
  for (let offset = 0; offset < word.length; offset++) {
    const token = tokens[start + offset]
    if (token?.kind !== 'letter' || token.keys[0] !== word[offset]) return false
  }
  return true
}

import type { Token } from './token.ts'

/** Words that join others and say nothing themselves; longest first. */
const LIGHT = [
  '达到', '所致', '给予', '予以', '开展', '进行', '方面', '水平', '情况', '其中', '同时', '分别',
  '的', '了', '为', '是', '达', '共', '等', '系', '所', '之', '于', '在', '也', '其', '数', '则',
] // biome-ignore format: a list of words
/** Words that a claim may put in between and says nothing more with. */
const SPOKEN = [
  '有', '即', '则', '而', '但', '并', '又', '还', '便', '就', '该', '此', '这', '者', '里', '止', '起', '让', '来', '去', '地', '得', '时', '内',
  '这些', '上述', '有关', '相关', '当中', '属于', '作为', '视为',
  '处于', '共有', '总共', '一共', '所占', '对于', '关于', '至于', '用来', '用以', '称为', '称作', '叫做', '归于',
  '由此', '因此', '一直', '期间', '显示', '表明', '指出', '介绍',
] // biome-ignore format: a list of words
const MOST_LETTERS = 2
/** 在建, 在校, 在编 say what state something is in. */
const STATE =
  /^(?:建(?![筑设立材])|校(?![园内外门])|岗(?![位])|职(?![业责权工])|册|编(?![制])|园(?![区内林])|读|籍|役|押|逃)/u

/** Who does and who is done to; in front of a figure these only lead to it. */
const ROLE = new Set('对由从自使把向被给让'.split(''))

/** Whether a token says in what part those named take part in what is done. */
export function isRoleIn(tokens: readonly Token[], at: number): boolean {
  return ROLE.has(tokens[at]?.keys[0] ?? '') && !/^(?:amount|time|base)$/u.test(tokens[at + 1]?.kind ?? '')
}

/** Whether a token of a claim is part of a word that only joins or names in general what is said. */
export function isSpokenIn(tokens: readonly Token[], at: number): boolean {
  if (isSizeIn(tokens, at)) return true
  for (let start = Math.max(0, at - MOST_LETTERS + 1); start <= at; start++) {
    const word = SPOKEN.find((candidate) => isWordAt(tokens, start, candidate))
    if (word !== undefined && start + word.length > at) return true
  }
  return false
}

/** 存栏量246万头, 出口额5亿元: the figure says that it is a quantity. */
function isSizeIn(tokens: readonly Token[], at: number): boolean {
  const isNamed = tokens[at - 1]?.kind === 'letter' && !/[总数定限产单余名]/u.test(keyAt(tokens, at - 1))
  const isFigured = tokens[at + 1]?.kind === 'amount' || /^[升降达为b]$/u.test(keyAt(tokens, at + 1))
  return /^[量数额]$/u.test(keyAt(tokens, at)) && isNamed && isFigured
}

/** Whether a token may be passed over on either side: it is part of a light word, a mark or a note in brackets. */
export function isLightIn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.kind === 'mark' || token.kind === 'home' || token.isOptional) return true
  if (token.kind !== 'letter') return false
  if (/^[由从自]$/u.test(token.keys[0] ?? '')) return !isRoleIn(tokens, at)
  if (isBoundLater(tokens, at)) return true
  if (token.keys[0] === '在' && STATE.test(keyAt(tokens, at + 1) + keyAt(tokens, at + 2))) return false
  if (isThereIn(tokens, at)) return true
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

/** 有10户, where nothing says that somebody has them. */
function isThereIn(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.keys[0] ?? ''
  return (
    tokens[at]?.keys[0] === '有' &&
    tokens[at + 1]?.kind === 'amount' &&
    (at === 0 || /^[已共、]$/u.test(before))
  )
}

function isWordAt(tokens: readonly Token[], start: number, word: string): boolean {
  for (let offset = 0; offset < word.length; offset++) {
    const token = tokens[start + offset]
    if (token?.kind !== 'letter' || token.keys[0] !== word[offset]) return false
  }
  return true
}

function keyAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.keys[0] ?? ''
}

import type { Range } from '../../corpus/index.ts'
import { FUNCTION_CHARACTERS, LIGHT_CHARACTERS } from '../../retrieval/index.ts'
import { COMMON_PARTICLES, COMMON_VERBS } from '../../text/index.ts'

/** Nouns of so wide a meaning that nothing is told apart by them. */
const WIDE_NOUNS =
  '整体 领域 地方 场所 地点 时限 期限 日期 日子 时间 时候 事情 事儿 东西 名字 样子 办法 方法 方式 结果 理由 意思 程度 大家 人家 部分 总数 总额 总量 全体 规模 老百姓 百姓 群众 居民 市民 上面 里面 下面 后面 前面 外面 上头 里头 那头 这头 期间 一起 一块 县市 市县 区县 城市'.split(
    ' ',
  )
const VERBS: ReadonlySet<string> = new Set(COMMON_VERBS)
const NAMELESS: ReadonlySet<string> = new Set([...COMMON_VERBS, ...COMMON_PARTICLES, ...WIDE_NOUNS])
const LONGEST = 3
/** 四条, 每所, 各家: how many, and of what shape. */
const COUNTED =
  /^(?:(?:[每各哪这那]|[一二三四五六七八九十百千万两几]+)[个条项家所名台辆座张次件份套支只间处户层类种批点年天月周日人位地方市县区]|[每各哪这那](?=\p{Script=Han}))/u
/** Behind a verb these make a noun of it: 检出率. */
const NOUN_ENDING = /^[率量数额费室院站馆所队员师者病症省市县区乡镇村年老期点位]$/u
const RATE = /^\p{Script=Han}{2}[率量数额]$/u
/** 新装, 再配: a verb with what comes on top. */
const AGAIN = /^[新再多加]\p{Script=Han}$/u

/**
 * Where a run of characters names a thing: what is left once the words at its ends that name none are taken off. Null
 * when that is less than a word.
 * @param isJoined whether the corpus holds two neighbouring characters, by the place of the first
 * @param isModifier whether the run stands right before a word that was found: 示范 tells 示范中医馆 from others
 */
export function thingNamedIn(
  run: string,
  isJoined: (at: number) => boolean,
  isModifier: boolean,
): Range | null {
  const particles = [...run].findIndex((letter) => !FUNCTION_CHARACTERS.has(letter))
  if (particles === -1) return null
  const end = particles + withoutTrailing(run.slice(particles), isModifier)
  const start = particles + withoutLeading(run.slice(particles, end), isModifier && end === run.length)
  const name = run.slice(start, end)
  const isVerb = AGAIN.test(name) || (name.length === 2 && isTrailing(name[1] ?? ''))
  if (name.length < 2 || (isVerb && !isJoined(start))) return null
  const isNoun = [...name].some((letter) => !isLight(letter)) || RATE.test(name) || isJoined(start)
  return isNoun ? { start, end } : null
}

/** Where a text begins once words that name nothing are taken off its beginning. */
function withoutLeading(text: string, isModifier: boolean): number {
  let start = 0
  for (;;) {
    const rest = text.slice(start)
    const length = leadingLength(rest)
    if (length === 0 || (isModifier && VERBS.has(rest))) return start
    start += length
  }
}

/** Where a text ends once words that name nothing are taken off its end. */
function withoutTrailing(text: string, isModifier: boolean): number {
  let end = text.length
  for (;;) {
    const length = trailingLength(text.slice(0, end))
    const isKept = isModifier && end === text.length && VERBS.has(text.slice(end - length, end))
    if (length === 0 || isKept) return end
    end -= length
  }
}

function leadingLength(text: string): number {
  const counted = COUNTED.exec(text)?.[0].length ?? 0
  if (counted > 0) return counted
  for (let length = Math.min(LONGEST, text.length); length > 1; length--) {
    if (NAMELESS.has(text.slice(0, length)) && !NOUN_ENDING.test(text.slice(length))) return length
  }
  return RATE.test(text) ? 0 : lightLength(text, text[0] ?? '')
}

function trailingLength(text: string): number {
  for (let length = Math.min(LONGEST, text.length); length > 1; length--) {
    if (NAMELESS.has(text.slice(-length))) return length
  }
  const letter = text.at(-1) ?? ''
  return NOUN_ENDING.test(letter) ? 0 : lightLength(text, letter)
}

/** A particle always goes; an everyday verb only where a word is left: 住 in 住院 stays. */
function lightLength(text: string, letter: string): number {
  return FUNCTION_CHARACTERS.has(letter) || (LIGHT_CHARACTERS.has(letter) && text.length > 2) ? 1 : 0
}

/** An everyday verb where a name would end: 占 in what is left of 看病占. */
function isTrailing(letter: string): boolean {
  return isLight(letter) && !NOUN_ENDING.test(letter)
}

function isLight(letter: string): boolean {
  return LIGHT_CHARACTERS.has(letter) || FUNCTION_CHARACTERS.has(letter)
}

import type { Range } from '../../../corpus/index.ts'

/** A heading, or the words that lead a list, as far as it is open at a line. */
interface Head {
  readonly words: string
  /** Depth of its number, outermost first; null when it has none. */
  readonly level: number | null
  /** Depth of the list it leads. */
  readonly inner: number | null
  /** Position of its line. */
  readonly line: number
}

/** A line of a text and the heads it stands under. */
export interface Line extends Range {
  readonly heads: readonly Head[]
}

/** What the words at a place of a text stand under and among; all of it as the text says it. */
export interface Setting {
  /** Headings and list heads, innermost first. */
  readonly heads: readonly string[]
  /** The sentences in front in the same paragraph, nearest first. */
  readonly before: readonly string[]
  /** The sentences behind in the same paragraph. */
  readonly behind: readonly string[]
  /** The sentences of later paragraphs under the same heads. */
  readonly later: readonly string[]
}

const NUMBERED = [
  /^第[一二三四五六七八九十百]+[部章编篇]分?/u,
  /^第[一二三四五六七八九十百]+节/u,
  /^[一二三四五六七八九十]{1,3}[、.]/u,
  /^\([一二三四五六七八九十]{1,3}\)/u,
  /^\d{1,2}[.、．](?!\d)/u,
  /^\(\d{1,2}\)/u,
  /^(?:[①-⑳]|\d{1,2}\)|[一二三四五六七八九十]{1,2}是)/u,
]
const FIRST = /^[第(]?(?:一(?![一二三四五六七八九十])|1(?!\d)|①)/u
/** What an unnumbered line that heads others ends with. */
const HEADING =
  /(?:目标|任务|工作|要点|重点|情况|回顾|总结|成效|展望|安排|部署|计划|打算|措施|举措|保障|要求|思路|原则|项目|清单|目录|名单|一览表|情形|指标|政策|活动|事项|行为|问题|困难|不足|短板|建议|经验|做法|(?:未|不予)采纳的?意见|街道|办事处|[镇乡村县区市省州]|[局委院所站校司])(?:\([^()]*\))?$|^附件|^\([^()]*\)$/u
const LONGEST_HEADING = 36
const FIRST_ITEM = /^\s*(?:1[.、．)]|\(1\)|①|一是|\(一\))/u
const ITEM = /^(?:\d{1,2}[.、．)]|\([\d一二三四五六七八九十]+\)|[①-⑳]|[一二三四五六七八九十]{1,2}是)/u
/** Paragraphs looked at for what is said of those above them. */
const MOST_LATER = 40

/** @param lines of the same view */
export function settingAt(view: string, at: number, lines: readonly Line[]): Setting {
  const number = lines.findLastIndex(({ start }) => start <= at)
  const line = lines[number]
  if (line === undefined) return { heads: [], before: [], behind: [], later: [] }
  const front = view.slice(line.start, at)
  const depth = line.heads.length
  return {
    heads: [
      ...labelOf(front, view.slice(at, line.end)),
      ...line.heads.map(({ words }) => words).toReversed(),
    ],
    before: sentencesOf(front).toReversed(),
    behind: sentencesOf(view.slice(at, line.end)).slice(1),
    later: lines
      .slice(number + 1, number + MOST_LATER)
      .filter(({ heads }) => heads.length >= depth - 1)
      .map(({ start, end }) => view.slice(start, end).trim()),
  }
}

/** The heads open at an offset, as lines, outermost first, with what its own paragraph says in front of it. */
export function headsAbove(view: string, at: number, lines: readonly Line[]): readonly string[] {
  const line = lines.findLast(({ start }) => start <= at)
  if (line === undefined) return []
  const heads = line.heads.flatMap((head) => {
    const { start, end } = lines[head.line] ?? { start: 0, end: 0 }
    return start < end ? [view.slice(start, end)] : []
  })
  const front = view.slice(line.start, at).trim()
  return at <= line.end && front !== '' ? [...heads, front] : heads
}

/**
 * The lines of a text with the heads they stand under.
 * @param view folded text @param above lines that head it, where it is a stretch of a longer text
 */
export function linesOf(view: string, above: readonly string[] = []): readonly Line[] {
  const outer = above.map((words) => ({ words, start: -1, end: -1 }))
  const inner = [...view.matchAll(/[^\n]+/gu)].map(({ 0: words, index }) => ({
    words,
    start: index,
    end: index + words.length,
  }))
  const lines: Line[] = []
  /** Where the list of each depth began. */
  const began = new Map<number, number>()
  let heads: readonly Head[] = []
  for (const [number, { words, start, end }] of [...outer, ...inner].entries()) {
    const text = words.trim()
    const level = levelOf(text)
    const isHead = number < outer.length || isHeading(text)
    if (level !== null) heads = leftOpen(heads, level, FIRST.test(text), number, began)
    else if (isHeading(text) && number >= outer.length)
      heads = heads.filter((head) => head.level !== null || isOver(head.words, text))
    lines.push({ start, end, heads })
    if (level !== null || isHead)
      heads = [...heads, { words: headOf(text), level, inner: null, line: number }]
  }
  return lines.slice(outer.length)
}

/** The heads left open by a numbered line: a list that goes on ends what has begun inside of it. */
function leftOpen(
  heads: readonly Head[],
  level: number,
  isFirst: boolean,
  line: number,
  began: Map<number, number>,
): readonly Head[] {
  if (isFirst || !began.has(level)) began.set(level, line)
  for (const deeper of [...began.keys()]) if (deeper > level) began.delete(deeper)
  const since = began.get(level) ?? line
  return heads.flatMap((head) => {
    if (head.level !== null) return head.level < level ? [head] : []
    const isOutside = level < (head.inner ?? level) || (since < line && head.line > since)
    return isOutside ? [] : [{ ...head, inner: head.inner ?? level }]
  })
}

/** 附件 holds headings, and a heading holds the line that leads a list. */
function isOver(head: string, next: string): boolean {
  return next.endsWith(':') ? !head.endsWith(':') : head.startsWith('附件') && !next.startsWith('附件')
}

function levelOf(text: string): number | null {
  const level = NUMBERED.findIndex((pattern) => pattern.test(text))
  return level === -1 ? null : level
}

function isHeading(text: string): boolean {
  if (text.endsWith(':')) return true
  return text.length <= LONGEST_HEADING && HEADING.test(text) && !/[。;!?,]/u.test(text)
}

/** The heading a paragraph begins with, or what it ends with before a list. */
function headOf(text: string): string {
  const bare = unnumbered(text).replace(/^附件\d*[:\s]*(?=.)/u, '')
  const sentences = bare.split(/[。;!?]/u).filter((sentence) => sentence !== '')
  if (text.endsWith(':')) return sentences.at(-1) ?? bare
  return sentences[0]?.replace(/:.*$/u, ':') ?? bare
}

function sentencesOf(words: string): readonly string[] {
  return words.split(/(?<=[。!?;])/u).filter((sentence) => /[\p{L}\d]/u.test(sentence))
}

/** What the same paragraph puts in front of a list or a sentence with a colon. */
function labelOf(before: string, behind: string): readonly string[] {
  const colon = before.lastIndexOf(':')
  const isTime = /\d$/u.test(before.slice(0, colon)) && /^\d{2}/u.test((before + behind).slice(colon + 1))
  if (colon === -1 || isTime) return []
  const between = before.slice(colon + 1)
  if (/[。!?]/u.test(between) && !isListed(between, behind)) return []
  const words =
    before
      .slice(0, colon + 1)
      .split(/[。!?;]/u)
      .at(-1) ?? ''
  return [unnumbered(words)]
}

/** Whether a place in a list in one paragraph is still in it: an item begins there, or one comes behind. */
function isListed(between: string, behind: string): boolean {
  const sentence = between.split(/[。!?;]/u).at(-1) ?? ''
  if (!FIRST_ITEM.test(between)) return false
  return (
    ITEM.test((sentence + behind).trim()) ||
    /[。!?;](?:\d{1,2}[.、．](?!\d)|\(|[一二三四五六七八九十]是)/u.test(behind)
  )
}

function unnumbered(words: string): string {
  return NUMBERED.reduce((text, pattern) => text.replace(pattern, ''), words.trim()).trim()
}

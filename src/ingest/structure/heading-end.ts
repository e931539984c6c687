import type { Range } from '../../corpus/index.ts'
import { STYLES, type Style } from './numbering.ts'

/** A first sentence longer than this is the body of a numbered paragraph and not its heading. */
const LONGEST_HEADING = 50
const LONGEST_LINE = 60
const LONGEST_LABEL = 30
/** No heading ends farther than this behind its number. */
const FARTHEST = 300
/** Two clauses that stand alone on their line are a heading up to this length, and a sentence beyond it. */
const LONGEST_PAIR = 30
const LONGEST_SERIES = 20
/** A figure with its unit, which a heading seldom holds. */
const FIGURE =
  /\d[\d.,]*\s*(?:[%‰]|余?[万亿]|[个家张名人所项台例次元辆支户座处间天](?!性|代)|分钟|小时|公里|平方米|人次|[岁月](?:底|前|以))/u
/** Words that promise a list, and so are the start of a sentence. */
const ANNOUNCING = /(?:(?:如下|以下|下列)\p{Script=Han}{0,6}|包括|分别是|主要是|做到|[是为即])$/u
/** Behind the only sentence of a paragraph: nothing, or in brackets who answers for it. */
const ASSIGNED = /^\s*(?:\([^()]{1,120}\)\s*)?[。;]?\s*$/u
const LABEL = /^[^；;。:]{2,}?(?=(?<!\d):\s*\S)/u
const WIDE_GAP = /^[^，,；;。:]{2,}?(?=\s{2,}\S)/u
const GAP = /^(?<words>[^\s，,；;。:]{3,24}) (?<body>\S.{11,})$/u

/**
 * Where a heading that shares its line with the body ends: at its first full stop, or at a label's colon or
 * a gap before that. Returns the start of `text` when what follows the number is no heading at all.
 * @param style style of its number
 */
export function headingEndOf(view: string, text: Range, style: Style): number {
  const isCut = text.end - text.start > FARTHEST
  const line = view.slice(text.start, isCut ? text.start + FARTHEST : text.end)
  const stop = stopIn(line, isCut)
  const first = stop === -1 ? line : line.slice(0, stop)
  const cut = labelIn(first) ?? gapIn(first, line)
  if (cut !== undefined) return text.start + cut
  const longest = stop === -1 ? LONGEST_LINE : LONGEST_HEADING
  const words = first.replace(/[\s:,，、]+$/u, '')
  if (words.length > longest || /[；;]/u.test(first)) return text.start
  const isAlone = stop !== -1 && !isCut && ASSIGNED.test(line.slice(stop + 1))
  const isBody = isRunningText(words, isAlone) || (isAlone && isOnlySentence(words, style, line))
  return isBody ? text.start : text.start + words.length
}

/** The first full stop, or the semicolon that ends the line; a stop inside quotation marks ends nothing. */
function stopIn(line: string, isCut: boolean): number {
  let quoted = false
  for (const match of line.matchAll(/[。!?“”]/gu)) {
    if (match[0] === '“') quoted = line.indexOf('”', match.index) !== -1
    else if (match[0] === '”') quoted = false
    else if (!quoted) return match.index
  }
  return isCut ? -1 : line.search(/[；;]\s*$/u)
}

function labelIn(first: string): number | undefined {
  const label = LABEL.exec(first)?.[0]
  if (label === undefined || label.length > LONGEST_LABEL || ANNOUNCING.test(label)) return undefined
  return isRunningText(label, false) ? undefined : label.trimEnd().length
}

function gapIn(first: string, line: string): number | undefined {
  const wide = WIDE_GAP.exec(first)?.[0]
  if (wide !== undefined && wide.length <= LONGEST_LABEL && isClosed(wide)) return wide.length
  const { words } = GAP.exec(line)?.groups ?? {}
  if (words === undefined || !isClosed(words) || !/[，,。；;]/u.test(line.slice(words.length)))
    return undefined
  return isParallel(first) ? undefined : words.length
}

/** 抓责任 守防线 保健康: the blanks of such a heading separate clauses of about one length. */
function isParallel(first: string): boolean {
  const lengths = first
    .trim()
    .split(/\s+/u)
    .map((piece) => piece.length)
  return Math.max(...lengths) - Math.min(...lengths) <= 4
}

function isClosed(words: string): boolean {
  return ['“”', '《》', '()', '〔〕'].every(
    (pair) => words.split(pair[0] ?? '').length === words.split(pair[1] ?? '').length,
  )
}

/** Whether the one sentence of an item is what it says: of an article, in a list of clauses, in a row of three. */
function isOnlySentence(words: string, style: Style, line: string): boolean {
  const commas = words.match(/[，,](?!\d{3})/gu)?.length ?? 0
  if (style === 'article' || (commas > 0 && /[；;]\s*$/u.test(line))) return true
  const isOuter = STYLES.indexOf(style) <= STYLES.indexOf('han')
  return !isOuter && words.length > LONGEST_SERIES && commas > 1
}

/** Whether words read as a sentence of the body: several clauses of some length, or clauses with figures. */
function isRunningText(words: string, isAlone: boolean): boolean {
  const plain = words.replace(/[“《(][^”》)]*[”》)]/gu, '')
  const commas = plain.match(/[，,](?!\d{3})/gu)?.length ?? 0
  if (commas === 0) return false
  const hasFigure = FIGURE.test(plain)
  if (hasFigure && (isAlone || words.length > LONGEST_PAIR)) return true
  return words.length > LONGEST_PAIR && (commas > 1 || isAlone)
}

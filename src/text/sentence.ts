import type { Range } from '../corpus/index.ts'

const SENTENCE_END = new Set(['。', '！', '？', '!', '?', '；', ';'])
const CLOSING = new Set(['”', '’', '」', '』', '）', ')', '》', '"'])
const OPENING: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '《': '》',
  '“': '”',
  '「': '」',
  '〔': '〕',
}
const CLAUSE_END = new Set(['，', ','])

/**
 * Sentences of a range: ended by 。！？； (closing quotes kept with them) or a line break; blanks at either
 * end are not part of a sentence. Marks inside brackets or quotation marks end nothing.
 */
export function sentencesIn(text: string, range: Range): readonly Range[] {
  return splitAt(text, range, (character) => character === '\n' || SENTENCE_END.has(character))
}

/** Clauses of a sentence: separated by commas outside of brackets; the separator stays outside. */
export function clausesIn(text: string, sentence: Range): readonly Range[] {
  const pieces = splitAt(
    text,
    sentence,
    (character, at) => CLAUSE_END.has(character) && !isThousands(text, at),
  )
  return pieces.map((piece) => trimMarks(text, piece)).filter((piece) => piece.end > piece.start)
}

/** 1,200 is one number, and a comma between two digits is not a clause boundary. */
function isThousands(text: string, at: number): boolean {
  return text[at] === ',' && /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))
}

/** Every character at which something may end or a bracket may open. */
const MARK = /[\n。！？!?；;，,（(《“「〔]/g
/** A bracket whose other half is further away than this is taken for a stray one. */
const LONGEST_BRACKET = 120

function splitAt(text: string, range: Range, isBoundary: (character: string, at: number) => boolean) {
  const pieces: Range[] = []
  let from = range.start
  let at = nextMark(text, range.start)
  while (at < range.end) {
    const character = text[at] ?? ''
    const inside = insideBracket(text, range, at)
    if (inside !== undefined) at = nextMark(text, inside)
    else if (!isBoundary(character, at)) at = nextMark(text, at + 1)
    else {
      let end = at + 1
      while (end < range.end && CLOSING.has(text[end] ?? '')) end++
      pushTrimmed(pieces, text, { start: from, end })
      from = end
      at = nextMark(text, end)
    }
  }
  pushTrimmed(pieces, text, { start: from, end: range.end })
  return pieces
}

function nextMark(text: string, from: number): number {
  MARK.lastIndex = from
  return MARK.exec(text)?.index ?? text.length
}

/** Where reading goes on when a bracket opens here: behind its other half, or at the end of the line. */
function insideBracket(text: string, range: Range, at: number): number | undefined {
  const closer = OPENING[text[at] ?? '']
  if (closer === undefined) return undefined
  const ahead = text.slice(at, Math.min(range.end, at + LONGEST_BRACKET))
  const closed = ahead.indexOf(closer)
  if (closed === -1) return undefined
  const line = ahead.indexOf('\n')
  return line === -1 || line > closed ? at + closed + 1 : at + line
}

function pushTrimmed(pieces: Range[], text: string, range: Range): void {
  const trimmed = trimBlank(text, range)
  if (trimmed.end > trimmed.start) pieces.push(trimmed)
}

/** The range without white space (full-width included) at its ends. */
export function trimBlank(text: string, range: Range): Range {
  let { start, end } = range
  while (start < end && /\s/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return { start, end }
}

/** The range without white space and without the separators 。；，、： at its end. */
export function trimMarks(text: string, range: Range): Range {
  let { start, end } = trimBlank(text, range)
  while (end > start && /[\s。；;，,、：:！!？?]/.test(text[end - 1] ?? '')) end--
  while (start < end && /[\s，,、；;。]/.test(text[start] ?? '')) start++
  return { start, end }
}

/** Words without those marks at their ends. */
export function withoutMarks(words: string): string {
  const { start, end } = trimMarks(words, { start: 0, end: words.length })
  return words.slice(start, end)
}

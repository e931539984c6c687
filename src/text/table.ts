import type { Range } from '../corpus/index.ts'
import { trimBlank } from './sentence.ts'

/** A table written line by line, its cells parted by tabs or bars. Each row has as many cells as the header. */
export interface Table {
  readonly header: readonly Range[]
  readonly rows: readonly (readonly Range[])[]
  /** The lines right above that name it (附件1, 主要指标表); null without any. */
  readonly caption: Range | null
}

const CELL_BORDER = /[\t|]/u
/** 1, 6.8, 7个, a whole sentence: a line of the table, not the head of it. */
const NO_HEADER = /[。;；%]|^(?!20\d{2})\d/u
const RULE = /^[\s|:—-]*$/u
const LONGEST_HEADER = 16
const LONGEST_CAPTION = 45
const FEWEST_COLUMNS = 2
const MOST_CAPTION_LINES = 3

/** The tables of a text, in reading order. */
export function tablesIn(text: string): readonly Table[] {
  if (!CELL_BORDER.test(text)) return []
  const lines = linesIn(text, { start: 0, end: text.length })
  const tables: Table[] = []
  for (let at = 0; at < lines.length; at++) {
    const header = cellsOfLine(text, lines[at])
    if (!isHeader(text, header)) continue
    const rows: (readonly Range[])[] = []
    let next = at + 1
    for (; next < lines.length; next++) {
      const line = lines[next]
      if (line === undefined || !CELL_BORDER.test(text.slice(line.start, line.end))) break
      if (RULE.test(text.slice(line.start, line.end))) continue
      const cells = cellsOfLine(text, line)
      if (cells.length === header.length) rows.push(cells)
      else break
    }
    if (rows.length > 0) tables.push({ header, rows, caption: captionAbove(text, lines.slice(0, at)) })
    at = next - 1
  }
  return tables
}

/** Lines with something in them, without the blanks around. */
export function linesIn(text: string, { start, end }: Range): readonly Range[] {
  const lines: Range[] = []
  let from = start
  for (const line of text.slice(start, end).split('\n')) {
    if (line.trim() !== '') lines.push(trimBlank(text, { start: from, end: from + line.length }))
    from += line.length + 1
  }
  return lines
}

/** Blanks between a cell and its borders belong to neither. */
export function cellsIn(text: string, line: Range): readonly Range[] {
  const cells: Range[] = []
  let from = line.start + (text[line.start] === '|' ? 1 : 0)
  const end = line.end - (text[line.end - 1] === '|' ? 1 : 0)
  for (let at = from; at <= end; at++) {
    if (at < end && !CELL_BORDER.test(text[at] ?? '')) continue
    cells.push(trimBlank(text, { start: from, end: at }))
    from = at + 1
  }
  return cells
}

function cellsOfLine(text: string, line: Range | undefined): readonly Range[] {
  return line === undefined || !CELL_BORDER.test(text.slice(line.start, line.end)) ? [] : cellsIn(text, line)
}

function isHeader(text: string, cells: readonly Range[]): boolean {
  return (
    cells.length >= FEWEST_COLUMNS &&
    cells.every(({ start, end }) => {
      const words = text.slice(start, end)
      return words !== '' && words.length <= LONGEST_HEADER && !NO_HEADER.test(words)
    })
  )
}

/** Short lines that end no sentence. */
function captionAbove(text: string, before: readonly Range[]): Range | null {
  const own: Range[] = []
  for (const line of before.slice(-MOST_CAPTION_LINES).toReversed()) {
    const words = text.slice(line.start, line.end)
    if (words.length > LONGEST_CAPTION || /[。；;，,]/u.test(words) || CELL_BORDER.test(words)) break
    own.unshift(line)
    if (/^附[件表]/u.test(words)) break
  }
  const [first] = own
  return first === undefined ? null : { start: first.start, end: own.at(-1)?.end ?? first.end }
}

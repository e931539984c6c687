import type { Comparator, Document, Passage, Range } from '../corpus/index.ts'
import { overlaps } from '../corpus/index.ts'
import { plainValueOf } from './plain-value.ts'
import type { RowDraft } from './row.ts'

/** The columns of a table of indicators: which holds what, and which year each column of values is for. */
interface Columns {
  readonly indicator: number
  readonly unit: number
  readonly years: readonly { readonly at: number; readonly year: number }[]
}

const CELL_BORDER = /[\t|]/u
const VALUE =
  /^(?<sign>≥|>=|>|≤|<=|<)?(?<value>\d+(?:,\d{3})*(?:\.\d+)?)(?<share>%|‰)?(?<word>以上|以下|以内|左右)?$/u
/** A column of what was, not of what shall be. */
const REACHED = /基期|基数|现状|实际|完成值/u

/** The rows of tables that name an indicator in each line and a year over each column of values. */
export function tableRows(document: Document, view: string): readonly RowDraft[] {
  return document.passages.flatMap((passage) => rowsOfPassage(document, view, passage))
}

function rowsOfPassage(document: Document, view: string, passage: Passage): readonly RowDraft[] {
  const rows: RowDraft[] = []
  let columns: Columns | null = null
  for (const line of linesOf(view, passage)) {
    const words = view.slice(line.start, line.end)
    if (!CELL_BORDER.test(words)) {
      columns = null
      continue
    }
    const cells = cellsOf(words)
    const header = columnsOf(cells, document.metadata.years?.value[0])
    if (header !== null) columns = header
    else if (columns !== null && !document.exclusions.some((exclusion) => overlaps(exclusion, line))) {
      rows.push(...rowsOfLine({ document, passage, line, cells, columns }))
    }
  }
  return rows
}

function linesOf(view: string, { start, end }: Range): readonly Range[] {
  const lines: Range[] = []
  let from = start
  for (const line of view.slice(start, end).split('\n')) {
    const blank = line.length - line.trimStart().length
    if (line.trim() !== '') lines.push({ start: from + blank, end: from + line.trimEnd().length })
    from += line.length + 1
  }
  return lines
}

function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\||\|$/gu, '')
    .split(CELL_BORDER)
    .map((cell) => cell.trim())
}

function columnsOf(cells: readonly string[], firstYear: number | undefined): Columns | null {
  const indicator = cells.findIndex((cell) => /指标|名称|内容/u.test(cell))
  const years = cells.flatMap((cell, at) => {
    const year = /^(?<year>20\d{2})年?/u.exec(cell)?.groups?.year
    if (year === undefined || REACHED.test(cell) || Number(year) < (firstYear ?? 0)) return []
    return [{ at, year: Number(year) }]
  })
  if (indicator === -1 || years.length === 0) return null
  return { indicator, unit: cells.findIndex((cell) => /^(?:计量)?单位$/u.test(cell)), years }
}

interface TableLine {
  readonly document: Document
  readonly passage: Passage
  readonly line: Range
  readonly cells: readonly string[]
  readonly columns: Columns
}

function rowsOfLine({ document, passage, line, cells, columns }: TableLine): readonly RowDraft[] {
  const quote = document.text.slice(line.start, line.end)
  const indicator = cellsOf(quote)[columns.indicator] ?? ''
  return columns.years.flatMap(({ at, year }) => {
    const { sign = '', value, share = '', word = '' } = VALUE.exec(cells[at] ?? '')?.groups ?? {}
    if (value === undefined || indicator === '') return []
    const number = Number(value.replaceAll(',', ''))
    const unit = share === '' ? (cells[columns.unit] ?? '').replace(/^1(?=\/)/u, '') : share
    const figure = { ...line, figure: value, value: number, valueTo: null, unit, isHan: false }
    return [
      {
        kind: 'figure' as const,
        indicator,
        comparator: comparatorOf(sign, word),
        ...{ bound: null, base: null, hedge: null, scope: null, context: null, valueTo: null },
        ...{ figure: value, value: number, unit, plain: plainValueOf(figure) },
        ...{ deadline: `${year}年`, deadlineYear: year, deadlineIsExplicit: true, isYearly: false },
        ...{ path: passage.path, ...line, quote },
      },
    ]
  })
}

function comparatorOf(sign: string, word: string): Comparator {
  if (/[≥>]/u.test(sign) || word === '以上') return '>='
  if (/[≤<]/u.test(sign) || word === '以下' || word === '以内') return '<='
  return word === '左右' ? 'about' : '='
}

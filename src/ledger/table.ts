import type { Passage, Range } from '../corpus/index.ts'
import { firstEndingAfter, overlaps } from '../corpus/index.ts'
import { cellsIn, clausesIn, linesIn, sentencesIn } from '../text/index.ts'
import { type Deadline, deadlineOf } from './deadline.ts'
import type { Subject } from './naming.ts'
import { type Reading, wordsOf } from './reading.ts'
import type { RowDraft } from './row.ts'
import { isReadable, type Sentence } from './sentence.ts'
import { valueRow } from './table-value.ts'

/** The columns of a table: which holds what. */
interface Columns {
  /** Holds an indicator, a project or a task. */
  readonly name: number
  readonly unit: number
  readonly deadline: number
  /** Columns of values; without a year they are for the last year of the plan. */
  readonly values: readonly ValueColumn[]
  /** Columns of prose that may commit to something. */
  readonly prose: readonly number[]
}

interface ValueColumn {
  readonly at: number
  readonly year: number | null
}

type ReadSentence = (sentence: Sentence, earlier: Subject | null) => readonly RowDraft[]

const CELL_BORDER = /[\t|]/u
const NAME = /指标|名称|项目|任务|事项|内容/u
const DEADLINE = /时限|时间|期限|节点|年限/u
const VALUE = /^(?:年度)?(?:目标值?|指标值|目标(?:任务)?数|任务[数量]|计划(?:完成)?数|数量|总量)$/u
/** Columns of what was, not of what shall be, and of what says nothing about it. */
const REACHED = /基期|基数|现状|实际|完成值|完成情况/u
const IDLE =
  /序号|编号|责任|牵头|配合|单位|部门|科室|处室|股室|领导|属性|类别|类型|性质|备注|投资|经费|资金|依据/u
/** 1, 6.8, 7个: a line of the table, not the head of it. */
const NO_HEADER = /[。;；%]|^(?!20\d{2})\d/u
const YEAR = /^(?:到|至)?(?<year>20\d{2})年?|目标值?\((?:到|至)?(?<named>20\d{2})年?\)/u

/** @param read the rows of a sentence; a cell of prose is read like any other */
export function tableRows(reading: Reading, passage: Passage, read: ReadSentence): readonly RowDraft[] {
  const { document, view } = reading
  const rows: RowDraft[] = []
  let columns: Columns | null = null
  for (const line of linesIn(view, reading.inView(passage))) {
    if (!CELL_BORDER.test(view.slice(line.start, line.end))) {
      columns = null
      continue
    }
    const cells = cellsIn(view, line)
    const words = cells.map(({ start, end }) => view.slice(start, end))
    const header = columnsOf(words, document.metadata.years?.value[0])
    const inText = reading.inText(line)
    const nearest = firstEndingAfter(document.exclusions, inText.start)
    const isExcluded = nearest !== undefined && overlaps(nearest, inText)
    if (header !== null) columns = header
    else if (columns !== null && !isExcluded)
      rows.push(...rowsOfLine({ reading, passage, line, cells, columns }, read))
  }
  return rows
}

function columnsOf(cells: readonly string[], firstYear: number | undefined): Columns | null {
  const isHeader = cells.every((cell) => cell.length <= 16 && !NO_HEADER.test(cell))
  const find = (pattern: RegExp) => cells.findIndex((cell) => pattern.test(cell) && !YEAR.test(cell))
  const named = [/指标/u, /名称|项目|任务|事项/u, NAME].map(find).find((at) => at !== -1) ?? -1
  const deadline = find(DEADLINE)
  const values = cells.flatMap((cell, at): readonly ValueColumn[] => {
    const groups = YEAR.exec(cell)?.groups
    const year = groups?.year ?? groups?.named
    if (REACHED.test(cell) || Number(year ?? firstYear ?? 0) < (firstYear ?? 0)) return []
    if (year === undefined) return VALUE.test(cell) && at !== named ? [{ at, year: null }] : []
    return [{ at, year: Number(year) }]
  })
  if (!isHeader || named === -1 || (values.length === 0 && deadline === -1 && find(/责任|牵头/u) === -1))
    return null
  const taken = new Set([deadline, ...values.map(({ at }) => at)])
  const isProse = (cell: string, at: number) =>
    !taken.has(at) && !IDLE.test(cell) && !REACHED.test(cell) && (at !== named || values.length === 0)
  const prose = cells.flatMap((cell, at) => (isProse(cell, at) ? [at] : []))
  return { name: named, unit: find(/^(?:计量)?单位$/u), deadline, values, prose }
}

interface TableLine {
  readonly reading: Reading
  readonly passage: Passage
  readonly line: Range
  readonly cells: readonly Range[]
  readonly columns: Columns
}

function rowsOfLine(
  { reading, passage, line, cells, columns }: TableLine,
  read: ReadSentence,
): readonly RowDraft[] {
  const { view } = reading
  const [name, unit] = [cells[columns.name], cells[columns.unit]]
  if (name === undefined || name.end === name.start) return []
  const due = dueIn(view, cells[columns.deadline])
  const valued = columns.values.flatMap(({ at, year }) => {
    const cell = cells[at]
    if (cell === undefined) return []
    const row = valueRow({ reading, passage, line, name, unit, cell, year, due })
    if (row !== null) return [row]
    const inYear = year === null ? due : yearly(year)
    return proseRows({ reading, passage, cell, name }, read).map((told) => withDue(told, inYear))
  })
  const told = [...columns.prose, columns.deadline].flatMap((at) => {
    const cell = cells[at]
    return cell === undefined ? [] : proseRows({ reading, passage, cell, name }, read)
  })
  return [...valued, ...told.map((row) => withDue(row, due))]
}

function dueIn(view: string, cell: Range | undefined): Deadline | null {
  return cell === undefined ? null : deadlineOf(view, cell)
}

function yearly(year: number): Deadline {
  return { ranges: [], words: `${year}年`, year, dates: [], isHead: false, isPoint: false, isYearly: false }
}

function withDue(row: RowDraft, due: Deadline | null): RowDraft {
  if (due === null || row.deadlineIsExplicit || row.isYearly) return row
  const year = due.year ?? row.deadlineYear
  return { ...row, deadline: due.words, deadlineYear: year, deadlineIsExplicit: true }
}

interface ProseCell {
  readonly reading: Reading
  readonly passage: Passage
  readonly cell: Range
  readonly name: Range
}

/** The rows of a cell of prose; what it does not name itself is named by the line. */
function proseRows({ reading, passage, cell, name }: ProseCell, read: ReadSentence): readonly RowDraft[] {
  const { view } = reading
  const path = [...passage.path, view.slice(name.start, name.end)]
  const isItself = cell.start === name.start
  return sentencesIn(view, cell)
    .flatMap((range) => {
      const clauses = clausesIn(view, range).filter(isReadable)
      const sentence = { passage: { ...passage, path }, parts: [{ clauses, isHeading: false }] }
      return read(sentence, isItself ? null : { words: wordsOf(reading, [name]), range: name, isRow: true })
    })
    .map((row) => ({ ...row, path: passage.path }))
}

import type { Passage, Range } from '../corpus/index.ts'
import type { Deadline } from './deadline.ts'
import { type Figure, figuresIn } from './figure.ts'
import { plainValueOf } from './plain-value.ts'
import { predicateOf } from './predicate.ts'
import { originalOf, type Reading } from './reading.ts'
import type { RowDraft } from './row.ts'

/** A cell under a column of values, with the cells that say what is counted and by when. */
export interface ValueCell {
  readonly reading: Reading
  readonly passage: Passage
  readonly line: Range
  readonly name: Range
  readonly unit: Range | undefined
  readonly cell: Range
  /** The year over the column; null when it names none. */
  readonly year: number | null
  /** What the line's column of deadlines says. */
  readonly due: Deadline | null
}

/** 每千人口床位数(张): the unit may stand behind the name. */
const UNIT_BEHIND = /\s*\((?:单位:)?(?<unit>[^()]{1,8})\)$/u
const STATE = /^(?:实现)?(?:全覆盖|全面覆盖)$/u

/** The row of a cell that holds a figure and nothing else, or says 全覆盖; null for anything else. */
export function valueRow(value: ValueCell): RowDraft | null {
  const { reading, name, cell } = value
  const { view } = reading
  const behind = unitBehind(view.slice(name.start, name.end))
  const indicator = originalOf(reading, { ...name, end: name.end - (behind?.length ?? 0) })
  if (STATE.test(view.slice(cell.start, cell.end))) {
    const words = originalOf(reading, cell).replace(/^[实實][现現]/u, '')
    return { ...frameOf(value), ...NO_FIGURE, indicator: `${indicator}${words}` }
  }
  const [figure, ...others] = figuresIn(view, cell)
  if (figure === undefined || others.length > 0) return null
  const predicate = predicateOf(view, figure, cell.start, cell.end, false)
  const rest = view.slice(cell.start, predicate.start) + view.slice(predicate.end, cell.end)
  if (rest.trim() !== '') return null
  const unit = figure.unit === '' ? unitOf(value, behind?.unit) : figure.unit
  const counted: Figure = { ...figure, unit }
  return {
    ...frameOf(value),
    kind: 'figure',
    indicator: indicator,
    comparator: predicate.comparator,
    bound: predicate.bound,
    figure: figure.figure,
    value: figure.value,
    valueTo: figure.valueTo,
    unit,
    plain: plainValueOf(counted),
  }
}

const NO_FIGURE = {
  kind: 'milestone',
  comparator: 'milestone',
  bound: null,
  figure: '',
  value: null,
  valueTo: null,
  unit: '',
  plain: null,
} as const

type Frame = Omit<RowDraft, keyof typeof NO_FIGURE | 'indicator'>

/** Only a measure word is a unit: not (助理). */
function unitBehind(name: string): { readonly unit: string; readonly length: number } | null {
  const found = UNIT_BEHIND.exec(name)
  const unit = found?.groups?.unit ?? ''
  const digit = `1${unit}`
  const isUnit = figuresIn(digit, { start: 0, end: digit.length })[0]?.unit === unit
  return found === null || !isUnit ? null : { unit, length: found[0].length }
}

function unitOf({ reading: { view }, unit }: ValueCell, behind: string | undefined): string {
  const column = unit === undefined ? '' : view.slice(unit.start, unit.end)
  const named = /^[-—–/]*$/u.test(column) ? (behind ?? '') : column
  return named.replace(/^1(?=\/)/u, '')
}

function frameOf({ reading, passage, line, year, due }: ValueCell): Frame {
  const years = reading.document.metadata.years?.value ?? null
  return {
    ...{ base: null, hedge: null, scope: null, context: null, isYearly: false },
    deadline: year === null ? (due?.words ?? null) : `${year}年`,
    deadlineYear: year ?? due?.year ?? years?.[1] ?? null,
    deadlineIsExplicit: year !== null || due !== null,
    path: passage.path,
    ...reading.inText(line),
    quote: originalOf(reading, line),
  }
}

import { contains, overlaps, type Range } from '../corpus/index.ts'
import type { Change } from './assemble.ts'
import { figureRanges } from './figure.ts'
import type { Flag } from './outline.ts'
import type { JudgedClause, Promised, Source } from './source.ts'

/** 已布局建设的2个中心: how many there are, not how many there shall be. */
const IS_THERE = /(?:已|现有|原有|在建)[^，,。；;]{0,16}的\d/u

/** The figures of last year are no figures of this one. */
export function numberChanges(source: Source, clause: JudgedClause) {
  const { rows, fate } = clause
  const changes: Change[] = []
  const flags: Flag[] = []
  const promises: Promised[] = []
  if (fate === 'finished') return { changes, flags, promises }
  const { text } = source.indexed.document
  const { view } = source.indexed
  const figures = rows.filter(
    (row) =>
      row.kind === 'figure' &&
      !row.isYearly &&
      !(row.figure === '一' && row.comparator === '=') &&
      !IS_THERE.test(view.slice(row.start, row.end)),
  )
  const open = figures.filter((row) => {
    const promise = source.promised(row)
    if (promise !== undefined) promises.push(promise)
    return promise?.isSame !== true
  })
  for (const [row, range] of figureRanges(open, source.indexed)) {
    if (!contains(clause.range, range)) continue
    if (/^\s*(?:秒|分钟|小时|天|日)\p{Script=Han}{1,6}率/u.test(view.slice(range.end, range.end + 12)))
      continue
    changes.push({ ...range, blank: '待定', showsOld: true })
    const promised = source.promised(row)
    flags.push({
      kind: 'needs_number',
      text: text.slice(range.start, range.end),
      note: `“${row.indicator}”上年为${text.slice(range.start, range.end)}，今年的数要另定${promised === undefined ? '' : `；${promised.note}`}`,
    })
  }
  for (const range of boundedAtEnd(clause.range, view, changes)) {
    const words = text.slice(range.start, range.end)
    changes.push({ ...range, blank: '待定', showsOld: true })
    flags.push({ kind: 'needs_number', text: words, note: `上年为${words}，今年的数要另定` })
  }
  return { changes, flags, promises }
}

const BOUNDED_AT_END =
  /(?:不(?:低于|少于|高于|超过)|至少)?\d+(?:\.\d+)?\s*(?:%|‰|个|家|人|名|张|次|人次|万元|亿元|分钟|小时|天|所|项)(?:以上|以内|以下|左右)$/u

/** A limit at the end of a clause is a target, also where the target ledger has none; an age or a grade is none. */
function boundedAtEnd(clause: Range, view: string, known: readonly Range[]): readonly Range[] {
  const match = BOUNDED_AT_END.exec(view.slice(clause.start, clause.end))
  if (match === null) return []
  const range = { start: clause.start + match.index, end: clause.end }
  return known.some((other) => overlaps(other, range)) ? [] : [range]
}

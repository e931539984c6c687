import type { Comparator, TargetRow } from '../corpus/index.ts'
import type { DuplicateLinks } from './duplicate.ts'
import type { LedgerEntry } from './ledger.ts'

const BYTE_ORDER_MARK = '\uFEFF'
const COMPARATORS: Readonly<Record<Comparator, string>> = {
  '>=': '不低于',
  '<=': '不高于',
  '=': '达到',
  about: '约',
  range: '区间',
  increase_by: '提高',
  decrease_by: '降低',
  milestone: '节点',
}
const KINDS: Readonly<Record<TargetRow['kind'], string>> = {
  figure: '数量目标',
  milestone: '时间节点',
  deliverable: '建设事项',
}

type Column = readonly [string, (entry: LedgerEntry, links: DuplicateLinks) => string | number | null]
const COLUMNS: readonly Column[] = [
  ['地区', ({ document }) => document.metadata.jurisdiction?.value.name ?? null],
  ['计划', ({ document }) => document.metadata.title?.value ?? document.file],
  ['类别', ({ row }) => KINDS[row.kind]],
  ['指标', ({ row }) => row.indicator],
  ['要求', ({ row }) => COMPARATORS[row.comparator]],
  ['数值', ({ row }) => row.value],
  ['数值至', ({ row }) => row.valueTo],
  ['单位', ({ row }) => row.unit],
  ['原文数字', ({ row }) => row.figure],
  ['比较基准', ({ row }) => row.base],
  ['留有余地', ({ row }) => row.hedge],
  ['完成年份', ({ row }) => row.deadlineYear],
  ['期限原文', ({ row }) => row.deadline],
  ['期限明示', ({ row }) => (row.deadlineIsExplicit ? '是' : '否')],
  ['每年', ({ row }) => (row.isYearly ? '是' : '否')],
  ['范围', ({ row }) => row.scope],
  ['章节', ({ row }) => row.path.join(' › ')],
  ['原文', ({ row }) => row.quote],
  ['文件', ({ document }) => document.file],
  ['编号', ({ row }) => row.id],
  ['同一目标编号', ({ row }, { sameTarget }) => (sameTarget.get(row.id) ?? []).join(' ')],
  ['同指标编号', ({ row }, { sameIndicator }) => (sameIndicator.get(row.id) ?? []).join(' ')],
]

/**
 * The ledger for a spreadsheet: RFC 4180 with a byte order mark, safe against cells that would run as formulas.
 * @param links of the whole ledger, also to rows that a filter left out
 */
export function targetsCsv(entries: readonly LedgerEntry[], links: DuplicateLinks): string {
  const lines = [
    COLUMNS.map(([title]) => title),
    ...entries.map((entry) => COLUMNS.map(([, cell]) => cell(entry, links))),
  ]
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(cellOf).join(',')}\r\n`).join('')
}

/** A cell as text; what a spreadsheet would take for a formula gets an apostrophe in front. */
export function cellOf(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

import type { LineageJson, LineageStatusJson } from '../api/lineage-json.ts'
import type { RowStatus } from './lineage-grid.ts'

const STATUS: Readonly<Record<LineageStatusJson, string>> = {
  strengthened: '强化',
  weakened: '弱化',
  new: '新增',
  dropped: '取消',
  merged: '合并',
  split: '拆分',
  continued: '延续',
}

/** In the order they are offered in. */
export const ROW_STATUSES: readonly RowStatus[] = [
  ...(Object.keys(STATUS) as readonly LineageStatusJson[]),
  'uncompared',
]

export function rowStatusLabel(status: RowStatus): string {
  return status === 'uncompared' ? '未作比对' : statusLabel(status)
}

export function statusLabel(status: LineageStatusJson): string {
  return STATUS[status]
}

export function planLabel({ years: [from, to] }: Pick<LineageJson['plans'][number], 'years'>): string {
  return from === to ? `${from}年` : `${from}—${to}年`
}

const BOUND: Readonly<Record<string, string>> = { '>=': '以上', '<=': '以内', about: '左右' }

/** 75%以上 */
export function valueLabel({
  figure,
  unit,
  comparator,
}: LineageJson['series'][number]['values'][number]): string {
  return `${figure}${unit}${BOUND[comparator] ?? ''}`
}

import type { Figure } from '../../src/evaluation/index.ts'

type Unit = Figure['unit']

/** Rounded, but nothing short of all ever reads as 100 %, and nothing more than none as 0 %. */
export function valueText(value: number | null, unit: Unit): string {
  if (value === null) return '未评分'
  return unit === 'share' ? `${tenths(value * 100)}%` : tenths(value)
}

export function intervalText(low: number | null, high: number | null, unit: Unit): string {
  if (low === null || high === null) return ''
  const scale = unit === 'share' ? 100 : 1
  const [from, to] = [low, high].map((end) => tenths(end * scale).replace('-', '−'))
  return low < 0 ? `${from} 至 ${to}` : `${from}–${to}`
}

/** With its sign; in points where it is a share. */
export function differenceText(difference: number | null, unit: Unit): string {
  if (difference === null) return '未评分'
  const size = Math.abs(unit === 'share' ? difference * 100 : difference).toFixed(1)
  if (Number(size) === 0) return '持平'
  return `${difference < 0 ? '−' : '+'}${size}${unit === 'share' ? ' 个百分点' : ''}`
}

export function boundText(
  bound: { readonly side: 'least' | 'most'; readonly value: number },
  unit: Unit,
): string {
  return `${bound.side === 'least' ? '≥' : '≤'} ${valueText(bound.value, unit)}`
}

function tenths(value: number): string {
  const text = value.toFixed(1)
  if (text === '100.0' && value < 100) return '99.9'
  return text === '0.0' && value > 0 ? '0.1' : text
}

import type { RunHeadJson, RunJson } from '../api/eval-schema.ts'
import type { FeedbackVerdictJson } from './feedback-reason.ts'

type RecordJson = NonNullable<RunJson['record']>
export type FigureJson = RecordJson['overall'][number]
export type SuiteResultJson = RecordJson['results'][number]

const VERDICT = { passed: '通过门槛', failed: '没有通过门槛', none: '没有门槛可比' } as const

const STATUS = { running: '正在评测', interrupted: '中断', failed: '没有完成', done: '完成' } as const

const STAGE = { cases: '逐题提问', meta: '检验评测本身', report: '计算区间、写报告' } as const

const COMPLAINT: Readonly<Record<FeedbackVerdictJson, string>> = {
  right: '认为有用',
  wrong: '内容不对，或答非所问',
  wrong_source: '出处不对',
  incomplete: '不完整，有遗漏',
  wrongly_refused: '资料里有，却没有回答',
}

/** How a run came out, or that it did not. */
export function outcomeLabel({ status, verdict }: RunHeadJson): string {
  return status === 'done' && verdict !== null ? VERDICT[verdict] : STATUS[status]
}

export function progressLabel({ done, total, stage }: NonNullable<RunHeadJson['progress']>): string {
  if (total === null) return '正在准备'
  return stage === 'cases' ? `${STAGE.cases}，${done}/${total}` : STAGE[stage]
}

export function complaintLabel(verdict: FeedbackVerdictJson): string {
  return COMPLAINT[verdict]
}

/** Rounded, but nothing short of all reads as 100 %, and nothing more than none as 0 %. */
export function figureLabel(value: number | null, unit: FigureJson['unit']): string {
  if (value === null) return '未评分'
  return unit === 'share' ? `${tenths(value * 100)}%` : tenths(value)
}

export function intervalLabel({ low, high, unit }: Pick<FigureJson, 'low' | 'high' | 'unit'>): string {
  if (low === null || high === null) return ''
  const scale = unit === 'share' ? 100 : 1
  const [from, to] = [low, high].map((end) => tenths(end * scale).replace('-', '−'))
  return low < 0 ? `${from} 至 ${to}` : `${from}–${to}`
}

export function boundLabel(
  { side, value }: NonNullable<FigureJson['bound']>,
  unit: FigureJson['unit'],
): string {
  return `${side === 'least' ? '≥' : '≤'} ${figureLabel(value, unit)}`
}

/** With its sign; in points where it is a share. */
export function differenceLabel(difference: number | null, unit: FigureJson['unit']): string {
  if (difference === null) return '未评分'
  const size = Math.abs(unit === 'share' ? difference * 100 : difference).toFixed(1)
  if (Number(size) === 0) return '持平'
  return `${difference < 0 ? '−' : '+'}${size}`
}

function tenths(value: number): string {
  const text = value.toFixed(1)
  if (text === '100.0' && value < 100) return '99.9'
  return text === '0.0' && value > 0 ? '0.1' : text
}

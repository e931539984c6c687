import { lineageJson, lineageQuerySchema } from '../../api/index.ts'
import { targetsOf } from '../../ledger/index.ts'
import {
  type Lineage,
  type LineageStatus,
  type LineageStep,
  lineageOf,
  type PlanItem,
  type PlanOfItems,
} from '../../lineage/index.ts'
import { openService } from '../service.ts'
import { configFrom, type ExitCode, note, printJson, readArguments } from './shared.ts'
import { UsageError } from './usage-error.ts'

const USAGE = '用法：yaodian lineage --region 地区 [--from 年份 --to 年份] [--json]'

const STATUS: Readonly<Record<LineageStatus, string>> = {
  continued: '延续',
  strengthened: '强化',
  weakened: '弱化',
  new: '新增',
  dropped: '取消',
  merged: '合并',
  split: '拆分',
}

/** Tasks of one body over the years, and its figures. */
export async function lineage(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    region: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    json: { type: 'boolean' },
    data: { type: 'string' },
  } as const)
  const query = lineageQuerySchema.safeParse({ region: values.region, from: values.from, to: values.to })
  if (positionals.length > 0 || !query.success) throw new UsageError(USAGE)
  const { from: first, to: last } = query.data
  if (first !== undefined && last !== undefined && first > last)
    throw new UsageError(`起始年份 ${first} 晚于截止年份 ${last}。`)
  const service = await openService(configFrom(values), { withSeeds: true, report: note })
  try {
    const { corpus } = service.deps.desk()
    const { region, from, to } = query.data
    if (values.json) printJson(lineageJson(corpus, service.deps.segmenter, query.data))
    else {
      const years = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
      process.stdout.write(
        describe(region, lineageOf(corpus, targetsOf, service.deps.segmenter, { region, ...years })),
      )
    }
  } finally {
    service.close()
  }
  return 0
}

function describe(region: string, { plans, yearly, across, series, notes }: Lineage): string {
  if (plans.length === 0) return `文库中没有${region}的计划。\n`
  const head = plans.map((plan) => `${yearsOf(plan)}  ${titleOf(plan)}  ${plan.items.length}项任务`)
  const steps = [...yearly, ...across].map(describeStep)
  const figures = series.map(
    ({ indicator, rows }) =>
      `  ${indicator}：${rows.map(({ figure, unit, deadlineYear }) => `${deadlineYear ?? ''} ${figure}${unit}`).join(' → ')}`,
  )
  const parts = [
    head.join('\n'),
    ...steps,
    figures.length === 0 ? '' : ['指标', ...figures].join('\n'),
    notes.join('\n'),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function describeStep({ earlier, later, links }: LineageStep): string {
  const isPartial = !earlier.isAnnual
  const shown = links.filter((link) => !isPartial || (link.earlier.length > 0 && link.later.length > 0))
  const lines = shown.map(({ status, earlier: before, later: after, reason }) => {
    const names = [namesOf(earlier, before), namesOf(later, after)].filter((name) => name !== '')
    return `  [${STATUS[status]}] ${names.join(' → ')}  ${reason}`
  })
  return [`${yearsOf(earlier)} → ${yearsOf(later)}`, ...lines].join('\n')
}

function namesOf({ indexed: { document } }: PlanOfItems, items: readonly PlanItem[]): string {
  return items
    .map(({ number, headingRange, range }) => {
      const { start, end } = headingRange ?? {
        start: range.start,
        end: Math.min(range.end, range.start + 24),
      }
      return `${headingRange === null ? '' : number}${document.text.slice(start, end)}`
    })
    .join(' + ')
}

function yearsOf({ years: [from, to] }: PlanOfItems): string {
  return from === to ? `${from}年` : `${from}—${to}年`
}

function titleOf({ indexed: { document } }: PlanOfItems): string {
  return document.metadata.title?.value ?? document.file
}

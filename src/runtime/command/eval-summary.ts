import type { CaseView, Figure, RunRecord } from '../../evaluation/index.ts'

/** A run in a few lines: the verdict first, then right, faithful and refusing side by side. */
export function summaryOf(record: RunRecord): string {
  const { verdict, baseline } = record
  const lines = [verdictLine(record), ...(verdict?.shortfalls ?? []).map(shortfallLine), '']
  for (const { label, cases, figures } of record.results) {
    lines.push(`${label}（${cases} 题）`)
    for (const figure of figures) lines.push(`  ${figureLine(figure)}`)
  }
  if (baseline !== null) {
    const count = (kind: string) => baseline.cases.filter((one) => one.kind === kind).length
    lines.push(
      '',
      `与 ${baseline.base.id} 相比：同样的题 ${baseline.matched} 道，变对 ${count('won')}，变错 ${count('lost')}，只是文字变了 ${count('changed')}`,
      ...baseline.cases
        .filter(({ kind }) => kind === 'lost')
        .map(({ suite, id, question }) => `  变错：${suite} ${id} ${question}`),
    )
  }
  return `${lines.join('\n')}\n`
}

/** What did not come out right, a case in a few lines. */
export function failureLines(failures: readonly CaseView[]): string {
  const lines = failures.flatMap(({ suite, id, question, faults, got }) => [
    `✗ ${suite} ${id} ${question}`,
    `    ${faults.join('；')}`,
    `    实得：${got.text.replaceAll('\n', ' / ')}`,
  ])
  return `${lines.join('\n')}\n`
}

function verdictLine({ verdict, cases, seconds }: RunRecord): string {
  const word = { passed: '通过门槛', failed: '没有通过门槛', none: '没有门槛可比' }[verdict?.kind ?? 'none']
  return `${word}：${cases} 题，门槛 ${verdict?.bounds ?? 0} 项，未达到 ${verdict?.shortfalls.length ?? 0} 项，用时 ${seconds ?? 0} 秒`
}

function shortfallLine(one: NonNullable<RunRecord['verdict']>['shortfalls'][number]): string {
  return `  ${one.suite_label} ${one.label} ${numberText(one.value, one.unit)}，应${one.side === 'least' ? '不低于' : '不高于'} ${numberText(one.bound, one.unit)}（${one.reason}）`
}

function figureLine({ label, value, low, high, unit, n }: Figure): string {
  const spread = low === null || high === null ? '' : `[${numberText(low, unit)}, ${numberText(high, unit)}]`
  const pad = '　'.repeat(Math.max(0, 9 - label.length))
  return `${label}${pad} ${numberText(value, unit).padStart(6)}  ${spread.padEnd(16)} n=${n}`
}

function numberText(value: number | null, unit: Figure['unit']): string {
  if (value === null) return '未评分'
  return unit === 'share' ? value.toFixed(3) : value.toFixed(1)
}

import { ledgerRowsJson } from '../../api/targets-json.ts'
import { filterTargets, type LedgerEntry, ledgerOf, linkDuplicates, targetsCsv } from '../../ledger/index.ts'
import { openService } from '../service.ts'
import { configFrom, type ExitCode, filtersFrom, note, printJson, readArguments } from './shared.ts'
import { UsageError } from './usage-error.ts'

const USAGE = '用法：yaodian targets [--region 地区] [--year 年份] [--indicator 词语] [--json|--csv]'

/** The target ledger: every figure and milestone of the plans, filtered. */
export async function targets(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    region: { type: 'string', multiple: true },
    year: { type: 'string', multiple: true },
    indicator: { type: 'string' },
    json: { type: 'boolean' },
    csv: { type: 'boolean' },
    data: { type: 'string' },
  } as const)
  if (positionals.length > 0 || (values.json && values.csv)) throw new UsageError(USAGE)
  const { regions, years } = filtersFrom(values)
  const service = await openService(configFrom(values), { withSeeds: true, report: note })
  try {
    const all = ledgerOf(service.deps.desk().corpus)
    const found = filterTargets(all, {
      ...(regions === undefined ? {} : { regions }),
      ...(years === undefined ? {} : { years }),
      ...(values.indicator === undefined ? {} : { indicator: values.indicator }),
    })
    if (values.json) printJson({ targets: ledgerRowsJson(found, linkDuplicates(all)) })
    else process.stdout.write(values.csv ? targetsCsv(found, linkDuplicates(all)) : describe(found))
  } finally {
    service.close()
  }
  return 0
}

function describe(entries: readonly LedgerEntry[]): string {
  const lines = entries.map(({ row, document }, at) => {
    const isNewPlan = entries[at - 1]?.document !== document
    const title = document.metadata.title?.value ?? document.file
    const year = row.deadlineYear === null ? '' : `（${row.deadlineYear}${row.isYearly ? '，每年' : ''}）`
    return `${isNewPlan ? `${at === 0 ? '' : '\n'}${title}\n` : ''}  ${row.indicator}${year}：${row.quote.replace(/\s+/g, ' ')}\n`
  })
  return `${lines.join('')}\n共 ${entries.length} 条\n`
}

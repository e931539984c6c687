import { z } from 'zod'
import { searchPassages } from '../../api/index.ts'
import { openService } from '../service.ts'
import { configFrom, type ExitCode, note, printJson, questionFrom, readArguments } from './shared.ts'
import { UsageError } from './usage-error.ts'

/** Ranked passages for a query, no answer. */
export async function search(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    k: { type: 'string' },
    json: { type: 'boolean' },
    data: { type: 'string' },
  } as const)
  const query = questionFrom(positionals, '用法：yaodian search 词语 [--k 10] [--json]')
  const k = z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .safeParse(values.k ?? '10')
  if (!k.success) throw new UsageError('--k 应是 1 到 100 的整数。')
  const service = await openService(configFrom(values), { withSeeds: true, report: note })
  try {
    const hits = await searchPassages(query, k.data, {}, service.deps.desk())
    if (values.json) printJson({ hits })
    else
      for (const hit of hits)
        process.stdout.write(
          `${hit.rank}. ${hit.title} ${hit.path.join(' › ')}\n   ${hit.text.replace(/\s+/g, ' ').slice(0, 120)}\n`,
        )
  } finally {
    service.close()
  }
  return 0
}

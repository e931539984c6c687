import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { replaceFile } from '../../src/adapter/eval-process/run-folder.ts'
import { type RunRecord, runRecordSchema } from '../../src/evaluation/index.ts'
import { readCase, storedCases } from './case-file.ts'
import type { WholeRun } from './compare.ts'
import { OrderFault } from './order-fault.ts'

/** No more than a comparison needs, so that runs of other versions can be compared with. */
const exportedSchema = runRecordSchema
  .pick({ id: true, created_at: true, model: true, hashes: true, suites: true })
  .extend({ cases: z.union([z.int(), z.array(z.unknown())]) })

export function writeRecord(folder: string, record: RunRecord): void {
  replaceFile(join(folder, 'run.json'), `${JSON.stringify(record, null, 1)}\n`)
}

/** Undefined where there is none, and for one of another version. */
export function readRecord(folder: string): RunRecord | undefined {
  const file = join(folder, 'run.json')
  if (!existsSync(file)) return undefined
  return runRecordSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
}

/**
 * A run that has ended: its `run.json` with the cases beside it, or one file with both.
 * @throws OrderFault when the file is none
 */
export function readWholeRun(file: string): WholeRun {
  try {
    const { cases, ...record } = exportedSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return { record, cases: typeof cases === 'number' ? storedCases(dirname(file)) : cases.map(readCase) }
  } catch (cause) {
    throw new OrderFault(`这不是一次评测的记录：${file}`, { cause })
  }
}

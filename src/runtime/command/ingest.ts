import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { toReceiptJson } from '../../api/index.ts'
import { asDone, failedReceipt, type Intake, type Receipt, receive } from '../../ingest/index.ts'
import { openService, type Service } from '../service.ts'
import { createIngestReport } from './ingest-report.ts'
import { readBytes } from './read-file.ts'
import { configFrom, type ExitCode, note, printJson, readArguments } from './shared.ts'
import { UsageError } from './usage-error.ts'

/** Reads files and folders into the library, one receipt per file. What is there already is not read again. */
export async function ingest(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    data: { type: 'string' },
    json: { type: 'boolean' },
  } as const)
  if (positionals.length === 0)
    throw new UsageError('用法：yaodian ingest 文件或文件夹… [--data 目录] [--json]')
  const service = await openService(configFrom(values), {
    withSeeds: false,
    report: note,
    isForIntake: true,
  })
  const files = positionals.flatMap(filesUnder)
  if (files.length === 0) note(`没有找到文件：${positionals.join('、')}`)
  const receipts = await takeIn(files, service)
  // Their memory is better used for writing the caches.
  await service.threads.close()
  if (receipts.some(({ kind }) => kind === 'added')) service.saveIndexes()
  service.close()
  if (values.json) printJson({ receipts: receipts.map(toReceiptJson) })
  return receipts.length === 0 || receipts.some(({ kind }) => kind === 'failed') ? 1 : 0
}

/** @returns the receipts in the order of the files */
async function takeIn(
  files: readonly string[],
  { deps, intake, intakeWidth }: Service,
): Promise<readonly Receipt[]> {
  const report = createIngestReport({
    total: files.length,
    isTerminal: process.stderr.isTTY,
    write: (text) => process.stderr.write(text),
    clock: () => performance.now(),
  })
  const byFile: (readonly Receipt[])[] = []
  const taken = asDone(files.entries(), intakeWidth, async ([index, path]) => {
    const receipts: Receipt[] = []
    for await (const receipt of receiptsFor(path, intake)) {
      deps.receipts.add(receipt)
      receipts.push(receipt)
    }
    return { index, receipts }
  })
  for await (const { index, receipts } of taken) {
    byFile[index] = receipts
    report.done(receipts)
  }
  if (files.length > 0) report.end()
  return byFile.flat()
}

/** A folder's files in name order; a path that does not exist stays, so that its receipt says so. */
function filesUnder(path: string): readonly string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

async function* receiptsFor(path: string, intake: Intake): AsyncIterable<Receipt> {
  const file = basename(path)
  let bytes: Uint8Array
  try {
    bytes = readBytes(path)
  } catch (fault) {
    yield failedReceipt(fault, { file, at: intake.now() }, null)
    return
  }
  yield* receive(file, bytes, intake)
}

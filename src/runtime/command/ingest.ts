import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { archiveReader } from '../../adapter/archive/index.ts'
import { toReceiptJson } from '../../api/index.ts'
import type { Document } from '../../corpus/index.ts'
import { failed, type Library, type Receipt, receive } from '../../ingest/index.ts'
import { openService } from '../service.ts'
import { readBytes } from './read-file.ts'
import { configFrom, type ExitCode, note, printJson, readArguments, UsageError } from './shared.ts'

/** Reads files and folders into the library, one receipt per file. */
export async function ingest(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    data: { type: 'string' },
    json: { type: 'boolean' },
  } as const)
  if (positionals.length === 0)
    throw new UsageError('用法：yaodian ingest 文件或文件夹… [--data 目录] [--json]')
  const service = await openService(configFrom(values), { withSeeds: false, report: note })
  const files = positionals.flatMap(filesUnder)
  if (files.length === 0) note(`没有找到文件：${positionals.join('、')}`)
  const receipts: Receipt[] = []
  for (const [index, file] of files.entries()) {
    for await (const receipt of receiptsFor(file, service.deps.documentLibrary)) {
      receipts.push(receipt)
      note(`${index + 1}/${files.length} ${describe(receipt)}`)
    }
  }
  if (receipts.some(({ kind }) => kind === 'added')) service.saveIndexes()
  service.close()
  if (values.json) printJson({ receipts: receipts.map(toReceiptJson) })
  return receipts.length === 0 || receipts.some(({ kind }) => kind === 'failed') ? 1 : 0
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

async function* receiptsFor(path: string, library: Library): AsyncIterable<Receipt> {
  const file = basename(path)
  try {
    yield* receive(file, readBytes(path), library, archiveReader)
  } catch (fault) {
    yield failed(file, fault)
  }
}

function describe(receipt: Receipt): string {
  if (receipt.kind === 'failed') return `未入库：${receipt.reason}`
  const { document } = receipt
  const state = receipt.kind === 'added' ? '已入库' : '已在库中'
  const title = document.metadata.title?.value ?? receipt.file
  return `${state}：${title}（${document.passages.length} 段，排除 ${document.exclusions.length} 处，覆盖 ${(document.coverage * 100).toFixed(2)}%）${doubtsOf(document)}`
}

function doubtsOf({ doubts }: Document): string {
  return doubts.length === 0 ? '' : `　存疑：${doubts.join('')}`
}

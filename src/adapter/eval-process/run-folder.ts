import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StorageError } from '../../error.ts'
import {
  type CaseView,
  caseViewSchema,
  type ExportFormat,
  type RunOrder,
  type RunRecord,
  runOrderSchema,
  runRecordSchema,
} from '../../evaluation/index.ts'

const EXPORTED: Readonly<Record<ExportFormat, string>> = {
  html: 'report.html',
  json: 'export.json',
  junit: 'junit.xml',
}

/** `20261122T070312Z-1a2b`: sorts by time. */
const ID = /^\d{8}T\d{6}Z-[0-9a-f]{4}$/u

/** The folders of runs as they stand on the disk. */
export function createRunFolders(root: string) {
  const folder = (id: string) => join(root, id)
  const read = (id: string, name: string) => {
    const file = join(folder(id), name)
    return ID.test(id) && existsSync(file) ? readFileSync(file, 'utf8') : undefined
  }
  return {
    folder,
    /** Newest first. */
    ids: (): readonly string[] =>
      existsSync(root)
        ? readdirSync(root)
            .filter((name) => ID.test(name))
            .sort()
            .reverse()
        : [],
    has: (id: string) => ID.test(id) && existsSync(folder(id)),
    order: (id: string): RunOrder | undefined => parsed(read(id, 'order.json'), runOrderSchema),
    record: (id: string): RunRecord | undefined => recordIn(read(id, 'run.json')),
    failures: (id: string): readonly CaseView[] =>
      parsed(read(id, 'failures.json'), z.array(caseViewSchema)) ?? [],
    exported: (id: string, format: ExportFormat) => read(id, EXPORTED[format]),
    fault: (id: string): string | undefined => {
      const text = read(id, 'run.json')
      return text !== undefined && recordIn(text) === undefined ? OTHER_VERSION : read(id, 'fault.txt')
    },
    begin: (order: RunOrder): void => {
      mkdirSync(order.folder, { recursive: true })
      rmSync(join(order.folder, 'fault.txt'), { force: true })
      writeFileSync(join(order.folder, 'order.json'), JSON.stringify(order))
    },
    fail: (id: string, message: string): void => {
      writeFileSync(join(folder(id), 'fault.txt'), message)
    },
  }
}
export type RunFolders = ReturnType<typeof createRunFolders>

const OTHER_VERSION = '这次评测的记录读不懂，可能是别的版本留下的。'

/** Undefined also for what another version has left. */
function recordIn(text: string | undefined): RunRecord | undefined {
  return text === undefined ? undefined : runRecordSchema.safeParse(JSON.parse(text)).data
}

/** @throws StorageError when what is stored is not what was written */
function parsed<T>(text: string | undefined, schema: z.ZodType<T>): T | undefined {
  if (text === undefined) return undefined
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new StorageError('评测记录无法读取。', { cause })
  }
}

/** Whoever reads meanwhile sees the old file or the new one. */
export function replaceFile(file: string, text: string): void {
  writeFileSync(`${file}.new`, text)
  renameSync(`${file}.new`, file)
}

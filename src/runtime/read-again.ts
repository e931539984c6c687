import { AppError } from '../error.ts'
import { asDone, corrected, type DocumentStore, type PlanReader } from '../ingest/index.ts'
import type { Gazetteer } from '../text/index.ts'

const NOT_EMBEDDED = { embedderId: 'none', vectors: [] }

interface ReadAgainParts {
  readonly store: DocumentStore
  readonly read: PlanReader
  readonly gazetteer: Gazetteer
  /** Files read at the same time. */
  readonly width: number
  readonly report: (line: string) => void
}

/**
 * Reads documents again whose reading rules have changed since they were stored, with what people have corrected.
 * @returns the files that could not be read again; they stay stored and take no part until they can be
 */
export async function readAgain({ width, report, ...parts }: ReadAgainParts): Promise<readonly string[]> {
  const failed: string[] = []
  const again = asDone(parts.store.outdated(), width, async ({ id, file }) => {
    const fault = await readOne(id, file, parts)
    return { file, fault }
  })
  for await (const { file, fault } of again) {
    if (fault === undefined) report(`阅读规则已更新，重新读入：${file}`)
    else {
      report(`未能重新读入，原件仍在库中，暂不参与问答：${fault.message}`)
      failed.push(file)
    }
  }
  return failed
}

async function readOne(
  id: Parameters<DocumentStore['bytes']>[0],
  file: string,
  { store, read, gazetteer }: Pick<ReadAgainParts, 'store' | 'read' | 'gazetteer'>,
): Promise<AppError | undefined> {
  const bytes = store.bytes(id)
  if (bytes === undefined) return undefined
  try {
    const { document: asRead, layout } = await read(file, bytes)
    const correction = store.correction(id)
    const document = correction === undefined ? asRead : corrected(asRead, correction, gazetteer)
    store.save({ bytes, document, layout, vectors: NOT_EMBEDDED })
    return undefined
  } catch (fault) {
    if (fault instanceof AppError) return fault
    throw fault
  }
}

import { normalisedView } from '../corpus/index.ts'
import { targetsOf } from '../ledger/index.ts'
import { type ReadFile, type Reading, readFile } from './read-file.ts'

/** A file as read, before it is stored. */
export interface ReadPlan extends ReadFile {
  /** Rows of the target ledger. */
  readonly targets: number
}

/**
 * Reads one file; where and in how many threads is the runtime's matter.
 * @throws UnreadableFileError with a reason in plain Chinese
 */
export type PlanReader = (file: string, bytes: Uint8Array) => Promise<ReadPlan>

/** Reads in the thread that asks. */
export function createPlanReader(reading: Reading): PlanReader {
  return async (file, bytes) => {
    const { document, layout } = await readFile(file, bytes, reading)
    const targets = targetsOf({ document, view: normalisedView(document.text) }).length
    return { document, layout, targets }
  }
}

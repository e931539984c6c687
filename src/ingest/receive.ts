import type { DocumentId } from '../corpus/index.ts'
import type { ArchiveReader } from './archive-reader.ts'
import { FileProgress, type Step } from './file-progress.ts'
import type { Library } from './library.ts'
import { documentReceipt, failedReceipt, type Receipt } from './receipt.ts'

/** Where files go in. */
export interface Intake {
  readonly library: Library
  readonly archives: ArchiveReader
  now(): Date
}

export interface ReceiveOptions {
  /** Files of an archive that already have their receipts. */
  readonly skip?: number
  readonly onStep?: (step: Step) => void
  /** The document that a single file takes the place of. */
  readonly replaces?: DocumentId | undefined
}

/** One receipt, or one for each file of an archive. What went wrong with a file is a receipt too. */
export async function* receive(
  file: string,
  bytes: Uint8Array,
  intake: Intake,
  { skip = 0, onStep, replaces }: ReceiveOptions = {},
): AsyncIterable<Receipt> {
  const { archives, now } = intake
  try {
    if (!archives.accepts(file, bytes)) {
      yield await add({ file, bytes, replaces }, intake, onStep)
      return
    }
    let ordinal = 0
    for await (const entry of archives.listEntries(file, bytes))
      if (ordinal++ >= skip) yield await add({ ...entry, replaces: undefined }, intake, onStep)
  } catch (fault) {
    yield failedReceipt(fault, { file, at: now() }, bytes)
  }
}

interface Arrival {
  readonly file: string
  readonly bytes: Uint8Array
  readonly replaces: DocumentId | undefined
}

async function add(
  { file, bytes, replaces }: Arrival,
  { library, now }: Intake,
  onStep?: (step: Step) => void,
): Promise<Receipt> {
  const progress = new FileProgress(onStep)
  try {
    const known = library.find(bytes)
    if (known !== undefined) return documentReceipt('unchanged', known, { file, at: now() })
    const added = await library.add(file, bytes, { progress, replaces })
    return documentReceipt('added', added.document, {
      file,
      at: now(),
      progress,
      superseded: added.superseded,
      copies: library.nearDuplicates(added.document.id),
    })
  } catch (fault) {
    return failedReceipt(fault, { file, at: now(), progress }, bytes)
  }
}

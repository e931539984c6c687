import { type Document, type DocumentId, sha256 } from '../corpus/index.ts'
import type { ArchiveReader } from './archive-reader.ts'
import { FileProgress, type Step } from './file-progress.ts'
import type { Library } from './library.ts'
import { documentReceipt, failedReceipt, type Receipt, refusal } from './receipt.ts'

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
    if (replaces !== undefined && archives.accepts(file, bytes)) {
      yield refusal({ file, at: now() }, bytes, 'archive_replaces_nothing', `压缩包不能替换一份文件：${file}`)
      return
    }
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
    const found = library.find(bytes)
    const added =
      found === undefined
        ? await library.add(file, bytes, { progress, replaces })
        : ({ kind: 'known', document: found } as const)
    if (added.kind === 'known') return knownReceipt(added.document, { file, bytes, replaces }, now())
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

/** These very bytes are there already, as the current document or as an older version of it. */
function knownReceipt(known: Document, { file, bytes, replaces }: Arrival, at: Date): Receipt {
  const title = known.metadata.title?.value ?? known.file
  if (replaces !== undefined)
    return refusal(
      { file, at },
      bytes,
      'already_stored',
      `这份文件已在库中（${title}），没有替换任何文件：${file}`,
    )
  const receipt = documentReceipt('unchanged', known, { file, at })
  const hash = sha256(bytes)
  if (receipt.kind === 'failed' || hash === known.sha256) return receipt
  return { ...receipt, sha256: hash, doubts: ['收到的是旧版本，库中已有更新的版本。', ...receipt.doubts] }
}

import { AppError } from '../error.ts'
import type { ArchiveReader } from './archive-reader.ts'
import type { Library, Receipt } from './library.ts'

/** One receipt, or one for each file of an archive. What went wrong with a file is a receipt too. */
export async function* receive(
  file: string,
  bytes: Uint8Array,
  library: Library,
  archives: ArchiveReader,
): AsyncIterable<Receipt> {
  try {
    if (!archives.accepts(file, bytes)) yield await add(file, bytes, library)
    else
      for await (const entry of archives.listEntries(file, bytes))
        yield await add(entry.file, entry.bytes, library)
  } catch (fault) {
    yield failed(file, fault)
  }
}

async function add(file: string, bytes: Uint8Array, library: Library): Promise<Receipt> {
  try {
    const known = library.find(bytes)
    if (known !== undefined) return { kind: 'unchanged', file, document: known }
    return { kind: 'added', file, ...(await library.add(file, bytes)) }
  } catch (fault) {
    return failed(file, fault)
  }
}

/** @throws whatever is no fault of the file */
export function failed(file: string, fault: unknown): Receipt {
  if (!(fault instanceof AppError)) throw fault
  return { kind: 'failed', file, code: fault.code, reason: fault.message }
}

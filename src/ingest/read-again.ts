import { AppError } from '../error.ts'
import { corrected } from './correct.ts'
import type { DocumentStore } from './document-store.ts'
import { type Reading, readFile } from './library.ts'
import { READER_VERSION } from './read-document.ts'

const NOT_EMBEDDED = { embedderId: 'none', vectors: [] }

/**
 * Reads documents again whose reading rules have changed since they were stored, with what people have corrected.
 * @param report told of each file
 * @returns the files that could not be read again; they stay stored and take no part until they can be
 */
export async function readAgain(
  store: DocumentStore,
  reading: Reading,
  report: (line: string) => void,
): Promise<readonly string[]> {
  const failed: string[] = []
  for (const { id, file } of store.outdated(READER_VERSION)) {
    const bytes = store.bytes(id)
    if (bytes === undefined) continue
    report(`阅读规则已更新，重新读入：${file}`)
    try {
      const { document: read, layout } = await readFile(file, bytes, reading)
      const correction = store.correction(id)
      const document = correction === undefined ? read : corrected(read, correction, reading.gazetteer)
      store.save({ bytes, document, layout, vectors: NOT_EMBEDDED, receivedAt: '' })
    } catch (fault) {
      if (!(fault instanceof AppError)) throw fault
      report(`未能重新读入，原件仍在库中，暂不参与问答：${fault.message}`)
      failed.push(file)
    }
  }
  return failed
}

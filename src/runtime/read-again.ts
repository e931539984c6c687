import type { Document } from '../corpus/index.ts'
import { asDone, type DocumentStore, outdated, type PlanReader } from '../ingest/index.ts'

/** All stored documents; those whose reading rules have changed since are read again first. */
export async function readAgain(
  store: DocumentStore,
  read: PlanReader,
  width: number,
  report: (line: string) => void,
): Promise<readonly Document[]> {
  const documents = store.documents()
  const stale = outdated(documents)
  if (stale.length === 0) return documents
  const again = asDone(stale, width, async ({ id, file }) => {
    const bytes = store.bytes(id)
    if (bytes === undefined) return file
    const { document } = await read(file, bytes)
    store.save({ bytes, document, vectors: { embedderId: 'none', vectors: [] } })
    return file
  })
  for await (const file of again) report(`阅读规则已更新，重新读入：${file}`)
  return store.documents()
}

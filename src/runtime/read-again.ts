import { asDone, type DocumentStore, outdated, type PlanReader } from '../ingest/index.ts'

/** Reads documents again whose reading rules have changed since they were stored. */
export async function readAgain(
  store: DocumentStore,
  read: PlanReader,
  width: number,
  report: (line: string) => void,
): Promise<void> {
  const stale = outdated(store.documents())
  const again = asDone(stale, width, async ({ id, file }) => {
    const bytes = store.bytes(id)
    if (bytes === undefined) return file
    const { document } = await read(file, bytes)
    store.save({ bytes, document, vectors: { embedderId: 'none', vectors: [] } })
    return file
  })
  for await (const file of again) report(`阅读规则已更新，重新读入：${file}`)
}

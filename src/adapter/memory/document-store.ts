import type { Document, DocumentId } from '../../corpus/index.ts'
import { NotFoundError } from '../../error.ts'
import type { DocumentStore, PassageVectors } from '../../ingest/index.ts'

interface Held {
  readonly bytes: Uint8Array
  readonly document: Document
  readonly vectors: Map<string, readonly Float32Array[]>
}

/** Documents for as long as the process lives. */
export function createMemoryDocumentStore(): DocumentStore {
  const held = new Map<DocumentId, Held>()
  const settings = new Map<string, string>()
  const saveVectors = (id: DocumentId, { embedderId, vectors }: PassageVectors) => {
    const known = held.get(id)
    if (known === undefined) throw new NotFoundError(`没有文档 ${id}。`)
    known.vectors.set(
      embedderId,
      vectors.map((vector) => vector.slice()),
    )
  }
  return {
    save: ({ bytes, document, vectors }) => {
      held.set(document.id, { bytes: bytes.slice(), document, vectors: new Map() })
      saveVectors(document.id, vectors)
    },
    remove: (id) => void held.delete(id),
    has: (id) => held.has(id),
    documents: () =>
      [...held.values()].map(({ document }) => document).sort((a, b) => (a.id < b.id ? -1 : 1)),
    document: (id) => held.get(id)?.document,
    ids: () => [...held.keys()],
    bytes: (id) => held.get(id)?.bytes.slice(),
    vectors: (id, embedderId) =>
      held
        .get(id)
        ?.vectors.get(embedderId)
        ?.map((vector) => vector.slice()),
    saveVectors,
    wasChangedElsewhere: () => false,
    setting: (name) => settings.get(name),
    saveSetting: (name, value) => void settings.set(name, value),
  }
}

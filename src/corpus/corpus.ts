import type { Correction, Document, Passage } from './document.ts'
import { sha256 } from './hash.ts'
import type { DocumentId, PassageId } from './id.ts'
import { normalisedView } from './view.ts'

/** A document together with its normalised view, offset for offset as long as the text. */
export interface IndexedDocument {
  readonly document: Document
  readonly view: string
}

/** All documents at one version; immutable. */
export interface Corpus {
  /** Changes whenever a document is added, removed or read differently. */
  readonly version: string
  readonly documents: ReadonlyMap<DocumentId, IndexedDocument>
  readonly passages: ReadonlyMap<PassageId, Passage>
}

export function createCorpus(documents: readonly Document[]): Corpus {
  return assembleCorpus(documents.map(indexedDocument))
}

export function indexedDocument(document: Document): IndexedDocument {
  return { document, view: normalisedView(document.text) }
}

/** Tells one correction from any other, by all it says; empty for none. */
export function correctionTag(correction: Correction | null): string {
  return correction === null ? '' : sha256(JSON.stringify(correction)).slice(0, 12)
}

/** A corpus of documents whose views are known already. */
export function assembleCorpus(documents: readonly IndexedDocument[]): Corpus {
  const ordered = [...documents].sort((a, b) => (a.document.id < b.document.id ? -1 : 1))
  const byId = new Map<DocumentId, IndexedDocument>()
  const passages = new Map<PassageId, Passage>()
  for (const indexed of ordered) {
    byId.set(indexed.document.id, indexed)
    for (const passage of indexed.document.passages) passages.set(passage.id, passage)
  }
  const version = sha256(
    ordered
      .map(
        ({ document: d }) => `${d.id}:${d.readerVersion}:${correctionTag(d.correction)}:${d.passages.length}`,
      )
      .join('\n'),
  )
  return { version: version.slice(0, 16), documents: byId, passages }
}

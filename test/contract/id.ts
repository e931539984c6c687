import { type DocumentId, documentIdSchema, type PassageId, passageIdOf } from '../../src/corpus/index.ts'

/** A document id that ends in the given letter or digit (hexadecimal). */
export function documentId(last: string): DocumentId {
  return documentIdSchema.parse(last.padStart(16, '0'))
}

/** `a.3` names passage 3 of the document whose id ends in `a`. */
export function passageId(short: string): PassageId {
  const [document = '', ordinal = ''] = short.split('.')
  return passageIdOf(documentId(document), Number(ordinal))
}

export function documentIds(...lasts: readonly string[]): ReadonlySet<DocumentId> {
  return new Set(lasts.map(documentId))
}

/** The short form of passage ids, for readable expectations. */
export function shortIds(hits: readonly { readonly passageId: PassageId }[]): readonly string[] {
  return hits.map((hit) => hit.passageId.replace(/^0+(?=[^.])/, ''))
}

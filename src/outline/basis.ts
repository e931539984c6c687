import { proveDraft, resolveCitation } from '../citation/index.ts'
import { type Corpus, type IndexedDocument, type Range, sha256, subtract } from '../corpus/index.ts'
import { trimBlank } from '../text/index.ts'
import type { Basis, DraftSentence } from './outline.ts'

/** A stretch of a plan as an item's basis, without what is excluded from it. */
export function basisAt({ document }: IndexedDocument, range: Range, corpus: Corpus): readonly Basis[] {
  return subtract(range, document.exclusions)
    .map((part) => trimBlank(document.text, part))
    .filter(({ start, end }) => start < end)
    .flatMap((part) => resolveCitation({ documentId: document.id, ...part }, corpus) ?? [])
}

/** The same for the same place of the same plan, whatever else the draft holds. */
export function itemId({ document }: IndexedDocument, { start }: Range, kind: string): string {
  return `${kind}${sha256(`${document.id}:${start}`).slice(0, 12)}`
}

/** A sentence that only says that something is to be written in the place of a stretch. */
export function openSentence(
  indexed: IndexedDocument,
  range: Range,
  blank: '待定' | '涉疫内容待定',
  corpus: Corpus,
): DraftSentence {
  const text = `〔${blank}〕。`
  const [place] = basisAt(indexed, range, corpus)
  const { verdict, citations } = proveDraft({ text, spans: place === undefined ? [] : [place.span] }, corpus)
  return { text, verdict, basis: citations }
}

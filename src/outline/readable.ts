import { type IndexedDocument, type Range, subtract } from '../corpus/index.ts'

/** The words of a stretch for a person to read: without what is excluded from the text, and without loose marks. */
export function readable({ document }: IndexedDocument, range: Range): string {
  return subtract(range, document.exclusions)
    .map(({ start, end }) => document.text.slice(start, end))
    .join('')
    .replace(/^[\s。；;，,]+|\s+$/gu, '')
}

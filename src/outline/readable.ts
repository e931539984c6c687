import { type Document, type Range, subtract } from '../corpus/index.ts'

/** The words of a stretch without what was excluded from the document; whatever is shown of a source goes through here. */
export function readable({ text, exclusions }: Document, range: Range): string {
  return subtract(range, exclusions)
    .map(({ start, end }) => text.slice(start, end))
    .join('')
}

/** The same of the normalised text, for whatever judges it. */
export function readableView(view: string, { exclusions }: Document, range: Range): string {
  return subtract(range, exclusions)
    .map(({ start, end }) => view.slice(start, end))
    .join('')
}

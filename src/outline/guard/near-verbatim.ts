import type { Document, IndexedDocument, Range } from '../../corpus/index.ts'
import { clausesIn } from '../../text/index.ts'

/** Shorter clauses are everybody's. */
const SHORTEST_CLAUSE = 12
/** Share of an item's letters that another body has in the same words. */
const LEAST_SHARE = 0.6
const LEAST_LETTERS = 40

const known = new WeakMap<Document, ReadonlySet<string>>()

function clausesOf({ document, view }: IndexedDocument): ReadonlySet<string> {
  const made =
    known.get(document) ??
    new Set(
      view
        .split(/[，,。；;\n]/u)
        .map(lettersOf)
        .filter((one) => one.length >= SHORTEST_CLAUSE),
    )
  known.set(document, made)
  return made
}

function lettersOf(view: string): string {
  return view.replace(/[^\p{Script=Han}a-z]/gu, '')
}

/** The other body's plan that has most of an item in the same words, with the share; undefined when none has. */
export function nearVerbatim(
  view: string,
  range: Range,
  others: readonly IndexedDocument[],
): { readonly other: IndexedDocument; readonly share: number } | undefined {
  const clauses = clausesIn(view, range).map(({ start, end }) => lettersOf(view.slice(start, end)))
  const all = clauses.reduce((sum, { length }) => sum + length, 0)
  if (all < LEAST_LETTERS) return undefined
  let best: { other: IndexedDocument; share: number } | undefined
  for (const other of others) {
    const own = clausesOf(other)
    const shared = clauses.filter((clause) => own.has(clause)).reduce((sum, { length }) => sum + length, 0)
    const share = shared / all
    if (share >= LEAST_SHARE && share > (best?.share ?? 0)) best = { other, share }
  }
  return best
}

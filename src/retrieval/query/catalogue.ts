import type { Corpus, Document, DocumentId, DocumentKind, Jurisdiction } from '../../corpus/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import { bareName, createGazetteer, type Gazetteer } from '../../text/index.ts'

/** What the filters know of one document. */
export interface CatalogueEntry {
  readonly documentId: DocumentId
  readonly jurisdiction: Jurisdiction | null
  readonly kind: DocumentKind
  readonly years: readonly [number, number] | null
  /** Normalised title, empty when none was found. */
  readonly title: string
  /** Normalised document number such as 〔2024〕6号 with its prefix. */
  readonly documentNumber: string | null
}

/** The documents of a corpus by place, year and kind, and the place names a question may use. */
export interface Catalogue {
  readonly entries: readonly CatalogueEntry[]
  /** Knows the country's divisions, and the corpus's own places by their short names too. */
  readonly gazetteer: Gazetteer
  /** What 今年 and the like are counted from. */
  readonly now: () => Date
}

export function createCatalogue(
  corpus: Corpus,
  divisions: readonly Jurisdiction[],
  now: () => Date,
): Catalogue {
  const entries = [...corpus.documents.values()].map(({ document }) => entryOf(document))
  const own = entries.flatMap((entry) =>
    entry.jurisdiction === null ? [] : [bareName(entry.jurisdiction.name)],
  )
  const known = new Set(divisions.map((division) => division.name))
  const extra = entries.flatMap(({ jurisdiction }) =>
    jurisdiction === null || known.has(jurisdiction.name) ? [] : [jurisdiction],
  )
  return { entries, gazetteer: createGazetteer([...divisions, ...extra], new Set(own)), now }
}

function entryOf({ id, metadata }: Document): CatalogueEntry {
  return {
    documentId: id,
    jurisdiction: metadata.jurisdiction?.value ?? null,
    kind: metadata.kind?.value ?? 'other',
    years: metadata.years?.value ?? null,
    title: normalisedView(metadata.title?.value ?? ''),
    documentNumber: metadata.documentNumber === null ? null : normalisedView(metadata.documentNumber.value),
  }
}

export function covers(entry: CatalogueEntry, year: number): boolean {
  return entry.years !== null && entry.years[0] <= year && year <= entry.years[1]
}

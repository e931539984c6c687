import type { Corpus, Document, DocumentId, DocumentKind, Jurisdiction } from '../../corpus/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import { bareName, createGazetteer, type Gazetteer } from '../../text/index.ts'
import { createFindMisspelt, type FindMisspelt } from './misspelt-place.ts'
import { createFindNamed, type FindNamed } from './named-document.ts'

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
  /** The jurisdictions of the documents by name, each once. */
  readonly places: ReadonlyMap<string, Jurisdiction>
  /** Knows the country's divisions, and the corpus's own places by their short names too. */
  readonly gazetteer: Gazetteer
  readonly findNamed: FindNamed
  readonly findMisspelt: FindMisspelt
  /** What 今年 and the like are counted from. */
  readonly now: () => Date
}

/** In how many passages a word occurs. */
export type WordUsage = (word: string) => number

/** A name that so many times more passages hold than the place's own documents have is an everyday word. */
const EVERYDAY = 2

/** @param usage tells the names of counties from everyday words (资源, 合作), and slips from words */
export function createCatalogue(
  corpus: Corpus,
  divisions: readonly Jurisdiction[],
  usage: WordUsage,
  now: () => Date,
): Catalogue {
  const documents = [...corpus.documents.values()].map(({ document }) => document)
  const entries = documents.map(entryOf)
  const places = new Map(
    entries.flatMap(({ jurisdiction }) => (jurisdiction === null ? [] : [[jurisdiction.name, jurisdiction]])),
  )
  const known = new Set(divisions.map((division) => division.name))
  const extra = [...places.values()].filter(({ name }) => !known.has(name))
  const own = ownNames(documents).filter(([name, passages]) => usage(name) <= EVERYDAY * passages)
  return {
    entries,
    places,
    gazetteer: createGazetteer([...divisions, ...extra], new Set(own.map(([name]) => name))),
    findNamed: createFindNamed(entries),
    findMisspelt: createFindMisspelt([...places.keys()], (word) => usage(word) > 0),
    now,
  }
}

/** The short names of the documents' places with the number of passages that speak for each. */
function ownNames(documents: readonly Document[]): readonly (readonly [string, number])[] {
  const passages = new Map<string, number>()
  for (const { metadata, passages: own } of documents) {
    if (metadata.jurisdiction === null) continue
    const name = bareName(metadata.jurisdiction.value.name)
    passages.set(name, (passages.get(name) ?? 0) + own.length)
  }
  return [...passages]
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

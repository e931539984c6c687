import type { Corpus, DocumentId } from '../corpus/index.ts'
import { annualYear } from './prior.ts'

export interface AnnualPlan {
  readonly documentId: DocumentId
  readonly title: string
  readonly year: number
}

export interface MultiYearPlan {
  readonly documentId: DocumentId
  readonly title: string
  readonly from: number
  readonly to: number
}

/** A body that can be drafted for; the newest plans come first. */
export interface DraftableBody {
  readonly region: string
  readonly parent: string | null
  readonly annual: readonly AnnualPlan[]
  readonly multiYear: readonly MultiYearPlan[]
  /** The year after its newest annual plan. */
  readonly nextYear: number
}

/** Every body of the corpus that has an annual plan, by name. */
export function draftable(corpus: Corpus): readonly DraftableBody[] {
  const bodies = new Map<
    string,
    { region: string; parent: string | null; annual: AnnualPlan[]; multiYear: MultiYearPlan[] }
  >()
  for (const indexed of corpus.documents.values()) {
    const { id: documentId, file, metadata } = indexed.document
    const place = metadata.jurisdiction?.value
    if (place === undefined) continue
    const key = `${place.parent ?? ''}/${place.name}`
    const body = bodies.get(key) ?? { region: place.name, parent: place.parent, annual: [], multiYear: [] }
    bodies.set(key, body)
    const title = metadata.title?.value ?? file
    const year = annualYear(indexed)
    if (year !== undefined) body.annual.push({ documentId, title, year })
    else if (metadata.kind?.value === 'multi_year_plan' && metadata.years !== null) {
      const [from, to] = metadata.years.value
      body.multiYear.push({ documentId, title, from, to })
    }
  }
  return [...bodies.values()]
    .filter(({ annual }) => annual.length > 0)
    .map(({ annual, multiYear, ...body }) => ({
      ...body,
      annual: annual.sort((a, b) => b.year - a.year),
      multiYear: multiYear.sort((a, b) => b.to - a.to),
      nextYear: Math.max(...annual.map(({ year }) => year)) + 1,
    }))
    .sort((a, b) => a.region.localeCompare(b.region, 'zh-CN'))
}

import { type Catalogue, type Filters, understand } from '../retrieval/index.ts'
import { frameText } from './frame.ts'

/**
 * A question with the place and the years it was limited to by hand in front, where it names none itself, so that a
 * later question can lean on them.
 */
export function withFilters(
  question: string,
  { regions = [], years = [] }: Filters,
  catalogue: Catalogue,
): string {
  const own = understand(question, catalogue)
  const places = own.regions.length > 0 || own.foreignPlaces.length > 0 ? [] : regions
  const inYears = own.years.length > 0 ? [] : years.map((year) => `${year}年`)
  return frameText({ places, years: inYears }) + question
}

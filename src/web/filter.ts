import type { AnswerJson } from '../api/schema.ts'
import type { DocumentKindJson } from './wording.ts'

/** Conditions set by hand. An empty list says 不限; a missing one leaves it to the question. */
export interface Filters {
  readonly regions?: readonly string[]
  readonly years?: readonly number[]
  readonly document_kinds?: readonly DocumentKindJson[]
}

/** What an answer was limited to, as filters that give the same limits again. */
export function filtersOf({ interpreted }: Pick<AnswerJson, 'interpreted'>): Required<Filters> {
  const { regions, years, document_kinds } = interpreted
  return { regions, years, document_kinds }
}

/** One value of a list changed, added (no `from`) or taken away (no `to`), without repeats. */
export function exchange<T>(values: readonly T[], from: T | undefined, to: T | undefined): readonly T[] {
  const changed = from === undefined ? [...values, to] : values.map((value) => (value === from ? to : value))
  return [...new Set(changed.filter((value) => value !== undefined))]
}

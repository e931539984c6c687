import type { AnswerJson } from '../api/schema.ts'
import { type Filters, filtersOf } from './filter.ts'
import { kindLabel, yearsLabel } from './wording.ts'

/** A condition that may have excluded the answer, and the filters without it. */
export interface Lift {
  readonly condition: string
  readonly label: string
  readonly filters: Filters
}

const NAMES = { regions: '地区', years: '年份', document_kinds: '文种' } as const
type Name = keyof typeof NAMES

/** Conditions whose lifting can turn a refusal into an answer; none for what no condition has excluded. */
export function liftsOf(answer: AnswerJson): readonly Lift[] {
  const filters = filtersOf(answer)
  return liftable(answer)
    .filter((name) => filters[name].length > 0)
    .map((name) => ({
      condition: `${NAMES[name]}${conditionOf(name, answer)}`,
      label: `不限${NAMES[name]}再查`,
      filters: { ...filters, [name]: [] },
    }))
}

function liftable({ refusal }: AnswerJson): readonly Name[] {
  switch (refusal?.reason) {
    case 'region_not_in_corpus':
      return ['regions']
    case 'year_not_in_corpus':
      return ['years', 'document_kinds']
    case 'not_found':
    case 'target_not_result':
      return ['regions', 'years', 'document_kinds']
    default:
      return []
  }
}

function conditionOf(name: Name, { interpreted }: AnswerJson): string {
  const { regions, years, document_kinds } = interpreted
  const said = {
    regions: regions.join('、'),
    years: yearsLabel(years),
    document_kinds: document_kinds.map(kindLabel).join('、'),
  }[name]
  return `“${said}”`
}

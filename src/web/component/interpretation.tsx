import type { AnswerJson, OverviewJson } from '../../api/schema.ts'
import { exchange, type Filters, filtersOf } from '../filter.ts'
import { type DocumentKindJson, kindLabel } from '../wording.ts'
import { FilterChips } from './filter-chips.tsx'

interface Props {
  readonly answer: AnswerJson
  readonly overview: OverviewJson | null
  onChange(filters: Filters): void
}

const KINDS: readonly DocumentKindJson[] = ['annual_plan', 'multi_year_plan']

/** How the question was understood; every part can be changed, which asks again. */
export function Interpretation({ answer, overview, onChange }: Props) {
  const { indicator } = answer.interpreted
  const filters = filtersOf(answer)
  return (
    <div className="interpretation">
      <FilterChips
        name="地区"
        values={filters.regions}
        choices={overview?.regions ?? []}
        labelOf={(region) => region}
        onExchange={(from, to) => onChange({ ...filters, regions: exchange(filters.regions, from, to) })}
      />
      <FilterChips
        name="年份"
        values={filters.years}
        choices={yearsOf(overview)}
        labelOf={(year) => `${year}年`}
        onExchange={(from, to) => onChange({ ...filters, years: exchange(filters.years, from, to) })}
      />
      <FilterChips
        name="文种"
        values={filters.document_kinds}
        choices={KINDS}
        labelOf={kindLabel}
        onExchange={(from, to) =>
          onChange({ ...filters, document_kinds: exchange(filters.document_kinds, from, to) })
        }
      />
      {indicator !== '' && <span className="indicator">查找：{indicator}</span>}
    </div>
  )
}

function yearsOf(overview: OverviewJson | null): readonly number[] {
  if (overview === null || overview.years === null) return []
  const [from, to] = overview.years
  return Array.from({ length: to - from + 1 }, (_, index) => to - index)
}

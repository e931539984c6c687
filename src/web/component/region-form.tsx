import { use } from 'react'
import { LINEAGE } from '../route.ts'
import { NavigateContext } from './route-link.tsx'

interface Props {
  readonly region: string | null
  readonly regions: readonly string[]
}

/** Which body is looked at. */
export function RegionForm({ region, regions }: Props) {
  const navigate = use(NavigateContext)
  if (regions.length === 0 && region === null) return null
  const names = region === null || regions.includes(region) ? regions : [region, ...regions]
  return (
    <label className="region-form">
      <span>地区</span>
      <select
        value={region ?? ''}
        onChange={(event) =>
          navigate({ ...LINEAGE, view: 'lineage', region: event.target.value, documentId: null, span: null })
        }
      >
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  )
}

import { useState } from 'react'
import type { Draft } from '../correction-draft.ts'
import { LEVELS } from '../wording.ts'

interface Props {
  readonly draft: Draft
  /** Whether the service could not tell the place by its name. */
  readonly isUnclear: boolean
  type(change: Partial<Draft>): void
}

/** The name alone is enough for nearly every place; what tells it apart is asked for when the service asks. */
export function PlaceDetail({ draft, isUnclear, type }: Props) {
  const [wasAsked, setAsked] = useState(false)
  if (isUnclear && !wasAsked) setAsked(true)
  if (!wasAsked) return null
  return (
    <span className="inputs">
      <label>
        上级
        <input value={draft.parent} onChange={(event) => type({ parent: event.target.value })} />
      </label>
      <label>
        级别（名录里没有的地方才填）
        <select
          value={draft.level}
          onChange={(event) =>
            type({ level: LEVELS.find(([level]) => level === event.target.value)?.[0] ?? '' })
          }
        >
          <option value="">不填</option>
          {LEVELS.map(([level, name]) => (
            <option key={level} value={level}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </span>
  )
}

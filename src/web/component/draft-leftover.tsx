import { useState } from 'react'
import type { OutlineJson } from '../../api/outline-schema.ts'
import type { Unsaved } from '../hook/use-unsaved.ts'

interface Props {
  readonly outline: OutlineJson
  readonly unsaved: Unsaved
}

/** Words that were being written for a task that somebody else has removed meanwhile. */
export function DraftLeftover({ outline, unsaved }: Props) {
  const [, setGivenUp] = useState(0)
  const places = new Set(
    outline.sections.flatMap(({ id, items }) => [`add-${id}`, ...items.map((item) => item.id)]),
  )
  const left = [...unsaved.all].filter(([place]) => {
    const [outlineId, ...rest] = place.split('/')
    return outlineId === outline.id && !places.has(rest.join('/'))
  })
  if (left.length === 0) return null
  return (
    <section className="draft-leftover warning" aria-label="没有保存的文字">
      <p>下面是您写了还没有保存的文字，那一条已被别处移走。请复制到别的地方再关掉。</p>
      {left.map(([place, { heading, text }]) => (
        <div key={place}>
          <textarea
            readOnly
            rows={4}
            aria-label="没有保存的文字"
            value={[heading, text].filter(Boolean).join('\n')}
          />
          <button
            type="button"
            onClick={() => {
              unsaved.keep(place, null)
              setGivenUp((count) => count + 1)
            }}
          >
            不要了
          </button>
        </div>
      ))}
    </section>
  )
}

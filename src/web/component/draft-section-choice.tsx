import { useId, useState } from 'react'
import type { OutlineJson } from '../../api/outline-schema.ts'

interface Props {
  readonly sections: OutlineJson['sections']
  /** What is done with what: 采用到, 移到. */
  readonly verb: string
  readonly name: string
  onChoose(sectionId: string): void
}

/** A part of the draft to put something into; nothing happens before the button is pressed. */
export function DraftSectionChoice({ sections, verb, name, onChoose }: Props) {
  const [chosen, setChosen] = useState<string | null>(null)
  const id = useId()
  const section = sections.find((one) => one.id === chosen) ?? sections[0]
  if (section === undefined) return null
  return (
    <span className="draft-choose">
      <label htmlFor={id} className="visually-hidden">
        {verb}哪一部分：{name}
      </label>
      <select id={id} value={section.id} onChange={(event) => setChosen(event.target.value)}>
        {sections.map((one) => (
          <option key={one.id} value={one.id}>
            {one.number}
            {one.heading}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="quiet"
        aria-label={`${verb}这一部分：${name}`}
        onClick={() => onChoose(section.id)}
      >
        {verb}这一部分
      </button>
    </span>
  )
}

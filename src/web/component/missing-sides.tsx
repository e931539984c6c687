import type { AnswerJson } from '../../api/schema.ts'
import { missingSideText } from '../copy-text.ts'

/** The sides of a comparison that were read in full and say nothing. */
export function MissingSides({ missing }: { readonly missing: AnswerJson['missing'] }) {
  if (missing.length === 0) return null
  return (
    <ul className="missing-sides">
      {missing.map((side) => (
        <li key={`${side.region} ${side.year} ${side.note}`}>{missingSideText(side)}</li>
      ))}
    </ul>
  )
}

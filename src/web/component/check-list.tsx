import type { SentenceJson } from '../../api/schema.ts'
import { checkText } from '../wording.ts'

/** What was held against the source, one line each. */
export function CheckList({ checks }: { readonly checks: SentenceJson['checks'] }) {
  if (checks.length === 0) return null
  return (
    <ul className="checks">
      {checks.map((check, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the checks of a stored answer never move
        <li key={index}>{checkText(check)}</li>
      ))}
    </ul>
  )
}

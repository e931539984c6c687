import type { SentenceJson } from '../../api/schema.ts'
import { checkLabel } from '../wording.ts'

/** What was held against the source, one line each. */
export function CheckList({ checks }: { readonly checks: SentenceJson['checks'] }) {
  return (
    <ul className="checks">
      {checks.map((check) => (
        <li key={`${check.kind} ${check.value}`}>
          {checkLabel(check.kind)}“{check.value}”{check.ok ? '相符' : '不符'}
          {check.note !== '' && `：${check.note}`}
        </li>
      ))}
    </ul>
  )
}

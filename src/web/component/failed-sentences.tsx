import type { failedSentences } from '../verdict.ts'
import { CheckList } from './check-list.tsx'

/** Sentences whose proof failed: out of the answer, struck out, with the reason, never hidden silently. */
export function FailedSentences({ sentences }: { readonly sentences: ReturnType<typeof failedSentences> }) {
  if (sentences.length === 0) return null
  return (
    <details className="aside failed">
      <summary>未通过核验 {sentences.length} 句，不作为回答</summary>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence.text}>
            <del>{sentence.text}</del>
            <CheckList checks={sentence.checks.filter((check) => !check.ok)} />
          </li>
        ))}
      </ul>
    </details>
  )
}

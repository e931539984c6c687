import type { AnswerJson, CitationJson } from '../api/schema.ts'
import type { VerificationJson } from '../api/verification-schema.ts'
import { verifiedSentences } from './verdict.ts'

/** A citation of one answer as the URL names it: `2` for citation 2, `n1` for the first near miss. */
export interface KeyedCitation {
  readonly key: string
  /** 出处2 or 近似1 */
  readonly label: string
  readonly citation: CitationJson
  /** What else of the same document the same sentence rests on, such as the deadline in front of a target. */
  readonly siblings: readonly CitationJson[]
}

export function nearMissKey(index: number): string {
  return `n${index + 1}`
}

/** Every citation the reader can open, each once, in the order in which the page shows them. */
export function openableCitations(answer: AnswerJson): readonly KeyedCitation[] {
  const used = [
    ...verifiedSentences(answer).flatMap((sentence) => sentence.citations),
    ...answer.conflicts.flatMap((conflict) => conflict.citations),
  ]
  const cited = [...new Set(used)].flatMap((id) => {
    const citation = answer.citations.find((candidate) => candidate.id === id)
    return citation === undefined
      ? []
      : [{ key: String(id), label: `出处${id}`, citation, siblings: siblingsOf(citation, answer) }]
  })
  const near = answer.near_misses.map(({ citation }, index) => ({
    key: nearMissKey(index),
    label: `近似${index + 1}`,
    citation,
    siblings: [],
  }))
  return [...cited, ...near]
}

/** The same for sentences that were verified: `1` for what a sentence rests on, or for the nearest place of one that failed. */
export function verifiedCitations({ sentences }: VerificationJson): readonly KeyedCitation[] {
  return sentences.flatMap(({ citations, nearest }) => [
    ...citations.map((citation) => ({
      key: String(citation.id),
      label: '依据',
      citation,
      siblings: citations.filter(
        ({ id, document_id }) => id !== citation.id && document_id === citation.document_id,
      ),
    })),
    ...(nearest === null
      ? []
      : [{ key: String(nearest.id), label: '最近的原文', citation: nearest, siblings: [] }]),
  ])
}

function siblingsOf({ id, document_id }: CitationJson, answer: AnswerJson): readonly CitationJson[] {
  const sentence = verifiedSentences(answer).find(({ citations }) => citations.includes(id))
  return answer.citations.filter(
    (other) => other.id !== id && other.document_id === document_id && sentence?.citations.includes(other.id),
  )
}

/** The neighbour of `key`, going round at either end; the first or last one when nothing is open. */
export function neighbourKey(keys: readonly string[], key: string | null, step: 1 | -1): string | undefined {
  const at = key === null ? -1 : keys.indexOf(key)
  if (at === -1) return step === 1 ? keys[0] : keys.at(-1)
  return keys[(at + step + keys.length) % keys.length]
}

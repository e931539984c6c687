import { type Evidence, type PreparedEvidence, prepareEvidence } from '../citation/index.ts'

/** Characters of text that are kept taken apart. Taken apart, a text takes some hundred times its size. */
const MOST_CHARACTERS = 400_000

/** Texts by what they say, the least recently asked about first. */
const recent = new Map<string, PreparedEvidence>()
let characters = 0

/** The evidence taken apart, or what was taken apart before from the same words. */
export function preparedEvidence(evidence: Evidence): PreparedEvidence {
  const { title, jurisdiction, years, above, text } = evidence
  const key = JSON.stringify([title, jurisdiction, years, above, text])
  const known = recent.get(key)
  if (known !== undefined) {
    recent.delete(key)
    recent.set(key, known)
    return known
  }
  const prepared = prepareEvidence(evidence)
  if (key.length > MOST_CHARACTERS / 4) return prepared
  recent.set(key, prepared)
  characters += key.length
  for (const [oldest] of recent) {
    if (characters <= MOST_CHARACTERS) break
    recent.delete(oldest)
    characters -= oldest.length
  }
  return prepared
}

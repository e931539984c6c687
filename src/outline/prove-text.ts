import { checkClaim, prepareEvidence } from '../citation/index.ts'
import { sentencesIn } from '../text/index.ts'
import type { Basis, DraftSentence } from './outline.ts'

/**
 * What a person or a model wrote, sentence by sentence: proven where one of the given originals bears it out, and
 * unproven with no source otherwise.
 */
export function proveText(text: string, basis: readonly Basis[]): readonly DraftSentence[] {
  const found = sentencesIn(text, { start: 0, end: text.length })
  return found.map(({ start, end }, at) => {
    const proven = proveSentence(text.slice(start, end), basis)
    // Blanks and new lines between two sentences belong to no sentence, and are a person's words all the same.
    const from = at === 0 ? 0 : start
    const to = found[at + 1]?.start ?? text.length
    return { ...proven, text: text.slice(from, to) }
  })
}

/** Nobody writes longer ones, and the time a proof takes grows with its length. */
const LONGEST_SENTENCE = 2000

function proveSentence(text: string, basis: readonly Basis[]): DraftSentence {
  if (text.length > LONGEST_SENTENCE) return { text, verdict: 'unproven', basis: [] }
  for (const source of basis) {
    const { verdict } = checkClaim(text, [evidenceOf(source)])
    if (verdict === 'quoted' || verdict === 'proven') return { text, verdict, basis: [source] }
  }
  return { text, verdict: 'unproven', basis: [] }
}

function evidenceOf({ quote, title, jurisdiction, years }: Basis) {
  return prepareEvidence({ title, text: quote, jurisdiction: jurisdiction?.name ?? null, years })
}

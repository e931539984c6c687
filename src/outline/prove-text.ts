import { checkClaim, prepareEvidence } from '../citation/index.ts'
import { sentencesIn } from '../text/index.ts'
import type { Basis, DraftSentence } from './outline.ts'

/**
 * What a person or a model wrote, sentence by sentence: proven where one of the given originals bears it out, and
 * unproven with no source otherwise.
 */
export function proveText(text: string, basis: readonly Basis[]): readonly DraftSentence[] {
  return sentencesIn(text, { start: 0, end: text.length }).map(({ start, end }) =>
    proveSentence(text.slice(start, end), basis),
  )
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

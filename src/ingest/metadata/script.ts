import type { Exclusion, Metadata } from '../../corpus/index.ts'
import { isTraditional, subtract } from '../../corpus/index.ts'

/** Shares of Han characters that are written in traditional form. */
const MIXED_FROM = 0.02
const TRADITIONAL_FROM = 0.12

/** The script the document itself is written in; excluded ranges do not count. */
export function findScript(text: string, exclusions: readonly Exclusion[]): Metadata['script'] {
  let han = 0
  let traditional = 0
  for (const part of subtract({ start: 0, end: text.length }, exclusions)) {
    for (const character of text.slice(part.start, part.end)) {
      if (!/\p{Script=Han}/u.test(character)) continue
      han++
      if (isTraditional(character)) traditional++
    }
  }
  if (han === 0) return null
  const share = traditional / han
  const value = share >= TRADITIONAL_FROM ? 'traditional' : share >= MIXED_FROM ? 'mixed' : 'simplified'
  return { value, evidence: null, inferred: true }
}

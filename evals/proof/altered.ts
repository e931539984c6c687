import fc from 'fast-check'
import type { PreparedEvidence } from '../../src/citation/index.ts'
import { checkClaim } from '../../src/citation/index.ts'
import { materials } from './material.ts'

/** Sentences of the seeds and fixtures with a figure in them, each with its text. */
const sentences = materials().flatMap(({ title, text, sentences: own }) =>
  own.filter((sentence) => /\d/u.test(sentence)).map((sentence) => ({ title, text, sentence })),
)

export const anyFigure = fc.record({
  from: fc.constantFrom(...sentences),
  place: fc.nat(),
  by: fc.integer({ min: 1, max: 9 }),
})

/** Ways to write the same digit that a reader takes for the same. */
const SCRIPTS: readonly ((digit: number) => string)[] = [
  (digit) => String(digit),
  (digit) => String.fromCharCode(0xff10 + digit),
  (digit) => `${digit}\u200b`,
  (digit) => String.fromCodePoint(0x1d7ce + digit),
  (digit) => String.fromCharCode(0x0660 + digit),
]

/** The sentence with one digit changed, in one of several scripts. */
export function withAnotherDigit(sentence: string, place: number, by: number): string {
  const digits = [...sentence.matchAll(/\d/gu)]
  const match = digits[place % digits.length]
  if (match === undefined) return sentence
  const write = SCRIPTS[place % SCRIPTS.length] ?? String
  const changed = write((Number(match[0]) + by) % 10)
  return sentence.slice(0, match.index) + changed + sentence.slice(match.index + 1)
}

export function isAccepted(claim: string, evidence: readonly PreparedEvidence[]): boolean {
  const { verdict } = checkClaim(claim, evidence)
  return verdict === 'quoted' || verdict === 'proven'
}

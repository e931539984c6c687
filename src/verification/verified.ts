import type { Breath } from '../breath.ts'
import type { CheckedClaim } from '../citation/index.ts'
import type { Range } from '../corpus/index.ts'
import { sentencesIn } from '../text/index.ts'

/** One sentence of a text somebody wrote, and what became of it. `S` is a place in an original. */
export interface VerifiedSentence<S> {
  readonly text: string
  /** Where it stands in the text that was verified. */
  readonly range: Range
  readonly verdict: CheckedClaim['verdict']
  readonly checks: CheckedClaim['checks']
  /** What it rests on; empty unless it is quoted or proven. */
  readonly supports: readonly S[]
  /** What contradicts it, or only comes near; null when nothing does. */
  readonly nearest: S | null
}

/** A full sentence, and its parts between semicolons. */
export interface WrittenSentence {
  readonly range: Range
  readonly parts: readonly Range[]
}

/** The sentences of a text; parts that a semicolon ends are told apart within. */
export function writtenSentences(text: string): readonly WrittenSentence[] {
  const sentences: { range: Range; parts: Range[] }[] = []
  let isOpen = false
  for (const part of sentencesIn(text, { start: 0, end: text.length })) {
    const last = sentences.at(-1)
    if (isOpen && last !== undefined) {
      last.parts.push(part)
      last.range = { start: last.range.start, end: part.end }
    } else sentences.push({ range: part, parts: [part] })
    isOpen = /[；;]["”’」』)）》]*$/u.test(text.slice(part.start, part.end))
  }
  return sentences
}

/** Nobody writes longer ones, and the time a claim takes grows with its length. */
export const LONGEST_SENTENCE = 2000

function tooLong(text: string): CheckedClaim {
  const note = `一句超过${LONGEST_SENTENCE}字，请断句后再核验`
  const checks = [{ kind: 'binding', value: `${text.slice(0, 20)}…`, ok: false, note }] as const
  return { text, verdict: 'unproven', supports: [], nearest: null, checks }
}

interface JudgedPart {
  readonly range: Range
  readonly claim: CheckedClaim
}

/** A sentence is judged whole, so that its parts keep its time and source; where it fails, each part by itself. */
export function judgedParts(
  text: string,
  sentence: WrittenSentence,
  check: (claim: string) => CheckedClaim,
): readonly JudgedPart[] {
  const judging = judge(text, sentence, check)
  for (;;) {
    const { value, done } = judging.next()
    if (done) return value
  }
}

/** The same, letting other work go first in between: a sentence can have thousands of parts. */
export async function judgedPartsInTurn(
  breath: Breath,
  ...sentence: Parameters<typeof judgedParts>
): Promise<readonly JudgedPart[]> {
  const judging = judge(...sentence)
  for (;;) {
    await breath.takeIfDue()
    const { value, done } = judging.next()
    if (done) return value
  }
}

/** Stands still after every check. */
function* judge(
  text: string,
  { range, parts }: WrittenSentence,
  check: (claim: string) => CheckedClaim,
): Generator<undefined, readonly JudgedPart[]> {
  const claimOf = ({ start, end }: Range) => {
    const words = text.slice(start, end)
    return words.length > LONGEST_SENTENCE ? tooLong(words) : check(words)
  }
  const whole = claimOf(range)
  if (parts.length === 1 || whole.verdict === 'quoted' || whole.verdict === 'proven')
    return [{ range, claim: whole }]
  const judged: JudgedPart[] = []
  for (const part of parts) {
    yield
    judged.push({ range: part, claim: claimOf(part) })
  }
  return judged
}

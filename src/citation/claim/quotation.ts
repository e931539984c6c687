import type { Range } from '../../corpus/index.ts'
import { bindingFault } from './clause/binding.ts'
import type { PreparedEvidence } from './clause/evidence.ts'

/** Not 、: 降低企业、居民负担 does not say 降低企业. */
const PAUSE = /[\s。；，：！？…—,;:!?()（）《》“”"'「」]/u
const NUMBER_MARK = /^\d(?:[.:—](?=\d)|,(?=\d{3}(?!\d)))/u

/**
 * Where a claim stands in a text word for word, from pause to pause, without losing a condition.
 * @param isSaid whether what surrounds a place lets it be told alone
 */
export function quotationIn(
  claim: string,
  { evidence, segments }: PreparedEvidence,
  isSaid: (range: Range) => boolean,
): Range | undefined {
  const words = claim.trim().replace(/[。；;，,]$/u, '')
  if (words.length < 2) return undefined
  const { text } = evidence
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1)) {
    const end = start + words.length
    if (!isPauseAt(text, start - 1) || !isPauseAt(text, end)) continue
    const used = segments.flatMap((segment) =>
      segment.start < end && start < segment.end
        ? segment.clauses.filter((clause) => clause.start < end && start < clause.end)
        : [],
    )
    const touched = new Set(used.map(({ segment }) => segment))
    // A run of the original keeps its own order; only what was cut off in front or behind can mislead.
    const isLimited = [...touched].some(
      (number) =>
        bindingFault(
          used.filter(({ segment }) => segment === number),
          segments,
        ) === 'condition',
    )
    if (!isLimited && isSaid({ start, end })) return { start, end }
  }
  return undefined
}

function isPauseAt(text: string, at: number): boolean {
  const character = text[at]
  if (character === undefined) return true
  return PAUSE.test(character) && !NUMBER_MARK.test(text.slice(Math.max(0, at - 1), at + 5))
}

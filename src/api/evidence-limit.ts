import type { Evidence } from '../citation/index.ts'
import { InvalidRequestError } from '../error.ts'
import { sentencesIn } from '../text/index.ts'

/** Of all texts together: sixty long reports and more. */
const MOST_CHARACTERS = 2_000_000
/** Squares of the lengths of all sentences together: the time a sentence takes grows so, and a claim is checked in one go. */
const MOST_WORK = 1e9

/**
 * What a request may bring along to check a text against, so that nobody else waits long for it.
 * @throws InvalidRequestError that names what is beyond a limit
 */
export function limitEvidence(evidence: readonly Evidence[]): void {
  const length = evidence.reduce((sum, { text }) => sum + [...text].length, 0)
  if (length > MOST_CHARACTERS)
    throw new InvalidRequestError(`依据合计太长（${length} 字，上限 ${MOST_CHARACTERS} 字）。`, {
      details: { pointer: '/evidence' },
    })
  const work = evidence.map(workOf)
  if (work.reduce((sum, one) => sum + one, 0) <= MOST_WORK) return
  const heaviest = work.indexOf(Math.max(...work))
  throw new InvalidRequestError(`第 ${heaviest + 1} 份依据里太长的一段没有断句，请加上句号或换行再核验。`, {
    details: { pointer: `/evidence/${heaviest}/text` },
  })
}

function workOf({ text }: Evidence): number {
  const sentences = sentencesIn(text, { start: 0, end: text.length })
  return sentences.reduce((sum, { start, end }) => sum + (end - start) ** 2, 0)
}

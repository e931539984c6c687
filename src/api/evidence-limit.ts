import type { Evidence } from '../citation/index.ts'
import { InvalidRequestError } from '../error.ts'
import { sentencesIn } from '../text/index.ts'
import { LONGEST_SENTENCE } from '../verification/index.ts'

/** Of all texts together: a sentence is checked against them in one go. */
const MOST_CHARACTERS = 100_000

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
  const endless = evidence.findIndex(({ text }) =>
    sentencesIn(text, { start: 0, end: text.length }).some(
      ({ start, end }) => end - start > LONGEST_SENTENCE,
    ),
  )
  if (endless !== -1)
    throw new InvalidRequestError(
      `第 ${endless + 1} 份依据里有 ${LONGEST_SENTENCE} 多字没有断句，请加上句号或换行再核验。`,
      { details: { pointer: `/evidence/${endless}/text` } },
    )
}

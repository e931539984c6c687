import type { AnswerJson, SentenceJson } from '../api/schema.ts'

/** Only a sentence whose proof succeeded may be shown as part of the answer. */
function isVerified(sentence: SentenceJson): boolean {
  return sentence.verdict === 'quoted' || sentence.verdict === 'proven'
}

export function verifiedSentences(answer: AnswerJson): readonly SentenceJson[] {
  return answer.sentences.filter(isVerified)
}

export function failedSentences(answer: AnswerJson): readonly SentenceJson[] {
  return answer.sentences.filter((sentence) => !isVerified(sentence))
}

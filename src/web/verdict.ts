import type { AnswerJson, SentenceJson } from '../api/schema.ts'

/** Only a sentence whose proof succeeded may be shown as part of the answer. */
export function isVerified(sentence: Pick<SentenceJson, 'verdict'>): boolean {
  return sentence.verdict === 'quoted' || sentence.verdict === 'proven'
}

export function verifiedSentences(answer: AnswerJson): readonly SentenceJson[] {
  return answer.sentences.filter(isVerified)
}

/** Sentences that are no part of the answer, those a model wrote among them. */
export function failedSentences(answer: AnswerJson): readonly Pick<SentenceJson, 'text' | 'checks'>[] {
  return [...answer.sentences.filter((sentence) => !isVerified(sentence)), ...answer.rejected]
}

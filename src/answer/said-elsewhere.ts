import type { Filters } from '../retrieval/index.ts'
import { understand } from '../retrieval/index.ts'
import type { Desk } from './desk.ts'
import { classify } from './question/question.ts'
import { absentWords } from './route/refuse.ts'

/** Whether the documents that a question is put to lack a word of it that another document holds. */
export function isSaidElsewhere(text: string, filters: Filters, desk: Desk): boolean {
  const question = classify(understand(text, desk.catalogue, filters))
  const absent = absentWords(question, question.query.documentIds, desk)
  const others = [...desk.corpus.documents.values()]
  return absent.some((word) => others.some(({ view }) => view.includes(word)))
}

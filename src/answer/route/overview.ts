import type { ProvenSentence } from '../../citation/index.ts'
import type { Document, Section } from '../../corpus/index.ts'
import { quoteRange } from '../compose.ts'
import type { Desk } from '../desk.ts'
import type { Question } from '../question.ts'

const MOST_HEADINGS = 40
const MOST_DOCUMENTS = 12

/** What a plan is about as a whole: its outermost headings, each a quotation; of a year, the plans made for it. */
export function answerOverview({ query }: Question, desk: Desk): readonly ProvenSentence[] {
  const all = [...query.documentIds].flatMap((id) => desk.corpus.documents.get(id)?.document ?? [])
  const annual = all.filter(({ metadata }) => metadata.kind?.value === 'annual_plan')
  const documents = query.years.length > 0 && annual.length > 0 ? annual : all
  return documents
    .slice(0, MOST_DOCUMENTS)
    .flatMap((document) =>
      headingsOf(document).map((section) =>
        quoteRange(
          document,
          { start: section.start, end: section.headingEnd },
          documents.length > 1,
          desk.corpus,
        ),
      ),
    )
}

/** The level that says something: the outermost one with more than two headings. */
function headingsOf(document: Document): readonly Section[] {
  for (const level of [1, 2, 3]) {
    const sections = document.sections.filter((section) => section.level === level && section.heading !== '')
    if (sections.length > 2) return sections.slice(0, MOST_HEADINGS)
  }
  return document.sections.filter((section) => section.heading !== '').slice(0, MOST_HEADINGS)
}

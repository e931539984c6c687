import type { ProvenSentence } from '../citation/index.ts'
import type { Document, Range } from '../corpus/index.ts'
import { normalisedView } from '../corpus/index.ts'
import { quoteRange } from './compose.ts'
import { levelsIn, measure } from './coverage.ts'
import type { Desk } from './desk.ts'
import type { Question } from './question.ts'
import { weighTopic } from './topic.ts'

const ASKS_NUMBER = /文号|发文字号/u
const ASKS_DATE = /时候|何时|哪天|哪一天|哪年|几月|几号|日期|时间/u

/** Answers who issued a document, when, or under which number, from the evidence of its metadata. */
export function answerAboutDocuments(question: Question, desk: Desk): readonly ProvenSentence[] {
  const { query } = question
  const documents = [...query.documentIds].flatMap((id) => desk.corpus.documents.get(id)?.document ?? [])
  const chosen = closestByTitle(question, documents)
  return chosen.flatMap((document) => {
    const range = evidenceFor(query.view, document)
    return range === null
      ? []
      : [quoteRange(document, range, chosen.length > 1 || query.regions.length === 0, desk.corpus)]
  })
}

function evidenceFor(view: string, { metadata }: Document): Range | null {
  if (ASKS_NUMBER.test(view)) return metadata.documentNumber?.evidence ?? null
  if (ASKS_DATE.test(view)) return metadata.issuedOn?.evidence ?? null
  return metadata.issuer?.evidence ?? null
}

/** The documents whose titles hold most of what the question says beyond its filters. */
function closestByTitle({ query }: Question, documents: readonly Document[]): readonly Document[] {
  const topic = weighTopic(query.pieces, () => 1)
  const shares = documents.map((document) => {
    const title = normalisedView(document.metadata.title?.value ?? '')
    return { document, share: measure(topic, levelsIn(topic, title)).share }
  })
  const best = Math.max(0, ...shares.map(({ share }) => share))
  return shares.filter(({ share }) => share === best).map(({ document }) => document)
}

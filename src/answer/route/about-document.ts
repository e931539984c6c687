import type { ProvenSentence } from '../../citation/index.ts'
import type { Document, Range } from '../../corpus/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import { sentencesIn } from '../../text/index.ts'
import { quoteRange } from '../compose.ts'
import { levelsIn, measure } from '../coverage.ts'
import type { Desk } from '../desk.ts'
import type { Question } from '../question.ts'
import { weighTopic } from '../topic.ts'

const ASKS_NUMBER = /文号|发文字号/u
const ASKS_BODY = /谁|单位|机关|部门|机构/u
/** A question that fits more documents than this has to say which one it means. */
const MOST_DOCUMENTS = 12
const ASKS_DATE = /时候|何时|哪天|哪一天|哪年|几月|几号|日期|时间/u

/** Answers who issued a document, when, or under which number, from the evidence of its metadata. */
export function answerAboutDocuments(question: Question, desk: Desk): readonly ProvenSentence[] {
  const { query } = question
  const documents = [...query.documentIds].flatMap((id) => desk.corpus.documents.get(id)?.document ?? [])
  const chosen = closestByTitle(question, documents)
  const isAttributed = chosen.length > 1 || query.regions.length === 0
  return chosen.flatMap((document) =>
    evidenceFor(query.view, document)
      .flatMap((range) => sentencesIn(document.text, range))
      .map((range) => quoteRange(document, range, isAttributed, desk.corpus)),
  )
}

/** Where the document states what is asked; that may be among what is excluded from its body. */
function evidenceFor(view: string, { metadata }: Document): readonly Range[] {
  const asksOther = ASKS_DATE.test(view) || ASKS_NUMBER.test(view)
  const asked = [
    ...(ASKS_NUMBER.test(view) ? [metadata.documentNumber] : []),
    ...(ASKS_BODY.test(view) || !asksOther ? [metadata.issuer] : []),
    ...(ASKS_DATE.test(view) ? [metadata.issuedOn] : []),
  ]
  return asked.flatMap((field) => field?.evidence ?? [])
}

/** The documents whose titles hold most of what the question says beyond its filters. */
function closestByTitle({ query }: Question, documents: readonly Document[]): readonly Document[] {
  const topic = weighTopic(query.pieces, () => 1)
  const shares = documents.map((document) => {
    const title = normalisedView(document.metadata.title?.value ?? '')
    return { document, share: measure(topic, levelsIn(topic, title)).share }
  })
  const best = Math.max(0, ...shares.map(({ share }) => share))
  return shares
    .filter(({ share }) => share === best)
    .slice(0, MOST_DOCUMENTS)
    .map(({ document }) => document)
}

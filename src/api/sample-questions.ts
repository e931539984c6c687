import type { Desk } from '../answer/index.ts'
import { ask } from '../answer/index.ts'
import type { Document } from '../corpus/index.ts'
import { bareName, clausesIn, findQuantities, sentencesIn } from '../text/index.ts'

const MOST = 6
const TRIED_PER_DOCUMENT = 12

/** 县域就诊率达88% → 县域就诊率; only clauses of this plain form make a question that reads well. */
const PLAIN_TARGET =
  /^(?:力争|确保|争取|推动|实现|全市|全区|全县|全省)*(?<indicator>(?:每[千万]?(?:常住)?人口?)?[\p{Script=Han}]{4,16}?(?:率|数|比例|占比|床位|总数))(?:达到|达|保持在|控制在|提高到|不低于|不少于|为)\s*(?=\d)/u

/**
 * Questions made from the corpus itself, each tried and answered before it is offered.
 * @returns at most six, spread over the documents
 */
export async function sampleQuestions(desk: Desk): Promise<readonly string[]> {
  const perDocument = await Promise.all(
    [...desk.corpus.documents.values()].map(({ document, view }) => questionsOf(document, view, desk)),
  )
  const rounds = Math.max(0, ...perDocument.map((questions) => questions.length))
  const mixed = Array.from({ length: rounds }, (_, round) =>
    perDocument.flatMap((questions) => questions[round] ?? []),
  )
  return [...new Set(mixed.flat())].slice(0, MOST)
}

async function questionsOf(document: Document, view: string, desk: Desk): Promise<readonly string[]> {
  const place = document.metadata.jurisdiction?.value.name
  const period = document.metadata.years?.value
  if (place === undefined || period === undefined) return []
  const when = period[0] === period[1] ? `${period[0]}年` : `到${period[1]}年`
  const questions: string[] = []
  for (const indicator of indicatorsOf(document, view).slice(0, TRIED_PER_DOCUMENT)) {
    const question = `${bareName(place)}${when}${indicator}要达到多少？`
    if ((await ask(question, {}, desk)).kind === 'answered') questions.push(question)
    if (questions.length === 2) break
  }
  if (questions.length < 2) {
    const overview = `${bareName(place)}${when}工作要点有哪些方面？`
    if (period[0] === period[1] && (await ask(overview, {}, desk)).kind === 'answered')
      questions.push(overview)
  }
  return questions
}

function indicatorsOf(document: Document, view: string): readonly string[] {
  const clauses = document.passages.flatMap((passage) =>
    sentencesIn(view, passage).flatMap((sentence) => clausesIn(view, sentence)),
  )
  return clauses.flatMap((clause) => {
    const words = view.slice(clause.start, clause.end)
    const indicator = PLAIN_TARGET.exec(words)?.groups?.indicator
    return indicator === undefined || findQuantities(words).length !== 1 ? [] : [indicator]
  })
}

import type { ProvenSentence } from '../../citation/index.ts'
import type { Document, Range } from '../../corpus/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import { sentencesIn } from '../../text/index.ts'
import { quoteRange } from '../compose.ts'
import type { Desk } from '../desk.ts'
import { measure } from '../evidence/coverage.ts'
import { levelsIn } from '../evidence/levels.ts'
import type { Question } from '../question/question.ts'
import { weighTopic } from '../question/topic.ts'

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
function evidenceFor(view: string, { metadata, text }: Document): readonly Range[] {
  const asksOther = ASKS_DATE.test(view) || ASKS_NUMBER.test(view)
  const asked = [
    ...(ASKS_NUMBER.test(view) ? [metadata.documentNumber] : []),
    ...(ASKS_BODY.test(view) || !asksOther ? [metadata.issuer] : []),
    ...(ASKS_DATE.test(view) ? [metadata.issuedOn] : []),
  ]
  const spoken = spokenUnder(view, text)
  return spoken.length > 0 ? spoken : asked.flatMap((field) => field?.evidence ?? [])
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

const SPOKEN = /(?:作|做|宣读)(?:的|了)|报告人|(?:作|做)\p{Script=Han}{0,12}报告/u
const MEETING = /什么会|哪个会|哪次会/u
/** How far below the title a report names its day, its meeting and its speaker. */
const OPENING = 400
/** ——2021年1月22日在某市第十七届人民代表大会第三次会议上 */
const DAY_LINE =
  /^[ \t\u3000]*[—－\-(（]*[^\n]{0,4}[\d〇零一二三四五六七八九十]{4}年[^\n]{3,8}日[^\n]{0,60}会[^\n]{0,8}$/mu
const SPEAKER_LINE =
  /^[ \t\u3000]*[^\n，。；]{0,24}(?:市长|县长|区长|省长|州长|盟长|旗长|主席|主任|书记|局长|院长|检察长)[)）:：]?[ \t\u3000]*\p{Script=Han}[\p{Script=Han} \t\u3000·]{1,6}$/mu

/** A report that was read out names its day and its speaker in the lines under its title. */
function spokenUnder(view: string, text: string): readonly Range[] {
  if (!SPOKEN.test(view) && !MEETING.test(view)) return []
  const opening = text.slice(0, OPENING)
  const lines = [
    ...(ASKS_DATE.test(view) || MEETING.test(view) ? [DAY_LINE] : []),
    ...(/谁|哪(?:一)?位|什么人|报告人|哪个/u.test(view) && !MEETING.test(view) ? [SPEAKER_LINE] : []),
  ]
  return lines.flatMap((pattern) => {
    const found = pattern.exec(opening)
    return found === null ? [] : [{ start: found.index, end: found.index + found[0].length }]
  })
}

import type { ProvenSentence } from '../../citation/index.ts'
import type { Document, Range, Section } from '../../corpus/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import { sentencesIn } from '../../text/index.ts'
import { quoteRange } from '../compose.ts'
import type { Desk } from '../desk.ts'
import { cutPieces, withoutWords } from '../question/pieces.ts'
import { isOfAnyPlan, type Question } from '../question/question.ts'
import { findListing } from './list.ts'
import { quoteListing } from './listing.ts'

const MOST_HEADINGS = 40
const MOST_SENTENCES = 12
const GOALS_ASKED = /目标(?!值|责任|管理|是多少|人群)/u
const GOALS =
  /^(?:(?:总体|总|主要|年度|工作|行动|发展|预期|具体|阶段)*(?:要求|思路)?(?:和|与|及)?(?:总体|主要|年度|工作|行动|发展|预期)*目标|目标任务)$/u
const GUIDING = /总体要求|指导思想|(?:总体|工作|基本)思路|总要求/u
const GUIDING_HEADING =
  /^(?:总体要求|指导思想|(?:总体|工作|基本)思路|总要求)(?:(?:和|及|与)\p{Script=Han}{2,6})?$/u
const GUIDING_SAID = /(?:总体要求|指导思想|(?:总体|工作|基本)思路|总要求)[是为]?[:：]/u
const MOST_DOCUMENTS = 12

/**
 * What a plan is about as a whole: its outermost headings, each a quotation; of a year, the plans made for it. Asked
 * for its goals, what it says under the heading of that name.
 */
export function answerOverview({ query }: Question, desk: Desk): readonly ProvenSentence[] {
  const all = [...query.documentIds].flatMap((id) => desk.corpus.documents.get(id)?.document ?? [])
  const annual = all.filter(({ metadata }) => metadata.kind?.value === 'annual_plan')
  const documents = query.years.length > 0 && annual.length > 0 ? annual : all
  return documents.slice(0, MOST_DOCUMENTS).flatMap((document) => {
    const goals = GOALS_ASKED.test(query.view) ? goalsOf(document) : []
    const ranges =
      goals.length > 0
        ? goals
        : headingsOf(document).map(({ start, headingEnd }) => ({ start, end: headingEnd }))
    return ranges.map((range) => quoteRange(document, range, documents.length > 1, desk.corpus))
  })
}

const INTRODUCED = /介绍|概括|概述|简述|说说|讲讲|总结|梳理/u
const INTRODUCING = /简单|简要|大致|大概|一下|下|介绍|概括|概述|简述|工作|方面|情况|内容/u
const JOINT = /和|与|及|以及/gu

/** What a plan says of each of several fields that it has a heading for; empty where one of them has none. */
export function answerTopics(
  question: Question,
  isAttributed: boolean,
  desk: Desk,
): readonly ProvenSentence[] {
  const { query } = question
  if (!INTRODUCED.test(query.view)) return []
  const parts = withoutWords(query, INTRODUCING).pieces.flatMap((piece) =>
    cutPieces(
      [piece],
      [...piece.text.matchAll(JOINT)].map(({ index, 0: { length } }) => ({
        start: piece.start + index,
        end: piece.start + index + length,
      })),
    ),
  )
  const listings = parts.map((part) =>
    findListing({ ...question, kind: 'overview', query: { ...query, pieces: [part] } }, desk),
  )
  return listings.some((listing) => listing === undefined)
    ? []
    : listings.flatMap((listing) => (listing === undefined ? [] : quoteListing(listing, isAttributed, desk)))
}

/** Whether one of the things asked about is the goals as such (总体目标) and not the goal of something. */
export function namesGoals({ query }: Question): boolean {
  return query.pieces.some(({ text }) => GOALS.test(text))
}

/** The goals of the plans whose titles hold all else that the question says; empty when it does not ask for goals. */
export function answerGoals(
  { query }: Question,
  isAttributed: boolean,
  desk: Desk,
): readonly ProvenSentence[] {
  if (!GOALS_ASKED.test(query.view)) return []
  const documents = [...query.documentIds].flatMap((id) => desk.corpus.documents.get(id)?.document ?? [])
  const meant = documents.filter(({ metadata }) => {
    const title = normalisedView(metadata.title?.value ?? '')
    return query.pieces.every(({ text }) => title.includes(text) || GOALS.test(text))
  })
  return meant.flatMap((document) =>
    goalsOf(document).map((range) => quoteRange(document, range, isAttributed, desk.corpus)),
  )
}

/** What a plan says of its goals under a heading of their own. */
export function goalsOf(document: Document): readonly Range[] {
  return sentencesUnder(GOALS, document)
}

/** The thought that guides the plans (总体要求, 工作思路), under a heading or in a sentence of its own. */
export function answerGuiding({ query }: Question, desk: Desk): readonly ProvenSentence[] {
  if (!GUIDING.test(query.view) || !isOfAnyPlan(withoutWords(query, GUIDING))) return []
  const documents = [...query.documentIds].flatMap((id) => desk.corpus.documents.get(id)?.document ?? [])
  return documents.flatMap((document) => {
    const under = sentencesUnder(GUIDING_HEADING, document)
    const ranges = under.length > 0 ? under : openingOf(document)
    return ranges.map((range) => quoteRange(document, range, documents.length > 1, desk.corpus))
  })
}

/** 2022年工作的总体要求是：… says it in a sentence, without a heading. */
function openingOf({ text }: Document): readonly Range[] {
  const found = GUIDING_SAID.exec(normalisedView(text))
  if (found === null) return []
  return sentencesIn(text, { start: 0, end: text.length })
    .filter(({ start, end }) => start <= found.index && found.index < end)
    .slice(0, 1)
}

function sentencesUnder(named: RegExp, document: Document): readonly Range[] {
  const section = document.sections.find(({ heading }) => named.test(normalisedView(heading)))
  if (section === undefined) return []
  return sentencesIn(document.text, { start: section.headingEnd, end: section.end })
    .filter(({ start, end }) => /\p{L}/u.test(document.text.slice(start, end)))
    .slice(0, MOST_SENTENCES)
}

/** A heading that only says that tasks follow; what they are stands under it. */
const MAIN_PART =
  /^(?:主要|重点|工作|具体|年度|总体|目标|全年)*(?:任务|工作|举措|措施|内容|安排)(?:(?:和|及|与)\p{Script=Han}{2,6})?$/u

/** The level that says something: the outermost one with more than two headings, with what its main part is made of. */
function headingsOf(document: Document): readonly Section[] {
  const named = document.sections.filter(({ heading }) => heading !== '')
  const outermost = [1, 2, 3]
    .map((level) => named.filter((section) => section.level === level))
    .find((sections) => sections.length > 2)
  const shown = (outermost ?? named).flatMap((section) => [
    section,
    ...(outermost !== undefined && MAIN_PART.test(normalisedView(section.heading))
      ? named.filter(({ parentId }) => parentId === section.id)
      : []),
  ])
  return shown.slice(0, MOST_HEADINGS)
}

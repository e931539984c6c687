import type { ProvenSentence } from '../citation/index.ts'
import { type Filters, understand } from '../retrieval/index.ts'
import type { Answer } from './answer.ts'
import { composeSentences } from './compose.ts'
import { type Desk, type Findings, judgeAll } from './desk.ts'
import type { Evidence } from './evidence.ts'
import { askedOfNearest, nearestSides } from './nearest-documents.ts'
import { classify, classifyUncompared, type Question } from './question.ts'
import { answered, isVerified, refused } from './result.ts'
import { answerAboutDocuments } from './route/about-document.ts'
import { compare } from './route/compare.ts'
import { answerFromStructure } from './route/list.ts'
import { answerOverview } from './route/overview.ts'
import { answerParts } from './route/parts.ts'
import {
  ASKS_INTENT,
  answerResult,
  answerUnfiltered,
  findReported,
  isReported,
  refuseAtOnce,
  refuseUnfound,
} from './route/refuse.ts'
import { sidesOf } from './route/side.ts'
import { coverageOf, type Selection, selectBest } from './selection.ts'
import type { Topic } from './topic.ts'

/** The answer of another document this much weaker than the best is not shown beside it. */
const CLOSE = 0.1
/** What is missing and weighs at least this much may be a part of the question of its own. */
const LEAST_PART = 0.12

/**
 * Answers a question from the corpus in the originals' own words, or refuses with what was searched and what
 * comes nearest. Deterministic; every sentence of an answer has been proven.
 */
export async function ask(text: string, filters: Filters, desk: Desk): Promise<Answer> {
  const query = understand(text, desk.catalogue, filters)
  const question = classify(query)
  const refusal = refuseAtOnce(question, desk)
  if (refusal !== undefined) return refusal
  if (query.documentIds.size === 0 && question.kind !== 'compare') return answerUnfiltered(question, desk)
  if (question.kind === 'about_document') return direct(question, answerAboutDocuments(question, desk), desk)
  if (question.kind === 'overview')
    return direct(question, overview(await askedOfNearest(question, desk), desk), desk)
  const sides = question.kind === 'compare' ? sidesOf(query, desk) : []
  const compared = await nearestSides(sides, question, desk)
  if (compared.length > 1) return compare(question, compared, sides.length, desk)
  if (query.documentIds.size === 0) return answerUnfiltered(question, desk)
  return answerFrom(question.kind === 'compare' ? classifyUncompared(query) : question, desk)
}

function overview(question: Question, desk: Desk): readonly ProvenSentence[] {
  const listed =
    question.query.pieces.length === 0
      ? []
      : answerFromStructure(question, question.query.documentIds.size > 1, desk)
  return listed.length > 0 ? listed : answerOverview(question, desk)
}

function direct(question: Question, sentences: readonly ProvenSentence[], desk: Desk): Answer {
  const shown = sentences.filter(isVerified)
  const searched = question.query.documentIds
  if (shown.length > 0) return answered(question, { sentences: shown }, searched, desk)
  return refused(question, { reason: 'not_found', message: '文件没有载明。', nearMisses: [] }, searched, desk)
}

async function answerFrom(question: Question, desk: Desk): Promise<Answer> {
  const { documentIds } = question.query
  if (asksForItem(question)) {
    const asked = await askedOfNearest(question, desk)
    const listed = answerFromStructure(asked, isSourceUnclear(question, desk), desk).filter(isVerified)
    if (listed.length > 0) return answered(question, { sentences: listed }, documentIds, desk)
  }
  const reported = await reportedLater(question, desk)
  if (reported !== undefined) {
    const sentences = composeSentences([reported], true, desk.corpus).filter(isVerified)
    return answered(question, { sentences }, new Set([...documentIds, reported.documentId]), desk)
  }
  const findings = await judgeAll(question, documentIds, desk)
  const selections = selectPerDocument(findings, question)
  if (!question.asksResult && leavesOut(selections[0], findings.topic)) {
    const parts = await answerParts(question, isSourceUnclear(question, desk), desk)
    if (parts !== undefined) return parts
  }
  if (selections.length === 0) return refuseUnfound(question, findings.judged, documentIds, desk)
  const [first] = selections[0]?.parts ?? []
  if (question.asksResult && (first === undefined || !isReported(first)))
    return answerResult(question, findings.judged, documentIds, desk)
  const isAttributed = selections.length > 1 || isSourceUnclear(question, desk)
  const sentences = selections
    .flatMap(({ parts }) => composeSentences(parts, isAttributed, desk.corpus))
    .filter(isVerified)
  if (sentences.length === 0) return refuseUnfound(question, findings.judged, documentIds, desk)
  return answered(question, { sentences }, documentIds, desk)
}

/** A list, or a mere topic without any asking: the plan's own headings may hold the whole of it. */
function asksForItem({ kind, expected, asksResult }: Question): boolean {
  const isTopic = kind === 'fact' && expected.every((one) => one.kind === 'words')
  return !asksResult && (kind === 'list' || isTopic)
}

/** The best answer, and beside it those of other documents that answer about as well. */
function selectPerDocument({ judged, topic }: Findings, question: Question): readonly Selection[] {
  const best = selectBest(judged, question, topic)
  if (best === undefined) return []
  const { regions, years } = question.query
  if (regions.length === 1 && years.length === 1) return [best]
  const chosen = best.parts[0]?.documentId
  const others = Map.groupBy(judged, ({ evidence }) => evidence.documentId)
  const close = [...others.entries()].flatMap(([documentId, own]) => {
    const selection = documentId === chosen ? undefined : selectBest(own, question, topic)
    return selection === undefined || selection.selectionScore < best.selectionScore - CLOSE
      ? []
      : [selection]
  })
  return [best, ...close.sort((a, b) => b.selectionScore - a.selectionScore)]
}

/** What a later report states of the year asked about; only texts that are no plans report. */
async function reportedLater(question: Question, desk: Desk): Promise<Evidence | undefined> {
  const { view, documentIds } = question.query
  const isOfPlans = desk.catalogue.entries.some(
    ({ documentId, kind }) => documentIds.has(documentId) && kind !== 'other',
  )
  if (isOfPlans || ASKS_INTENT.test(view)) return undefined
  const reported = await findReported(question, desk)
  return reported !== undefined && isReported(reported) ? reported : undefined
}

/** Whether a part of what was asked is in no quotation. */
function leavesOut(selection: Selection | undefined, topic: Topic): boolean {
  return selection === undefined || coverageOf(selection.parts, topic).gap.share >= LEAST_PART
}

/** Whether a reader could take the answer for another place's or year's: the question leaves one of them open. */
function isSourceUnclear({ query }: Question, { catalogue }: Desk): boolean {
  return catalogue.entries.length > 1 && (query.regions.length === 0 || !query.areYearsStated)
}

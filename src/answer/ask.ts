import type { ProvenSentence } from '../citation/index.ts'
import { type Filters, understand } from '../retrieval/index.ts'
import { withAfterword } from './afterword.ts'
import type { Answer, QuestionKind } from './answer.ts'
import { composeSentences } from './compose.ts'
import { type Desk, type Findings, judgeAll } from './desk.ts'
import { classify, classifyUncompared, type Question } from './question.ts'
import { answered, isVerified, refused } from './result.ts'
import { answerAboutDocuments } from './route/about-document.ts'
import { answerChange } from './route/change.ts'
import { compare } from './route/compare.ts'
import { answerCount, isOfWhole } from './route/count.ts'
import { findListing, quoteListing } from './route/list.ts'
import { mentionSides } from './route/mention.ts'
import { answerOverview } from './route/overview.ts'
import { answerPartly } from './route/partial.ts'
import { answerResult, answerUnfiltered, refuseAtOnce, refuseUnfound } from './route/refuse.ts'
import { answerResponsible } from './route/responsible.ts'
import { sidesOf } from './route/side.ts'
import { answerSum, sumOfQuoted } from './route/sum.ts'
import { type Selection, selectBest } from './selection.ts'

/** The answer of another document this much weaker than the best is not shown beside it. */
const CLOSE = 0.1

/**
 * Answers a question from the corpus in the originals' own words, or refuses with what was searched and what
 * comes nearest. Deterministic; every sentence of an answer has been proven.
 */
export async function ask(text: string, filters: Filters, desk: Desk): Promise<Answer> {
  const question = classify(understand(text, desk.catalogue, filters))
  return withAfterword(await answerQuestion(question, desk), desk)
}

async function answerQuestion(question: Question, desk: Desk): Promise<Answer> {
  const { query } = question
  const refusal = refuseAtOnce(question, desk)
  if (refusal !== undefined) return refusal
  const hasSides = SIDED.has(question.kind)
  if (query.documentIds.size === 0 && !hasSides && question.kind !== 'existence')
    return answerUnfiltered(question, desk)
  if (question.kind === 'about_document') return direct(question, answerAboutDocuments(question, desk), desk)
  if (question.kind === 'overview') return direct(question, overview(question, desk), desk)
  const sides = hasSides ? sidesOf(query, desk) : mentionSides(question, desk)
  if (question.kind === 'change' && isOfWhole(question)) {
    const changed = answerChange(question, sides, desk)
    if (changed !== undefined) return changed
  }
  if (sides.length > 1) return compare(question, sides, desk)
  if (query.documentIds.size === 0) return answerUnfiltered(question, desk)
  return answerFrom(question.kind === 'compare' ? classifyUncompared(query) : question, desk)
}

/** Kinds that set places, years or documents side by side. */
const SIDED: ReadonlySet<QuestionKind> = new Set(['compare', 'sum', 'change'])

function overview(question: Question, desk: Desk): readonly ProvenSentence[] {
  const listing = question.query.pieces.length === 0 ? undefined : findListing(question, desk)
  const listed = listing === undefined ? [] : quoteListing(listing, question.query.documentIds.size > 1, desk)
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
  const special = await answerByKind(question, isSourceUnclear(question, desk), desk)
  if (special.length > 0) return answered(question, { sentences: special }, documentIds, desk)
  if (asksForItem(question)) {
    const listing = findListing(question, desk)
    const listed = listing === undefined ? [] : quoteListing(listing, isSourceUnclear(question, desk), desk)
    if (listed.length > 0) return answered(question, { sentences: listed }, documentIds, desk)
  }
  const findings = await judgeAll(question, documentIds, desk)
  const selections = selectPerDocument(findings, question)
  if (question.kind === 'count' && (selections.length === 0 || isOfWhole(question))) {
    const counted = answerCount(question, isSourceUnclear(question, desk), desk)
    if (counted.length > 0) return answered(question, { sentences: counted }, documentIds, desk)
  }
  if (selections.length === 0) {
    const partly = await answerPartly(question, isSourceUnclear(question, desk), desk)
    return partly === undefined
      ? refuseUnfound(question, findings.judged, documentIds, desk)
      : answered(question, partly, documentIds, desk)
  }
  if (question.asksResult) return answerResult(question, findings.judged, documentIds, desk)
  const isAttributed = selections.length > 1 || isSourceUnclear(question, desk)
  const sentences = selections
    .flatMap(({ parts }) => composeSentences(parts, isAttributed, desk.corpus))
    .filter(isVerified)
  if (sentences.length === 0) return refuseUnfound(question, findings.judged, documentIds, desk)
  const sum =
    question.kind === 'sum' ? sumOfQuoted(question, selections[0]?.parts ?? [], sentences, desk) : []
  const lead = question.kind === 'existence' ? '有相关内容：' : null
  return answered(question, { lead, sentences: [...sentences, ...sum] }, documentIds, desk)
}

/** What only the ledger or the notes of a plan can tell; empty for every other question. */
async function answerByKind(question: Question, isAttributed: boolean, desk: Desk) {
  if (question.asksResult) return []
  if (question.kind === 'sum') return answerSum(question, isAttributed, desk)
  const asksBody = question.expected.some(({ kind }) => kind === 'body')
  return asksBody ? answerResponsible(question, isAttributed, desk) : []
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

/** Whether a reader could take the answer for another place's or year's: the question leaves one of them open. */
function isSourceUnclear({ query }: Question, { catalogue }: Desk): boolean {
  return catalogue.entries.length > 1 && (query.regions.length === 0 || !query.areYearsStated)
}

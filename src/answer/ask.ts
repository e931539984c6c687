import type { ProvenSentence } from '../citation/index.ts'
import { normalisedView } from '../corpus/index.ts'
import { type Filters, understand } from '../retrieval/index.ts'
import { withAfterword } from './afterword.ts'
import type { Answer, QuestionKind } from './answer.ts'
import type { Desk } from './desk.ts'
import { askedOfNearest, nearestSides } from './nearest-documents.ts'
import { withoutWords } from './question/pieces.ts'
import { classify, classifyUncompared, type Question, SUM_WORDS } from './question/question.ts'
import { answered, isVerified, refused } from './result.ts'
import { answerAboutDocuments } from './route/about-document.ts'
import { answerChange } from './route/change.ts'
import { compare } from './route/compare.ts'
import { isOfWhole } from './route/count.ts'
import { answerIndicators, asksIndicators } from './route/indicators.ts'
import { findListing } from './route/list.ts'
import { quoteListing } from './route/listing.ts'
import { mentionSides } from './route/mention.ts'
import { answerGuiding, answerOverview } from './route/overview.ts'
import { answerFromPassages } from './route/passage.ts'
import { answerUnfiltered, refuseAtOnce } from './route/refuse.ts'
import { idsOf, inPlace, sidesOf } from './route/side.ts'
import { sumOverYears } from './route/sum.ts'
import { answerFromTable } from './route/table.ts'

/**
 * Answers a question from the corpus in the originals' own words, or refuses with what was searched and what
 * comes nearest. Deterministic; every sentence of an answer has been proven.
 */
export async function ask(text: string, filters: Filters, desk: Desk): Promise<Answer> {
  const question = classify(understand(text, desk.catalogue, filters))
  return withAfterword(await answerQuestion(question, desk), desk)
}

async function answerQuestion(asked: Question, desk: Desk): Promise<Answer> {
  const query = asked.kind === 'sum' ? withoutWords(asked.query, SUM_WORDS) : asked.query
  const question = ofWholeTitle({ ...asked, query }, desk)
  const refusal = refuseAtOnce(question, desk)
  if (refusal !== undefined) return refusal
  const hasSides = SIDED.has(question.kind)
  const tabled = hasSides || query.documentIds.size === 0 ? await overTime(question, desk) : []
  if (tabled.length > 0) return answered(question, { sentences: tabled }, query.documentIds, desk)
  if (query.documentIds.size === 0 && !hasSides && question.kind !== 'existence')
    return answerUnfiltered(question, desk)
  const ofPlan = await answerOfPlan(question, desk)
  if (ofPlan !== undefined) return ofPlan
  const sides = hasSides ? sidesOf(query, desk) : mentionSides(question, desk)
  if (question.kind === 'change' && isOfWhole(question)) {
    const changed = answerChange(question, sides, desk)
    if (changed !== undefined) return changed
  }
  const compared = await nearestSides(sides, question, desk)
  if (compared.length > 1) return compare(question, compared, sides.length, desk)
  if (query.documentIds.size === 0) return answerUnfiltered(question, desk)
  return answerFromPassages(question.kind === 'compare' ? classifyUncompared(query) : question, desk)
}

/** What is asked of plans as such: who issued them, their figures, the thought that guides them, their outline. */
async function answerOfPlan(question: Question, desk: Desk): Promise<Answer | undefined> {
  if (question.kind === 'about_document') return direct(question, answerAboutDocuments(question, desk), desk)
  const isOfAll = asksIndicators(question) || question.kind === 'overview'
  const nearest = isOfAll ? await askedOfNearest(question, desk) : question
  const indicators = answerIndicators(nearest, desk)
  const isTable = indicators !== undefined && answerFromTable(question, false, desk).length > 0
  if (indicators !== undefined && !isTable)
    return answered(question, indicators, nearest.query.documentIds, desk)
  const guiding = answerGuiding(question, desk)
  if (guiding.length > 0) return direct(question, guiding, desk)
  if (question.kind !== 'overview') return undefined
  return direct(question, overview(nearest, desk), desk)
}

/** 讲了些什么, asked of no more than the title says, asks for the whole plan. */
function ofWholeTitle(question: Question, desk: Desk): Question {
  const { view, pieces, documentIds } = question.query
  const [id, other] = [...documentIds]
  const document = id === undefined ? undefined : desk.corpus.documents.get(id)?.document
  const title = normalisedView(document?.metadata.title?.value ?? '')
  const isTitle = other === undefined && pieces.length > 0 && pieces.every(({ text }) => title.includes(text))
  return ASKS_WHOLE.test(view) && isTitle
    ? { ...question, kind: 'overview', query: { ...question.query, pieces: [] } }
    : question
}

const ASKS_WHOLE =
  /(?:大概|大体|大致|总体|主要|都)(?:讲|说|写|抓|干|做)(?:了|的|些)*(?:什么|啥|哪些)|[一两二三四五几]句话|[捋理]一[捋理]/u

/** One row of a table, or one sentence, gives several years of one place: even such as no plan of the place covers. */
async function overTime(question: Question, desk: Desk): Promise<readonly ProvenSentence[]> {
  const { regions, documentIds, years } = question.query
  const [region, other] = regions
  if (other !== undefined) return []
  const ids =
    region === undefined || years.length === 0 ? documentIds : idsOf(inPlace(desk.catalogue.entries, region))
  const asked = await askedOfNearest({ ...question, query: { ...question.query, documentIds: ids } }, desk)
  const tabled = answerFromTable(asked, ids.size > 1, desk)
  if (tabled.length > 0 || question.kind !== 'sum' || years.length < 2) return tabled
  return sumOverYears(question, asked.query.documentIds, ids.size > 1, desk)
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

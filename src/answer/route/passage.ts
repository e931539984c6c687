import type { ProvenSentence } from '../../citation/index.ts'
import { contains } from '../../corpus/index.ts'
import type { Answer } from '../answer.ts'
import { composeSentences } from '../compose.ts'
import { type Desk, type Findings, judgeAll } from '../desk.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { isProse, readable } from '../evidence/layers.ts'
import { type Selection, selectBest } from '../judge/selection.ts'
import { askedOfNearest } from '../nearest-documents.ts'
import type { Question } from '../question/question.ts'
import { answered, type Found, isVerified } from '../result.ts'
import { answerAskings } from './askings.ts'
import { answerCount, isOfWhole, speaksOfCounted } from './count.ts'
import { answerExistence } from './existence.ts'
import { answerFromLedger } from './ledger-fact.ts'
import { findListing } from './list.ts'
import { quoteListing } from './listing.ts'
import { namingTheWhole } from './named-whole.ts'
import { answerGoals, answerTopics, namesGoals } from './overview.ts'
import { answerPartly } from './partial.ts'
import { differenceOfQuoted, sumOfQuoted } from './quoted-figures.ts'
import { ASKS_INTENT, answerResult, findReported, isReported, refuseUnfound } from './refuse.ts'
import { answerResponsible } from './responsible.ts'
import { answerSum } from './sum.ts'
import { answerFromTable } from './table.ts'
import { unsaidLead } from './unsaid.ts'

/** The answer of another document this much weaker than the best is not shown beside it. */
const CLOSE = 0.1

/** Answers from one set of documents: by their structure where that holds the answer, else by the best clauses. */
export async function answerFromPassages(question: Question, desk: Desk): Promise<Answer> {
  const { documentIds } = question.query
  const structured = await answerFromStructure(question, desk)
  if (structured.length > 0) return answered(question, { sentences: structured }, documentIds, desk)
  const reported = await reportedLater(question, desk)
  if (reported !== undefined) {
    const sentences = composeSentences([reported], true, desk.corpus).filter(isVerified)
    return answered(question, { sentences }, new Set([...documentIds, reported.documentId]), desk)
  }
  const all = await judgeAll(question, documentIds, desk)
  const findings = { ...all, judged: namingTheWhole(question, all.judged) }
  const selections = selectPerDocument(findings, question)
  const [best] = selections
  const isStated = best !== undefined && !isOfWhole(question) && speaksOfCounted(question, wordsOf(best))
  const counted =
    question.kind === 'count' && !isStated ? answerCount(question, isSourceUnclear(question, desk), desk) : []
  if (counted.length > 0) return answered(question, { sentences: counted }, documentIds, desk)
  const several = await answerAskings(question, best?.parts ?? [], isSourceUnclear(question, desk), desk)
  if (several !== undefined) return answered(question, several, documentIds, desk)
  const found =
    selections.length === 0 ? await findParts(question, desk) : quoteSelections(question, selections, desk)
  if (found === undefined || found.sentences.length === 0)
    return refuseUnfound(question, findings.judged, documentIds, desk)
  const [first] = selections[0]?.parts ?? []
  const asksResult = question.asksResult || (first !== undefined && asksWhatCame(question, first))
  if (asksResult && (first === undefined || !isReported(first)))
    return answerResult(question, findings.judged, documentIds, desk)
  return answered(question, found, documentIds, desk)
}

/** A report is read for what came of a year unless the question speaks of what is intended. */
function asksWhatCame({ query }: Question, { indexed }: Evidence): boolean {
  const isOfYear = isProse(indexed) && query.years.length > 0
  return (
    isOfYear && /(?:达到|了|完成)(?:多少|几)/u.test(query.view) && !/目标|计划|[要将拟]/u.test(query.view)
  )
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

/** Lists, sums of named parts and notes of responsibility; empty for every other question. */
async function answerFromStructure(question: Question, desk: Desk): Promise<readonly ProvenSentence[]> {
  const isAttributed = isSourceUnclear(question, desk)
  const goals = namesGoals(question) ? answerGoals(question, isAttributed, desk).filter(isVerified) : []
  if (goals.length > 0) return goals
  const tabled = asksFigure(question) ? [] : answerFromTable(question, isAttributed, desk)
  if (tabled.length > 0) return tabled
  const special = await answerByKind(question, isAttributed, desk)
  if (special.length > 0 || !asksForItem(question)) return special
  const listing = findListing(await askedOfNearest(question, desk), desk)
  return listing === undefined ? [] : quoteListing(listing, isAttributed, desk)
}

/** One figure stands in the clauses of a table's line too; a cell under its header is the last that is tried. */
function asksFigure({ kind, query, expected }: Question): boolean {
  return (
    kind === 'fact' &&
    query.years.length > 0 &&
    expected.every((one) => one.kind === 'quantity' || one.kind === 'share')
  )
}

/** Nothing answers the whole: the plan's goals, or some of the things asked for. */
async function findParts(question: Question, desk: Desk): Promise<Found | undefined> {
  const isAttributed = isSourceUnclear(question, desk)
  const goals = answerGoals(question, isAttributed, desk).filter(isVerified)
  if (goals.length > 0) return { sentences: goals }
  if (question.kind === 'existence') return answerExistence(question, isAttributed, desk)
  const topics = answerTopics(question, isAttributed, desk)
  if (topics.length > 0) return { sentences: topics }
  const rows = [...answerFromLedger(await askedOfNearest(question, desk), isAttributed, desk)]
  if (rows.length === 0) rows.push(...answerFromTable(question, isAttributed, desk))
  return rows.length > 0 ? { sentences: rows } : answerPartly(question, isAttributed, desk)
}

function quoteSelections(question: Question, selections: readonly Selection[], desk: Desk): Found {
  const isAttributed = selections.length > 1 || isSourceUnclear(question, desk)
  const counted = question.kind === 'list' ? countedInside(selections, isAttributed, desk) : []
  if (counted.length > 0) return { sentences: counted }
  const sentences = selections
    .flatMap(({ parts }) => composeSentences(parts, isAttributed, desk.corpus))
    .filter(isVerified)
  const reckoned =
    question.kind === 'sum'
      ? sumOfQuoted(question, selections[0]?.parts ?? [], sentences, desk)
      : differenceOfQuoted(question, sentences, desk)
  const isUnsummed = question.kind === 'sum' && reckoned.length === 0 && !saysTotal(selections)
  const untold = isUnsummed ? UNSUMMED : unsaidLead(question, selections[0]?.parts ?? [], desk)
  const lead = question.kind === 'existence' ? '有相关内容：' : untold
  return { lead, sentences: [...sentences, ...reckoned] }
}

const UNSUMMED = '原文没有写明合计数，下面是原文的相关表述：'

/** Whether the words that were found say themselves that theirs is the whole. */
function saysTotal(selections: readonly Selection[]): boolean {
  return selections.every(({ parts }) =>
    parts.every(({ indexed, window }) =>
      /共|合计|总|累计|全[省市县区州]|达到?\d/u.test(readable(indexed, window)),
    ),
  )
}

/** A clause that leads over to 一是…；二是… answers with all of them. */
function countedInside(selections: readonly Selection[], isAttributed: boolean, desk: Desk) {
  const [first] = selections[0]?.parts ?? []
  if (first === undefined) return []
  const { document } = first.indexed
  const begun = document.enumerations.find(({ start }) => {
    return first.sentence.start <= start && contains(first.window, { start, end: start + 1 })
  })
  if (begun === undefined) return []
  const whole = { kind: 'enumeration', documentId: document.id, start: begun.start } as const
  return quoteListing({ document, ranges: begun.items, whole }, isAttributed, desk)
}

/** What only the ledger or the notes of a plan can tell; empty for every other question. */
async function answerByKind(question: Question, isAttributed: boolean, desk: Desk) {
  if (question.asksResult) return []
  if (question.kind === 'sum') return answerSum(await askedOfNearest(question, desk), isAttributed, desk)
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
    const isClose = selection !== undefined && selection.selectionScore >= best.selectionScore - CLOSE
    return isClose && !isCopy(selection, best) ? [selection] : []
  })
  return [best, ...close.sort((a, b) => b.selectionScore - a.selectionScore)]
}

/** The same words under another name, of the same place and years as far as both say, are no second source. */
function isCopy(selection: Selection, best: Selection): boolean {
  const [a, b] = [selection, best].map(({ parts }) => parts[0]?.indexed.document.metadata)
  const places = [a, b].flatMap((metadata) => metadata?.jurisdiction?.value.name ?? [])
  const years = [a, b].flatMap((metadata) => metadata?.years?.value.join('-') ?? [])
  const isOfOne = new Set(places).size < 2 && new Set(years).size < 2
  return isOfOne && wordsOf(selection) === wordsOf(best)
}

function wordsOf({ parts }: Selection): string {
  return parts.map(({ indexed, window }) => readable(indexed, window)).join('\n')
}

/**
 * Whether a reader could take the answer for another place's or year's: the question leaves one of them open, and no
 * single document was chosen for it.
 */
function isSourceUnclear({ query }: Question, { catalogue }: Desk): boolean {
  const { regions, years, documentKinds, documentIds, areYearsStated } = query
  const isChosen = documentIds.size === 1 && regions.length + years.length + documentKinds.length === 0
  return catalogue.entries.length > 1 && !isChosen && (regions.length === 0 || !areYearsStated)
}

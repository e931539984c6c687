import type { Answer, MissingSide } from '../answer.ts'
import { composeSentences } from '../compose.ts'
import { type Desk, judgeAll } from '../desk.ts'
import { measure, pairShare } from '../evidence/coverage.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { figureOf } from '../evidence/figure.ts'
import { readable } from '../evidence/layers.ts'
import { levelsIn } from '../evidence/levels.ts'
import { isOfYear, withFurtherYears } from '../evidence/yearly.ts'
import { contentObjection } from '../judge/judge.ts'
import { type Judged, selectBest } from '../judge/selection.ts'
import type { Question } from '../question/question.ts'
import type { Topic } from '../question/topic.ts'
import { answered, isVerified } from '../result.ts'
import { type AnsweredSide, DIFFERENCE, reckon, tableOf } from './comparison.ts'
import { findListing } from './list.ts'
import { quoteListing } from './listing.ts'
import { mentionLead } from './mention.ts'
import { isNear } from './near-miss.ts'
import { differenceOfQuoted } from './quoted-figures.ts'
import { absentWords, answerResult, refuseUnfound } from './refuse.ts'
import { idsOf, inPlace, type Side } from './side.ts'
import { answerFromTable } from './table.ts'

const LEAST_SAID = 0.8

/**
 * Answers each side on its own and sets them side by side; a side without an answer is named as such.
 * @param count how many sides the question has; those that are not among `sides` are told of
 */
export async function compare(
  question: Question,
  sides: readonly Side[],
  count: number,
  desk: Desk,
): Promise<Answer> {
  const asked = await Promise.all(sides.map((side) => askSide(question, side, sides.length, desk)))
  const judged = asked.flatMap((one) => one.judged)
  const searched = new Set(sides.flatMap((side) => [...side.documentIds]))
  const spoken = asked.flatMap(({ answer }) => answer.sentences)
  if (spoken.length === 0) return refuseUnfound(question, judged, searched, desk)
  if (question.asksResult) return answerResult(question, judged, searched, desk)
  const distinct = new Map(spoken.map((sentence) => [sentence.text, sentence]))
  const answers = asked.map(({ answer }) => ({
    ...answer,
    sentences: answer.sentences.map((sentence) => distinct.get(sentence.text) ?? sentence),
  }))
  const reckoning = reckon(question, answers, desk)
  const isOneSource =
    new Set(spoken.flatMap(({ citations }) => citations.map(({ span }) => span.documentId))).size === 1
  const reckoned =
    reckoning.sentences.length === 0 && isOneSource
      ? differenceOfQuoted(question, [...distinct.values()], desk)
      : reckoning.sentences
  const found = {
    lead: question.kind === 'existence' ? mentionLead(answers) : null,
    sentences: [...distinct.values(), ...reckoned],
    missing: [
      ...answers.flatMap((one) => missingOf(one, desk)),
      ...leftOut(sides.length, count),
      ...withoutPlace(question, sides, desk),
    ],
    comparison: tableOf(answers, reckoned.length > 0 ? null : reckoning.note, desk),
  }
  return answered(question, found, searched, desk)
}

function leftOut(compared: number, count: number): readonly MissingSide[] {
  if (count === compared) return []
  const note = `涉及${count}个对象，只比较了最相近的${compared}个；指明地方或年份可以看其余的`
  return [{ region: null, year: null, note }]
}

/** A plan of several years is named by its period. */
function missingOf({ side, note }: AnsweredSide, { catalogue }: Desk) {
  if (note === null) return []
  const [only, other] = [...side.documentIds]
  const period = catalogue.entries.find(({ documentId }) => documentId === only)?.years
  const isNamedByPeriod =
    other === undefined && side.years.length === 0 && period != null && period[0] !== period[1]
  const region = isNamedByPeriod ? `${side.region ?? ''}${period.join('—')}年` : side.region
  return [{ region, year: side.years[0] ?? null, note }]
}

interface AskedSide {
  readonly answer: AnsweredSide
  readonly judged: readonly Judged[]
}

/** Passages looked into for all sides together, and for each at least. */
const CANDIDATES = { together: 160, least: 15 }

async function askSide(question: Question, side: Side, sides: number, desk: Desk): Promise<AskedSide> {
  const asked = askedOfSide(side, question)
  const documentIds = namingDocuments(side, desk)
  const candidates = Math.min(40, Math.max(CANDIDATES.least, Math.floor(CANDIDATES.together / sides)))
  const { judged: all, topic } = await judgeAll(asked, documentIds, desk, candidates)
  const isHeld = side.documentIds.size > 0
  const judged = isHeld
    ? all
    : all.filter(({ evidence }) => side.years.some((year) => isOfYear(evidence, year)))
  const listed = asksOpenly(question) ? listedFor(asked, side, desk) : []
  if (listed.length > 0)
    return { answer: { side, sentences: listed, note: null, figure: undefined, topic }, judged }
  const usable = question.kind === 'existence' ? judged.filter((one) => speaksOf(one, topic)) : judged
  const best = selectBest(usable, asksOpenly(question) ? { ...asked, kind: 'list' } : asked, topic)
  const further = best === undefined ? furtherYear(usable, asked) : []
  const parts = best?.parts ?? further
  const quoted = composeSentences(parts, true, desk.corpus).filter(isVerified)
  const sentences = quoted.length > 0 ? quoted : tabledFor(asked, documentIds, desk)
  const note = sentences.length > 0 ? null : noteOf(asked, side, judged, desk)
  // The first figure of a sentence for several years is another year's.
  const figure = further.length > 0 ? undefined : figureOf(parts, sentences, topic)
  return { answer: { side, sentences, note, figure, topic }, judged }
}

/** Of a year that no plan of the place covers, the plans of the place may tell all the same. */
function namingDocuments({ region, years, documentIds }: Side, { catalogue }: Desk): Side['documentIds'] {
  return documentIds.size > 0 || region === null || years.length === 0
    ? documentIds
    : idsOf(inPlace(catalogue.entries, region))
}

/** The cell of the one year, where no clause tells it. */
function tabledFor(question: Question, documentIds: Side['documentIds'], desk: Desk) {
  const { query, expected } = question
  const figure = [{ kind: 'quantity', unit: null }] as const
  const asksFigure = expected.some(({ kind }) => kind === 'quantity' || kind === 'share')
  if (query.years.length !== 1 || !(asksFigure || DIFFERENCE.test(query.view))) return []
  return answerFromTable(
    { ...question, kind: 'fact', expected: asksFigure ? expected : figure, query: { ...query, documentIds } },
    true,
    desk,
  )
}

const OPEN = /什么|哪些|哪几|[有干做搞抓]些?啥|有何|怎么|怎样|如何|举措|措施|任务|安排/u

/** Each side is asked for all that it says on something, and not for one figure, date or name. */
function asksOpenly({ kind, query, expected, asksResult }: Question): boolean {
  const isOpen = expected.every((one) => one.kind === 'words' || one.kind === 'list')
  return kind !== 'existence' && !asksResult && isOpen && OPEN.test(query.view)
}

/** What stands under the heading that names the thing; what a plan of several years says is not one year's. */
function listedFor(question: Question, { documentIds, years }: Side, desk: Desk) {
  const ofYear = desk.catalogue.entries.filter(
    ({ documentId, kind }) => documentIds.has(documentId) && (years.length === 0 || kind === 'annual_plan'),
  )
  const listing = findListing({ ...question, query: { ...question.query, documentIds: idsOf(ofYear) } }, desk)
  return listing === undefined ? [] : quoteListing(listing, true, desk)
}

/** What a sentence says of the year behind what it says of another: 2024年达到90%、2025年达到100%. */
function furtherYear(judged: readonly Judged[], question: Question): readonly Evidence[] {
  const { years } = question.query
  for (const { evidence, objection } of judged) {
    if (objection !== 'other_year' || evidence.isHeading) continue
    const whole = withFurtherYears(evidence)
    const isNamed = years.length > 0 && years.every((year) => whole.years.includes(year))
    if (isNamed && contentObjection(evidence.coverage, evidence, question) === null) return [whole]
  }
  return []
}

/** Whether the clause or its heading holds the words themselves; what stands around it is not enough to mention a thing. */
function speaksOf({ evidence: { indexed, window, around } }: Judged, topic: Topic): boolean {
  const heading = around.heading === null ? '' : readable(indexed, around.heading)
  const view = `${heading}\n${readable(indexed, window)}`
  const hasSynonyms = topic.synonyms.some((own) => own.length > 0)
  const share = hasSynonyms ? measure(topic, levelsIn(topic, view)).share : pairShare(topic, view, '')
  return share >= LEAST_SAID
}

/** 提高了多少, 涨几个点: of each side the figure is asked, and not by how much it changes. */
const CHANGE_ASKED =
  /(?:提高|提升|上升|增加|增长|下降|降低|减少|缩短|[提加涨快慢降升增减多少高低])[了出]?(?=多少|几)/gu

/** The question as it is put to one side: its place, its years and, when each place has its own, what is asked of it. */
function askedOfSide({ region, years }: Side, question: Question): Question {
  const { query, expected } = question
  const pieces = (region === null ? undefined : query.piecesByRegion.get(region)) ?? query.pieces
  const own = { ...query, regions: region === null ? [] : [region], years, pieces }
  if (!DIFFERENCE.test(query.view)) return { ...question, query: own }
  return {
    ...question,
    query: { ...own, view: query.view.replace(CHANGE_ASKED, '') },
    expected: expected.map((one) =>
      one.kind === 'quantity' && one.unit === POINTS ? { kind: 'share' as const } : one,
    ),
    noun: question.noun !== null && IS_UNIT.test(question.noun.noun) ? null : question.noun,
  }
}

const POINTS = '个百分点'
const IS_UNIT = /^(?:百分点|千分点|块?钱|点)$/u

/** Absence is only stated where nothing comes near and a word stands nowhere; else that no clear statement was found. */
function noteOf(question: Question, side: Side, judged: readonly Judged[], desk: Desk): string {
  if (side.documentIds.size === 0) return '文库中没有这份文件'
  const isAbsent = absentWords(question, side.documentIds, desk).length > 0
  return isAbsent && !judged.some(({ evidence }) => isNear(evidence))
    ? '全文已检，未提及'
    : '全文已检，没有明确的表述'
}

/** Documents that belong to no place are no side when every place is asked; they are named. */
function withoutPlace({ query }: Question, sides: readonly Side[], { corpus }: Desk): readonly MissingSide[] {
  const isOfPlaces = query.regions.length === 0 && new Set(sides.map(({ region }) => region)).size > 1
  const titles = [...corpus.documents.values()]
    .filter(({ document }) => document.metadata.jurisdiction === null)
    .map(({ document }) => `《${document.metadata.title?.value ?? document.file}》`)
  if (!isOfPlaces || titles.length === 0) return []
  const named = titles.slice(0, MOST_NAMED).join('')
  const note = `另有${titles.length}份文件没有写明地区，未列入比较：${named}${titles.length > MOST_NAMED ? '等' : ''}`
  return [{ region: null, year: null, note }]
}

const MOST_NAMED = 5

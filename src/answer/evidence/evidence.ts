import type { Corpus, DocumentId, IndexedDocument, PassageId, Range } from '../../corpus/index.ts'
import { overlaps } from '../../corpus/index.ts'
import { findQuantities, findYears } from '../../text/index.ts'
import { namesNoun } from '../question/asked-noun.ts'
import { EXACT_FIT, fitOf, proseFitOf } from '../question/expectation.ts'
import { proseTopic } from '../question/prose-topic.ts'
import type { Expected, Question } from '../question/question.ts'
import type { Topic } from '../question/topic.ts'
import { goesOn, innerShareOf, previousStrength } from './antecedent.ts'
import { deadlineBefore, type Opening, openingOf, speakOfTwoDates } from './clause-date.ts'
import { type Coverage, measure, pairShare, shareOf } from './coverage.ts'
import { isProse, readable, STRENGTH, type Surroundings, surroundingsOf } from './layers.ts'
import { type Levels, levelsIn, strongest } from './levels.ts'
import { type Likeness, likenessOf } from './likeness.ts'
import { speaksOfRival } from './rival.ts'
import { statementsOf } from './statement.ts'
import { yearSharesIn } from './year-share.ts'

/** One or two clauses of a plan that may answer, with all that speaks for and against them. */
export interface Evidence {
  readonly documentId: DocumentId
  readonly indexed: IndexedDocument
  readonly around: Surroundings
  readonly sentence: Range
  readonly window: Range
  /** A deadline that stands earlier in the sentence and governs the window; null when there is none. */
  readonly deadline: Range | null
  /** The clause in front that names what the window goes on about; null where the window speaks for itself. */
  readonly subject: Range | null
  /** The item's heading, when the question's words stand there and not in the sentence. */
  readonly heading: Range | null
  readonly isHeading: boolean
  /** What the window was held against, and how surely each of its characters was found. */
  readonly topic: Topic
  readonly levels: Levels
  readonly coverage: Coverage
  /** Share of the topic's pairs that stand in the window itself. */
  readonly innerShare: number
  /** Worked out when it is asked for: most windows are excluded before it matters. */
  readonly likeness: () => Likeness
  /** Whether the question names a figure that neither sentence nor heading holds. */
  readonly lacksFigure: boolean
  /** Whether the thing measured is named in the sentence or in its heading. */
  readonly namesMeasure: boolean
  /** Whether the window itself names it. */
  readonly namesMeasureItself: boolean
  /** Whether the window speaks of something that excludes what is asked about. */
  readonly isRival: boolean
  /** How well the window holds each thing the question expects; 0 where it cannot be the answer. */
  readonly fits: readonly number[]
  /** The best of them. */
  readonly fit: number
  /** Whether no other sentence holds the very unit that is asked for. */
  readonly isOnlyFit: boolean
  /** How surely the window names the noun that is asked for, 0 to 1; null when the question asks for none. */
  readonly noun: number | null
  readonly evidenceScore: number
  /** Years that the window or its deadline names. */
  readonly years: readonly number[]
  /** Where it names none: the years that open its sentence, govern it or stand as a period in its heading. */
  readonly carriedYears: readonly number[]
}

const INNER_WEIGHT = 0.45
const NOUN_WEIGHT = { plan: 0.3, prose: 0.5 } as const
const NAMED_YEAR = 0.12
const PAIR_COST = 0.06
const HEADING_COST = 0.3
/** What stands in front of the first heading sets the tone and commits to little. */
const PREFACE_COST = 0.15
const LENGTH_COST = 0.0008
/** The share that only the heading supplies, from which on it is quoted along. */
const HEADING_SHARE = 0.12
/** Surer than an abbreviation. */
const SURE = 0.6
const BEHIND_FIT = 0.12
const WEAKEST_SENTENCE = 0.3

/** Every clause of the passages as possible evidence, best first. */
export function findEvidence(
  question: Question,
  asked: Topic,
  passageIds: readonly PassageId[],
  corpus: Corpus,
): readonly Evidence[] {
  const found: Evidence[] = []
  const topics = { plan: asked, prose: proseTopic(asked, question.query.view) }
  for (const id of passageIds) {
    const passage = corpus.passages.get(id)
    const indexed = passage === undefined ? undefined : corpus.documents.get(passage.documentId)
    if (passage === undefined || indexed === undefined) continue
    const topic = topics[isProse(indexed) ? 'prose' : 'plan']
    const around = surroundingsOf(indexed, passage, topic)
    if (saysTooLittle(around, topic)) continue
    const statements = statementsOf(around)
    for (const [at, statement] of statements.entries()) {
      const previous = statements[at - 1]?.sentence ?? null
      found.push(...evidenceIn({ question, topic, around, ...statement, previous }))
    }
  }
  const exact = new Set(found.filter(({ fit }) => fit === EXACT_FIT).map(sentenceKey))
  const alone = found.map((one) => ({ ...one, isOnlyFit: exact.size === 1 && one.fit === EXACT_FIT }))
  return alone.sort((a, b) => b.evidenceScore - a.evidenceScore || a.window.start - b.window.start)
}

function sentenceKey({ documentId, sentence }: Evidence): string {
  return `${documentId} ${sentence.start}`
}

/** Whether no sentence of the passage can hold enough of the topic, because all of them together do not. */
function saysTooLittle(
  { indexed, passage, headingLevels, outerLevels }: Surroundings,
  topic: Topic,
): boolean {
  const all = strongest([
    { levels: levelsIn(topic, readable(indexed, passage)), strength: 1 },
    { levels: headingLevels, strength: STRENGTH.heading },
    { levels: outerLevels, strength: 1 },
  ])
  return shareOf(topic, all) < WEAKEST_SENTENCE
}

interface SentenceInput {
  readonly question: Question
  readonly topic: Topic
  readonly around: Surroundings
  readonly sentence: Range
  readonly clauses: readonly Range[]
  /** A deadline of an earlier statement that holds for this one too. */
  readonly governing: Range | null
  readonly opened: Opening | null
  readonly row: readonly Range[]
  readonly subject?: Range
  readonly previous: Range | null
}

function evidenceIn(input: SentenceInput): readonly Evidence[] {
  const { topic, around, sentence, clauses, previous } = input
  const { indexed, headingLevels, outerLevels } = around
  const own = levelsIn(topic, readable(indexed, sentence))
  const context = [
    { levels: own, strength: STRENGTH.sentence },
    { levels: outerLevels, strength: 1 },
    ...(previous === null
      ? []
      : [{ levels: levelsIn(topic, readable(indexed, previous)), strength: previousStrength(input) }]),
  ]
  const withoutHeading = strongest(context)
  const withHeading = strongest([
    { levels: withoutHeading, strength: 1 },
    { levels: headingLevels, strength: STRENGTH.heading },
  ])
  const rough = shareOf(
    topic,
    strongest([
      { levels: own, strength: 1 },
      { levels: withHeading, strength: 1 },
    ]),
  )
  if (rough < WEAKEST_SENTENCE) return []
  const joined = previous !== null && goesOn(input) ? [{ start: previous.start, end: sentence.end }] : []
  const pairs = clauses.slice(0, -1).flatMap((clause, at) => {
    const next = clauses[at + 1]
    if (next === undefined || speakOfTwoDates(indexed.view, clause, next)) return []
    return [{ start: clause.start, end: next.end }]
  })
  const layers = { sentence: own, withoutHeading, withHeading }
  return [
    ...clauses.map((window) => evidenceOf(input, window, layers, 0)),
    ...[...pairs, ...joined].map((window) => evidenceOf(input, window, layers, PAIR_COST)),
    ...sharesIn(input).map(({ subject, window }) =>
      evidenceOf({ ...input, subject }, window, layers, PAIR_COST),
    ),
  ]
}

/** What a plan gives of the one year that is asked for, behind the thing itself. */
function sharesIn({ question, topic, around, row, clauses }: SentenceInput) {
  const [year, other] = question.query.years
  if (year === undefined || other !== undefined || isProse(around.indexed)) return []
  return yearSharesIn(topic, around.indexed.view, row, clauses, year)
}

/**
 * Of two clauses the second may hold the figure only when the first has none of its own; else that figure
 * belongs to something else.
 */
function fitsOfWindow(
  { expected, query }: Question,
  topic: Topic,
  { indexed, subject }: Surroundings,
  window: Range,
  clauses: readonly Range[],
): readonly number[] {
  const isOne = clauses.some(({ start, end }) => start === window.start && end === window.end)
  const first = isOne
    ? undefined
    : clauses.find((clause) => clause.start === window.start && clause.end < window.end)
  const own = first === undefined ? '' : readable(indexed, first)
  const whole = readable(indexed, window)
  // The figure of a clause that says nothing of what is asked belongs to something else.
  const isOnTopic =
    SPENT.test(own) || pairShare(topic, own, subject) > 0 || pairShare(topic, whole, subject) === 0
  const behind = first === undefined ? '' : readable(indexed, { start: first.end, end: window.end })
  const least = (one: Expected) => (isProse(indexed) ? proseFitOf(one, whole) : 0)
  return expected.map((one) => {
    const isSpentOnFirst = one.kind === 'quantity' && one.unit === '元' && SPENT.test(behind)
    if (findQuantities(own).length === 0 || isSpentOnFirst)
      return Math.max(least(one), fitOf(one, whole, query.view))
    const ofFirst = isOnTopic ? fitOf(one, own, query.view) : 0
    return Math.max(least(one), ofFirst, measuredBehind(one, own, behind, query.view))
  })
}

/** Measures that tell by themselves what is counted, so that the figure of the clause behind may be the one asked for. */
const TELLING =
  /^(?:份|管|辆|台|张|床|例|对|分钟|小时|秒|天|亩|平方米|公里|艘|支|套|岁|座|间|公顷|剂|车次|人次|场|期|部)$/u

function measuredBehind(one: Expected, own: string, behind: string, asked: string): number {
  if (one.kind !== 'quantity' || one.unit === null || !TELLING.test(one.unit)) return 0
  return fitOf(one, own, asked) === 0 && fitOf(one, behind, asked) === EXACT_FIT ? BEHIND_FIT : 0
}

/** A clause without a subject of its own that says what the thing before it costs. */
const SPENT =
  /^[,，;；\s]*(?:其中)?(?:年度|全年|年内|今年|预计|计划|共|总|每\p{Script=Han}{1,2}|完成|安排|落实|下达|给予|投入|争取|专项|财政)*(?:投资|投入|资金|补助|补贴|奖励|奖补|经费)/u

/** What goes on without a subject speaks of what stands before it. */
const GOES_ON = /^[,，;；、\s]*(?:其中|(?:到|至)?20\d{2}年)/u

/** What is due each year is not due at the end. */
const EACH_YEAR = /每年|年均|逐年|各年/u

interface Context {
  readonly sentence: Levels
  readonly withoutHeading: Levels
  readonly withHeading: Levels
}

function evidenceOf(input: SentenceInput, window: Range, context: Context, cost: number): Evidence {
  const { question, topic, around, sentence, clauses, governing, opened, subject } = input
  const { indexed } = around
  const own = readable(indexed, window)
  const view = subject === undefined ? own : `${readable(indexed, subject)}\n${own}`
  const before = readable(indexed, { start: sentence.start, end: window.start })
  const inner = { levels: levelsIn(topic, view), strength: STRENGTH.window }
  const levels = strongest([inner, { levels: context.withHeading, strength: 1 }])
  const coverage = measure(topic, levels)
  const isHeading = around.heading !== null && overlaps(window, around.heading)
  const deadline = deadlineBefore(indexed.view, clauses, window)
  const isDated = findYears(indexed.view.slice(sentence.start, window.end)).length > 0
  // What governs from another sentence dates the window, and is not quoted with it.
  const isGoverned = !isDated && !EACH_YEAR.test(own)
  const years = yearsOf(around, window, deadline ?? (isGoverned ? governing : null))
  const innerShare = innerShareOf(topic, view, input)
  const fits = fitsOfWindow(question, topic, around, window, clauses)
  const fit = Math.max(...fits)
  const noun = question.noun === null ? null : namesNoun(question.noun, view)
  const nounWeight = NOUN_WEIGHT[isProse(indexed) ? 'prose' : 'plan']
  const opening = years.length > 0 ? null : (openingOf(indexed.view, clauses, window) ?? opened)
  const carriedYears = years.length > 0 ? [] : (opening?.years ?? around.headingPeriod)
  const dated = [...years, ...carriedYears]
  const namedYear = question.query.years.some((year) => dated.includes(year)) ? NAMED_YEAR : 0
  const bare = strongest([inner, { levels: context.withoutHeading, strength: 1 }])
  const needsHeading = !isHeading && coverage.share - shareOf(topic, bare) >= HEADING_SHARE
  const heading = needsHeading ? around.heading : null
  const costs =
    cost +
    LENGTH_COST * (window.end - window.start) +
    (isHeading ? HEADING_COST : 0) +
    (around.section === null ? PREFACE_COST : 0)
  return {
    documentId: indexed.document.id,
    indexed,
    around,
    sentence,
    window,
    deadline: subject ?? deadline ?? datedBy(opening, question, indexed),
    subject: subject ?? null,
    heading,
    isHeading,
    topic,
    levels,
    coverage,
    innerShare,
    likeness: once(() => likenessOf(topic, question.query.view, view)),
    lacksFigure: lacksFigure(topic, levels),
    namesMeasure: namesMeasure(topic, [inner.levels, context.sentence, around.headingLevels]),
    namesMeasureItself: namesMeasure(topic, [inner.levels]),
    isRival: speaksOfRival(question.query.view, GOES_ON.test(view) ? `${before}${view}` : view),
    fits,
    fit,
    isOnlyFit: false,
    noun,
    evidenceScore:
      coverage.share + INNER_WEIGHT * innerShare + fit + nounWeight * (noun ?? 0) + namedYear - costs,
    years,
    carriedYears,
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Where the plan is not that one year's, a figure of it is told with the date that stands in front. */
function datedBy(opening: Opening | null, { query }: Question, { document }: IndexedDocument): Range | null {
  if (opening === null || !query.years.some((year) => opening.years.includes(year))) return null
  const [from, to] = document.metadata.years?.value ?? []
  return from !== undefined && from === to && query.years.includes(from) ? null : opening.clause
}

/** Without a year of its own a clause speaks of the one year its headings name: 一、2022年工作回顾. */
function yearsOf(
  { indexed, headingYear }: Surroundings,
  window: Range,
  deadline: Range | null,
): readonly number[] {
  const parts = deadline === null ? [window] : [deadline, window]
  const own = parts.flatMap((part) =>
    findYears(indexed.view.slice(part.start, part.end)).map(({ year }) => year),
  )
  return own.length === 0 && headingYear !== null ? [headingYear] : [...new Set(own)]
}

/** A figure in a question (“签约的5个项目”) is a claim that the evidence must bear out. */
function lacksFigure({ pieces }: Topic, levels: Levels): boolean {
  return pieces.some(({ text }, at) => /^\d/.test(text) && (levels[at]?.[0] ?? 0) < STRENGTH.sentence)
}

function namesMeasure({ measure }: Topic, layers: readonly Levels[]): boolean {
  if (measure === null) return true
  return layers.some((levels) => (levels[measure.piece]?.[measure.at] ?? 0) > SURE)
}

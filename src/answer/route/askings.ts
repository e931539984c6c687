import type { ProvenSentence } from '../../citation/index.ts'
import type { Range } from '../../corpus/index.ts'
import type { ContentPiece } from '../../retrieval/index.ts'
import type { MissingSide } from '../answer.ts'
import { composeSentences } from '../compose.ts'
import { type Desk, judgeAll } from '../desk.ts'
import { measure } from '../evidence/coverage.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { readable } from '../evidence/layers.ts'
import { levelsIn } from '../evidence/levels.ts'
import { selectBest } from '../judge/selection.ts'
import { fitOf } from '../question/expectation.ts'
import { carriesMeaning } from '../question/pieces.ts'
import { classifyAsking, type Expected, type Question } from '../question/question.ts'
import { weighTopic } from '../question/topic.ts'
import { type Found, isVerified } from '../result.ts'
import { absentWords } from './refuse.ts'
import { answerResponsible } from './responsible.ts'
import { unsaidLead } from './unsaid.ts'

const ASKS = /多少|(?<![哪第])几|谁|哪|什么|啥|何时|何地|多久|多大|多高|怎么|如何/u
/** What parts one asking from the next. */
const BREAK = /[,，、;；?？]|(?<=多少\p{Script=Han}?|时候|[由归]?谁(?:负责|牵头|管)?)(?:以及|还有|和|与|及)/gu
/** The words of an asking stand in a clause when no heavier run of them is missing. */
const LARGEST_GAP = 0.34
/** Planning words tell one thing from another too: 总投入 beside 专项债券. */
const LEAST_WEIGHT = 0.5
/** Said of the thing that was asked about first, and not things of their own. */
const ASPECTS: ReadonlySet<Expected['kind']> = new Set([
  'time',
  'body',
  'person',
  'milestone',
  'place',
  'reason',
])
const NAMES: Readonly<Record<Expected['kind'], string>> = {
  quantity: '数量',
  share: '比例',
  milestone: '进度',
  body: '负责的单位',
  reason: '原因',
  time: '时间',
  person: '负责的人',
  place: '地点',
  list: '具体内容',
  words: '具体内容',
}

/**
 * 投资多少，什么时候完工: what the answer found so far leaves out is looked for where that stands, and named when it
 * is not there. Undefined for a question with one asking, or when all of them are answered.
 * @param whole the evidence that answers the question as one; empty when nothing does
 */
export async function answerAskings(
  question: Question,
  whole: readonly Evidence[],
  isAttributed: boolean,
  desk: Desk,
): Promise<Found | undefined> {
  const askings = askingsOf(question)
  const [first] = askings
  if (first === undefined || askings.length < 2 || question.asksResult) return undefined
  const isOpen = askings.map((asking) => !whole.some((part) => answersIn(part, asking, desk)))
  if (whole.length > 0 && !isOpen.some(Boolean)) return undefined
  const parts = [...whole]
  const noted: ProvenSentence[] = []
  const missing: MissingSide[] = []
  for (const [at, asking] of askings.entries()) {
    if (isOpen[at] === false || parts.some((part) => answersIn(part, asking, desk))) continue
    const notes = at === 0 ? [] : await notesFor(first, asking, isAttributed, desk)
    const found = notes.length > 0 ? [] : await partsFor(asking, first, parts[0], desk)
    noted.push(...notes)
    parts.push(...found)
    if (notes.length + found.length === 0) missing.push(missingOf(asking, desk))
  }
  const sentences = composeSentences(parts, isAttributed, desk.corpus).filter(isVerified)
  const distinct = new Map([...sentences, ...noted].map((sentence) => [sentence.text, sentence]))
  if (distinct.size === 0) return undefined
  const lead = missing.length + noted.length > 0 ? null : unsaidLead(question, parts, desk)
  return { lead, sentences: [...distinct.values()], missing }
}

/** The askings of a question in order; one that is no question by itself belongs to the next, or to the last. */
export function askingsOf({ query }: Question): readonly Question[] {
  const bounds = [...query.view.matchAll(BREAK)].map(({ index, 0: mark }) => index + mark.length)
  const ranges: Range[] = []
  let start = 0
  for (const end of [...bounds, query.view.length]) {
    if (!ASKS.test(query.view.slice(start, end))) continue
    ranges.push({ start, end })
    start = end
  }
  return ranges.map((range, at) => {
    const end = at === ranges.length - 1 ? query.view.length : range.end
    const pieces = query.pieces.filter((piece) => range.start <= piece.start && piece.start < end)
    return classifyAsking({ ...query, view: query.view.slice(range.start, end), pieces })
  })
}

/** Whether the evidence holds what an asking expects, of the thing it names. */
function answersIn({ indexed, window, deadline }: Evidence, asking: Question, desk: Desk): boolean {
  const { expected, query } = asking
  const view = [deadline, window]
    .flatMap((range) => (range === null ? [] : [readable(indexed, range)]))
    .join('，')
  if (!expected.every((one) => fitOf(one, view, query.view) > 0)) return false
  const pieces = namedIn(asking)
  if (pieces.length === 0) return true
  const topic = weighTopic(pieces, desk.rarity)
  return measure(topic, levelsIn(topic, view)).gap.share <= LARGEST_GAP
}

/** What an asking names of its own; 完成 or 总 beside 什么时候 is said of the thing named before. */
function namedIn({ expected, query }: Question): readonly ContentPiece[] {
  if (expected.some(({ kind }) => ASPECTS.has(kind))) return query.pieces.filter(carriesMeaning)
  const weighed = (weight: number) => Math.max(weight, LEAST_WEIGHT)
  return query.pieces.map((piece) => ({ ...piece, weights: piece.weights.map(weighed) }))
}

/** Who is responsible is often noted with the item and not in its words. */
async function notesFor(first: Question, { expected }: Question, isAttributed: boolean, desk: Desk) {
  const asksBody = expected.some(({ kind }) => kind === 'body')
  return asksBody ? answerResponsible(first, isAttributed, desk) : []
}

/** What answers one asking: of a later one only what stands in the same part of the plan as the answer to the first. */
async function partsFor(
  asking: Question,
  first: Question,
  anchor: Evidence | undefined,
  desk: Desk,
): Promise<readonly Evidence[]> {
  const isAspect = asking.expected.some(({ kind }) => ASPECTS.has(kind))
  const own = namedIn(asking)
  const isSame = asking === first
  const pieces =
    isSame || (!isAspect && own.length > 0) ? asking.query.pieces : [...first.query.pieces, ...own]
  const asked = { ...asking, query: { ...asking.query, pieces } }
  const { judged, topic } = await judgeAll(asked, asked.query.documentIds, desk)
  const near = judged.filter(
    ({ evidence }) =>
      isSame ||
      (evidence.documentId === anchor?.documentId && evidence.around.section === anchor.around.section),
  )
  return selectBest(near, asked, topic)?.parts ?? []
}

/** 安家费给 in front of 多少: the verb is no part of what is missing. */
function withoutVerb(words: string): string {
  return words.length > 2 ? words.replace(/[给要有是发补建配]$/u, '') : words
}

function missingOf(asking: Question, desk: Desk): MissingSide {
  const { regions, years, documentIds } = asking.query
  const place = { region: regions[0] ?? null, year: years[0] ?? null }
  const [absent] = absentWords(asking, documentIds, desk)
  if (absent !== undefined) return { ...place, note: `全文已检，没有找到“${withoutVerb(absent)}”` }
  const [expected] = asking.expected
  const said = namedIn(asking).map(({ text }) => text)
  const name = said.length > 0 ? withoutVerb(said.join('')) : NAMES[expected?.kind ?? 'words']
  return { ...place, note: `同一处没有写明“${name}”` }
}

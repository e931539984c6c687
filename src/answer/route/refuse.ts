import type { DocumentId } from '../../corpus/index.ts'
import { COMMON_WEIGHT, type ContentPiece } from '../../retrieval/index.ts'
import type { Answer } from '../answer.ts'
import { composeSentences } from '../compose.ts'
import { type Desk, judgeAll } from '../desk.ts'
import { measure } from '../evidence/coverage.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { isProse } from '../evidence/layers.ts'
import { levelsIn } from '../evidence/levels.ts'
import { isOfYear } from '../evidence/yearly.ts'
import type { Judged } from '../judge/selection.ts'
import { outOfScope } from '../out-of-scope.ts'
import type { Question } from '../question/question.ts'
import { weighTopic } from '../question/topic.ts'
import { answered, refused } from '../result.ts'
import { isNear, nearMisses } from './near-miss.ts'

const NONE: ReadonlySet<DocumentId> = new Set()
/** With so little missing, other documents have nothing nearer. */
const SMALL_GAP = 0.2

/** Refuses what needs no search: an empty corpus, a question outside of what plans say. */
export function refuseAtOnce(question: Question, desk: Desk): Answer | undefined {
  if (desk.corpus.documents.size === 0) {
    return refused(
      question,
      { reason: 'empty_corpus', message: '文库是空的，请先导入计划文件。', nearMisses: [] },
      NONE,
      desk,
    )
  }
  const { view } = question.query
  if (saysTooLittle(view)) {
    const unclear = '没有看明白要问什么，请写出想了解的事项，例如地方、年份和指标。'
    return refused(question, { reason: 'unclear', message: unclear, nearMisses: [] }, NONE, desk)
  }
  const message = outOfScope(view)
  return message === undefined
    ? undefined
    : refused(
        { ...question, kind: 'out_of_scope' },
        { reason: 'out_of_scope', message, nearMisses: [] },
        NONE,
        desk,
      )
}

/** A letter, a sign or a mere number asks for nothing. */
function saysTooLittle(view: string): boolean {
  return !/\p{Script=Han}.*\p{Script=Han}|\p{Script=Latin}{2}/su.test(view)
}

/** No document passes the filters: a plan of another year may still name the year asked for; else say what is not held. */
export async function answerUnfiltered(question: Question, desk: Desk): Promise<Answer> {
  const { regions, years } = question.query
  const held = desk.catalogue.entries.filter(
    (entry) => regions.length === 0 || regions.includes(entry.jurisdiction?.name ?? ''),
  )
  const ids = new Set(held.map((entry) => entry.documentId))
  const { judged } = await judgeAll(
    question,
    ids.size === 0 ? new Set(desk.corpus.documents.keys()) : ids,
    desk,
  )
  const named = judged.find(
    ({ evidence, objection }) => objection === null && years.some((year) => isOfYear(evidence, year)),
  )
  const isTold = named !== undefined && isReported(named.evidence)
  const mayAnswer = isTold ? !ASKS_INTENT.test(question.query.view) : !question.asksResult
  if (named !== undefined && mayAnswer && held.length > 0) {
    return answered(question, { sentences: composeSentences([named.evidence], true, desk.corpus) }, ids, desk)
  }
  const misses = nearMisses(judged, question, desk)
  const searched = years.length > 0 || held.length === 0 ? ids : question.query.documentIds
  return refused(
    question,
    { ...whatIsNotHeld(question, held.length > 0), nearMisses: misses },
    searched,
    desk,
  )
}

function whatIsNotHeld({ query: { regions, years } }: Question, isPlaceHeld: boolean) {
  const place = regions.join('、')
  if (!isPlaceHeld) return { reason: 'region_not_in_corpus' as const, message: `文库中没有${place}的文件。` }
  return years.length > 0
    ? { reason: 'year_not_in_corpus' as const, message: `文库中没有${place}${years.join('、')}年的文件。` }
    : { reason: 'not_found' as const, message: '没有符合所选条件的文件，请放宽条件再问。' }
}

/**
 * A result was asked for. A later plan may look back on the year and name it; else only a target is there, and
 * that is said.
 */
export async function answerResult(
  question: Question,
  judged: readonly Judged[],
  searched: ReadonlySet<DocumentId>,
  desk: Desk,
): Promise<Answer> {
  const reported = await findReported(question, desk)
  if (reported !== undefined) {
    const ids = new Set([...searched, reported.documentId])
    return answered(question, { sentences: composeSentences([reported], true, desk.corpus) }, ids, desk)
  }
  const misses = nearMisses(judged, question, desk, '这是计划提出的目标，不是完成结果')
  const message = '所检的计划文件没有写明完成结果，只有计划目标。'
  return refused(question, { reason: 'target_not_result', message, nearMisses: misses }, searched, desk)
}

/** Evidence of a plan that begins after the year asked about and names that year. */
export async function findReported(question: Question, desk: Desk): Promise<Evidence | undefined> {
  const { regions, years } = question.query
  if (years.length === 0) return undefined
  const later = desk.catalogue.entries.filter(
    (entry) =>
      (regions.length === 0 || regions.includes(entry.jurisdiction?.name ?? '')) &&
      entry.years !== null &&
      years.some((year) => year < (entry.years?.[0] ?? year)),
  )
  const ids = new Set(later.map((entry) => entry.documentId))
  if (ids.size === 0) return undefined
  const { judged } = await judgeAll(question, ids, desk)
  return judged.find(
    ({ evidence, objection }) => objection === null && years.some((year) => isOfYear(evidence, year)),
  )?.evidence
}

/** Words that ask for what is intended; without them a report of the year after tells what came of it. */
export const ASKS_INTENT = /目标|计划|预期|力争|打算|提出|安排|要(?:达|建|完|新|求)|确保|定[了的在]/u
const INTENDED =
  /目标|力争|争取|计划|预期|预计|确保|拟|将要|安排|部署|打算|总体要求|思路|重点工作|要(?=达|完|实)/u

/** A text that is no plan may report results, unless the sentence or one of its headings speaks of what is intended. */
export function isReported({ indexed, sentence, around }: Evidence): boolean {
  if (!isProse(indexed)) return false
  const { document, view } = indexed
  const headings = document.sections.filter(
    ({ start, end }) => start <= around.passage.start && around.passage.start < end,
  )
  const said = [sentence, ...headings.map(({ start, headingEnd }) => ({ start, end: headingEnd }))]
  return !said.some(({ start, end }) => INTENDED.test(view.slice(start, end)))
}

/** Nothing answers: shows what comes nearest, in these documents or in others. */
export async function refuseUnfound(
  question: Question,
  judged: readonly Judged[],
  searched: ReadonlySet<DocumentId>,
  desk: Desk,
): Promise<Answer> {
  const near = judged.filter(({ evidence }) => isNear(evidence))
  const isCloseEnough = near.some(({ evidence }) => evidence.coverage.gap.share < SMALL_GAP)
  const elsewhere = isCloseEnough ? [] : await judgeElsewhere(question, searched, desk)
  const misses = nearMisses([...near, ...elsewhere], question, desk)
  const { foreignPlaces, regions } = question.query
  if (foreignPlaces.length > 0 && regions.length === 0) {
    const message = `文库中没有${foreignPlaces.join('、')}的文件。`
    return refused(question, { reason: 'region_not_in_corpus', message, nearMisses: misses }, searched, desk)
  }
  const message = unfoundMessage(question, misses.length > 0, searched, desk)
  return refused(question, { reason: 'not_found', message, nearMisses: misses }, searched, desk)
}

/** Words of a question that stand nowhere in the documents searched, in no other wording either. */
export function absentWords(
  { query }: Question,
  searched: ReadonlySet<DocumentId>,
  desk: Desk,
): readonly string[] {
  const words = query.pieces.flatMap((piece) => coreWords(piece, query.view))
  const views = [...searched].flatMap((id) => desk.corpus.documents.get(id)?.view ?? [])
  return words.filter((word) => !views.some((view) => mayHold(view, word, desk)))
}

/** Absence is stated of the words only, and only where they stand nowhere in the documents searched. */
function unfoundMessage(
  question: Question,
  hasNear: boolean,
  searched: ReadonlySet<DocumentId>,
  desk: Desk,
): string {
  const near = hasNear ? '下面是相近的内容，不是答案。' : ''
  const absent = question.kind === 'existence' ? absentWords(question, searched, desk) : []
  if (absent.length > 0) return `没有提到“${absent.join('”“')}”：已全文检索${searched.size}份文件。${near}`
  return hasNear ? `所检文件没有写明。${near}` : '所检文件没有提到。'
}

/** Whether a text holds a word, a synonym of it or what may be its full name; of such a word absence is not stated. */
function mayHold(view: string, word: string, desk: Desk): boolean {
  if (view.includes(word)) return true
  const topic = weighTopic([{ start: 0, text: word, weights: [...word].map(() => 1) }], desk.rarity)
  const isSynonym = topic.synonyms.flat().some(({ others }) => others.some((other) => view.includes(other)))
  return isSynonym || measure(topic, levelsIn(topic, view)).gap.share === 0
}

/** What only says that the things named were examples. */
const TAIL = /(?:这些|之类|等等?|这类)的?$/u

/** The runs of a piece between planning words and particles, without figures and their measure words. */
function coreWords({ start, text, weights }: ContentPiece, asked: string): readonly string[] {
  const isCounted = /\d/u.test(asked[start - 1] ?? '')
  const letters = weights.map((weight, at) => (weight > COMMON_WEIGHT ? (text[at] ?? '') : ' '))
  const runs = letters
    .join('')
    .slice(isCounted ? 1 : 0)
    .split(' ')
  return runs.map((run) => run.replace(TAIL, '')).filter((run) => run.length > 1 && !/^\d/u.test(run))
}

/** Passages looked into for what only comes near. */
const NEAR_CANDIDATES = 15

async function judgeElsewhere(
  question: Question,
  searched: ReadonlySet<DocumentId>,
  desk: Desk,
): Promise<readonly Judged[]> {
  const others = new Set([...desk.corpus.documents.keys()].filter((id) => !searched.has(id)))
  return (await judgeAll(question, others, desk, NEAR_CANDIDATES)).judged
}

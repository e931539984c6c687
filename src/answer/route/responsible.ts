import type { ProvenSentence } from '../../citation/index.ts'
import type { Assignment, Document, Range, Section } from '../../corpus/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import { quoteRange, quoteUnder } from '../compose.ts'
import { type Desk, judgeAll } from '../desk.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { withoutWords } from '../question/pieces.ts'
import type { Question } from '../question/question.ts'
import { isVerified } from '../result.ts'

/** What asks who is to do it, and no part of what is to be done. */
const ASKING =
  /是?哪(?:个|些|几个?)?(?:科室|部门|单位|处室|股室)的(?:事儿?|活儿?|职责|任务)|(?:由|归|是|属)?(?:谁|哪(?:个|些|家|几个?|[一二两三四五六七八九十]+个?)?|什么)?(?:责任|牵头|配合)?(?:单位|部门|机构|科室|股室|处室|处|科|股|局)?(?:来|是|在)?(?:负责|牵头|承担|落实|主管|分管|管)|(?:责任|牵头|配合)(?:单位|部门|科室|股室|处室)/u
const ITEMS_OF = /(?:负责|牵头|承担|主责|分管)(?:的)?(?:是|有|抓|推进|落实)?(?:哪些|什么|哪几|多少|几)/u
const MOST = 20

/**
 * Who answers for an item, from the notes of responsibility that stand with it; or the items a body answers for.
 * Empty when the plan has no such note there.
 */
export async function answerResponsible(
  question: Question,
  isAttributed: boolean,
  desk: Desk,
): Promise<readonly ProvenSentence[]> {
  const documents = [...question.query.documentIds].flatMap(
    (id) => desk.corpus.documents.get(id)?.document ?? [],
  )
  const noted = documents.filter(({ assignments }) => assignments.length > 0)
  if (noted.length === 0) return []
  const query = withoutWords(question.query, ASKING)
  if (ITEMS_OF.test(query.view))
    return itemsOfBody(
      query.pieces.map(({ text }) => text),
      noted,
      isAttributed,
      desk,
    )
  const plain: Question = { ...question, query, kind: 'fact', expected: [{ kind: 'words' }] }
  const { judged } = await judgeAll(plain, new Set(noted.map(({ id }) => id)), desk)
  for (const { evidence, objection } of judged) {
    if (objection !== null) continue
    const quoted = quoteNotes(evidence, isAttributed, desk)
    if (quoted.length > 0) return quoted
  }
  return []
}

function quoteNotes(evidence: Evidence, isAttributed: boolean, desk: Desk): readonly ProvenSentence[] {
  const { document } = evidence.indexed
  const notes = notesFor(document, evidence.window)
  if (notes.length === 0) return []
  const { heading } = evidence.around
  const named = notes.map((note) =>
    heading === null
      ? quoteRange(document, note, isAttributed, desk.corpus)
      : quoteUnder(document, heading, note, isAttributed, desk.corpus),
  )
  const item = evidence.isHeading ? [] : [quoteRange(document, evidence.window, isAttributed, desk.corpus)]
  return [...item, ...named].filter(isVerified)
}

/** The notes of the innermost section that has the item and notes of its own; of several, those next behind the item. */
function notesFor(document: Document, item: Range): readonly Assignment[] {
  const around = document.sections
    .filter((section) => section.start <= item.start && item.end <= section.end)
    .sort((a, b) => b.level - a.level)
  const innermost = around[0]
  if (innermost === undefined) return []
  const own = bodiesIn(document, innermost)
  const next = own.findIndex(({ start }) => start >= item.end)
  if (next === -1) return own.slice(-1)
  return own.slice(next).filter((note, at, behind) => at === 0 || isAdjacent(document, behind[at - 1], note))
}

function bodiesIn(document: Document, section: Section): readonly Assignment[] {
  const inner = document.sections.filter(({ parentId }) => parentId === section.id)
  return document.assignments.filter(
    ({ kind, start, end }) =>
      kind !== 'deadline' &&
      section.start <= start &&
      end <= section.end &&
      !inner.some((child) => child.start <= start && end <= child.end),
  )
}

function isAdjacent({ text }: Document, before: Range | undefined, note: Range): boolean {
  return before !== undefined && !/[。\n]/u.test(text.slice(before.end, note.start))
}

/** The headings of the items whose note names the body. */
function itemsOfBody(
  names: readonly string[],
  documents: readonly Document[],
  isAttributed: boolean,
  desk: Desk,
): readonly ProvenSentence[] {
  const found = documents.flatMap((document) =>
    document.assignments
      .filter(({ kind, words }) => {
        const bodies = normalisedView(document.text.slice(words.start, words.end))
        return kind !== 'deadline' && names.some((name) => name.length > 2 && bodies.includes(name))
      })
      .flatMap((note) => {
        const section = document.sections
          .filter(({ start, end, heading }) => start <= note.start && note.end <= end && heading !== '')
          .sort((a, b) => b.level - a.level)[0]
        if (section === undefined) return []
        const start = document.text.indexOf(section.heading, section.start)
        const heading = { start, end: start + section.heading.length }
        return [quoteUnder(document, heading, note, isAttributed, desk.corpus)]
      }),
  )
  return found.filter(isVerified).slice(0, MOST)
}

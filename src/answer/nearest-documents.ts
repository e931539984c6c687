import type { DocumentId } from '../corpus/index.ts'
import type { Query } from '../retrieval/index.ts'
import type { Desk } from './desk.ts'
import type { Question } from './question/question.ts'
import type { Side } from './route/side.ts'

/** So many documents are gone through one by one; of more, those that a search brings first. */
const MOST_DOCUMENTS = 40
const MOST_SIDES = 12
const HITS = 200

/** One answer asks for the same several times. */
const known = new WeakMap<Query, Promise<ReadonlySet<DocumentId>>>()

/** The question asked of no more documents than can be gone through: the nearest, then the latest. */
export async function askedOfNearest(question: Question, desk: Desk): Promise<Question> {
  const { query } = question
  if (query.documentIds.size <= MOST_DOCUMENTS) return question
  const near = known.get(query) ?? nearestOf(question, desk)
  known.set(query, near)
  return { ...question, query: { ...query, documentIds: await near } }
}

async function nearestOf(question: Question, desk: Desk): Promise<ReadonlySet<DocumentId>> {
  const { query } = question
  const nearest = await nearestDocuments(question, query.documentIds, desk)
  const latest = desk.catalogue.entries
    .filter(({ documentId }) => query.documentIds.has(documentId))
    .sort((a, b) => (b.years?.[1] ?? 0) - (a.years?.[1] ?? 0))
    .map(({ documentId }) => documentId)
  return new Set([...new Set([...nearest, ...latest])].slice(0, MOST_DOCUMENTS))
}

/** No more sides than can be set side by side: those whose documents a search over all of them brings first. */
export async function nearestSides(
  sides: readonly Side[],
  question: Question,
  desk: Desk,
): Promise<readonly Side[]> {
  if (sides.length <= MOST_SIDES) return sides
  const all = new Set(sides.flatMap(({ documentIds }) => [...documentIds]))
  const sideOf = new Map(sides.flatMap((side) => [...side.documentIds].map((id) => [id, side])))
  const found = (await nearestDocuments(question, all, desk)).flatMap((id) => sideOf.get(id) ?? [])
  return [...new Set(found)].slice(0, MOST_SIDES)
}

async function nearestDocuments(
  { query }: Question,
  documentIds: ReadonlySet<DocumentId>,
  { corpus, retriever }: Desk,
): Promise<readonly DocumentId[]> {
  const hits = await retriever.search(query, HITS, documentIds)
  return [...new Set(hits.flatMap(({ passageId }) => corpus.passages.get(passageId)?.documentId ?? []))]
}

import type { Desk } from '../answer/index.ts'
import type { PassageId } from '../corpus/index.ts'
import { type Filters, understand } from '../retrieval/index.ts'
import { codePointOffsets } from './code-point.ts'
import type { SearchHitJson } from './schema.ts'

/** Ranked passages for a query, without an answer. */
export async function searchPassages(
  text: string,
  k: number,
  filters: Filters,
  desk: Desk,
): Promise<SearchHitJson[]> {
  const query = understand(text, desk.catalogue, filters)
  const ranked = await desk.retriever.search(query, k)
  return ranked.flatMap(({ passageId, bm25Score, windowShare, longestRunShare, rankScore }, index) =>
    toSearchHitJson(passageId, index + 1, { bm25Score, windowShare, longestRunShare, rankScore }, desk),
  )
}

export async function similarPassages(id: PassageId, k: number, desk: Desk): Promise<SearchHitJson[]> {
  const hits = await desk.retriever.similar(id, k)
  return hits.flatMap(({ passageId, cosineSimilarity }, index) =>
    toSearchHitJson(passageId, index + 1, { cosineSimilarity }, desk),
  )
}

function toSearchHitJson(
  id: PassageId,
  rank: number,
  scores: Readonly<Record<string, number>>,
  { corpus }: Desk,
): SearchHitJson[] {
  const passage = corpus.passages.get(id)
  const document = passage === undefined ? undefined : corpus.documents.get(passage.documentId)?.document
  if (passage === undefined || document === undefined) return []
  const offset = codePointOffsets(document.text)
  const [from, to] = document.metadata.years?.value ?? [0, -1]
  return [
    {
      rank,
      passage_id: id,
      document_id: document.id,
      file: document.file,
      title: document.metadata.title?.value ?? document.file,
      jurisdiction: document.metadata.jurisdiction?.value.name ?? null,
      years: Array.from({ length: to - from + 1 }, (_, index) => from + index),
      path: [...passage.path],
      start: offset(passage.start),
      end: offset(passage.end),
      text: document.text.slice(passage.start, passage.end),
      scores: Object.fromEntries(
        Object.entries(scores).map(([name, score]) => [name, Math.round(score * 1e4) / 1e4]),
      ),
    },
  ]
}

import type { Desk } from '../answer/index.ts'
import type { ApiDeps } from './deps.ts'
import { sampleQuestions } from './sample-questions.ts'
import type { OverviewJson } from './schema.ts'

/** Sample questions are made once per version of the corpus. */
export function createOverview(deps: ApiDeps): () => Promise<OverviewJson> {
  let made: { readonly version: string; readonly questions: Promise<readonly string[]> } | undefined
  return async () => {
    const desk = deps.desk()
    if (made?.version !== desk.corpus.version) {
      made = { version: desk.corpus.version, questions: sampleQuestions(desk) }
    }
    return toOverviewJson(desk, await made.questions, deps)
  }
}

function toOverviewJson(desk: Desk, questions: readonly string[], deps: ApiDeps): OverviewJson {
  const periods = desk.catalogue.entries.flatMap((entry) => entry.years ?? [])
  return {
    documents: desk.corpus.documents.size,
    passages: desk.corpus.passages.size,
    years: periods.length === 0 ? null : [Math.min(...periods), Math.max(...periods)],
    regions: [...new Set(desk.catalogue.entries.flatMap((entry) => entry.jurisdiction?.name ?? []))],
    sample_questions: [...questions],
    mode: deps.chat === undefined ? 'extractive' : 'model',
    embedder: deps.embedderId,
    notices: [...deps.notices, ...troubleOf(deps)],
  }
}

function troubleOf({ chat }: ApiDeps): readonly string[] {
  const trouble = chat?.trouble() ?? null
  return trouble === null ? [] : [`${trouble}回答暂时直接引用原文，其余照常可用。`]
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Desk } from '../src/answer/index.ts'
import { type AnswerJson, type ApiDeps, answerOf, searchPassages, startAnswer } from '../src/api/index.ts'
import { parseConfig } from '../src/config.ts'
import { type DocumentId, sha256 } from '../src/corpus/index.ts'
import { openService } from '../src/runtime/service.ts'
import { verifyAgainst } from '../src/verification/index.ts'
import type { EvalCase } from './case.ts'
import { openDrafter } from './draft/asker.ts'
import type { Reply } from './scorer/reply.ts'
import type { Asker, SuiteSource } from './suite.ts'
import type { Task } from './task/task.ts'

export interface OpenAsker {
  readonly ask: Asker
  close(): void
}

/** Passages a ranking is read to. */
const K = 10

/**
 * The product over the files of a suite, in a data folder of its own that goes away with it.
 * @param settings of the product besides its folder, such as its chat model
 */
export async function openAsker(
  { task, files }: Pick<SuiteSource, 'task' | 'files'>,
  settings: Readonly<Record<string, string>> = {},
): Promise<OpenAsker> {
  if (task === 'proof') return { ask: check, close: () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-eval-'))
  const service = await openService(parseConfig({ ...settings, YAODIAN_DATA: folder }), {
    withSeeds: false,
    report: () => undefined,
  })
  for (const { file, bytes } of files) await service.deps.documentLibrary.add(file, bytes)
  return {
    ask: askerOf(task, service.deps),
    close: () => {
      service.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function askerOf(task: Exclude<Task, 'proof'>, deps: ApiDeps): Asker {
  if (task === 'search') return (evalCase) => search(evalCase, deps)
  return task === 'draft' ? openDrafter(deps) : (evalCase) => askInTurn(evalCase, deps)
}

/** The answer to the last of several questions of one conversation. */
async function askInTurn(
  { question, history, file }: EvalCase,
  deps: ApiDeps,
): Promise<AnswerJson | undefined> {
  const questions = [...history, question]
  const filters = filtersFor(file, deps.desk())
  let last: AnswerJson | undefined
  for (const words of questions) {
    const conversation = questions.length === 1 ? null : { id: last?.conversation_id ?? undefined }
    last = await answerOf(startAnswer({ question: words, filters, conversation }, deps))
  }
  return last
}

/** A ranking in the form of a reply that cites its passages. */
async function search({ question, file }: EvalCase, deps: ApiDeps): Promise<Reply> {
  const desk = deps.desk()
  const hits = await searchPassages(question, K, filtersFor(file, desk), desk)
  const citations = hits.map(({ rank, title, start, end, text, ...hit }) => ({
    id: rank,
    file: hit.file,
    jurisdiction: hit.jurisdiction,
    years: hit.years,
    path: hit.path,
    document_title: title,
    cited_text: text,
    start_char_index: start,
    end_char_index: end,
    sha256: sha256(text),
  }))
  const kind = hits.length === 0 ? 'refused' : 'answered'
  return { kind, text: '', sentences: [], citations, near_misses: [] }
}

/** What becomes of a claim, in the form of a reply: accepted when every sentence of it is. */
async function check({ question, against = [] }: EvalCase): Promise<Reply> {
  const verified = await verifyAgainst(question, against)
  const sentences = verified.map(({ text, verdict }) => ({ text, verdict, citations: [] }))
  const isAccepted =
    sentences.length > 0 && sentences.every(({ verdict }) => verdict === 'quoted' || verdict === 'proven')
  const notes = verified.flatMap(({ verdict, checks }) => [
    verdict,
    ...checks.filter(({ ok }) => !ok).map(({ kind, value, note }) => `${kind} ${value} ${note}`),
  ])
  const kind = isAccepted ? 'answered' : 'refused'
  return { kind, text: notes.join('\n'), sentences, citations: [], near_misses: [] }
}

function filtersFor(
  file: string | undefined,
  { corpus }: Desk,
): { readonly documentIds?: readonly DocumentId[] } {
  if (file === undefined) return {}
  const named = [...corpus.documents.values()].filter(({ document }) => document.file === file)
  return { documentIds: named.map(({ document }) => document.id) }
}

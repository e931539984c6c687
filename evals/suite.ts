import type { EvalCase } from './case.ts'
import type { CorpusFile } from './corpus-file.ts'
import { type Reply, replySchema, type Score } from './scorer/reply.ts'
import type { Texts } from './scorer/texts.ts'
import { TASKS, type Task } from './task/task.ts'

export { QUESTION_SUITES, SUITES } from './suite-list.ts'

/** Puts one case to the product; the reply is validated before it is scored. */
export type Asker = (evalCase: EvalCase) => Promise<unknown>

export interface CaseResult {
  readonly evalCase: EvalCase
  readonly reply: Reply
  /** By name; null where nothing could be scored. */
  readonly scores: Readonly<Record<string, Score>>
  /** Told and never judged: it is another one in every run. */
  readonly elapsedMs: number
}

export interface SuiteResult {
  readonly name: string
  readonly cases: readonly CaseResult[]
  /** Named figures, null where nothing could be scored. */
  readonly figures: Readonly<Record<string, Score>>
}

/** Which cases are put to the product over which documents. */
export interface SuiteSource {
  readonly name: string
  readonly task: Task
  /** A file of cases, one a line, or a folder they are made from. */
  readonly dataset: string
  readonly cases: (dataset: string) => readonly EvalCase[]
  readonly files: readonly CorpusFile[]
}

export interface SuiteRun {
  readonly source: SuiteSource
  readonly ask: Asker
  /** Told of every case as soon as it is scored. */
  readonly onCase?: (result: CaseResult) => void
  /** Which cases are asked; all of them when absent. */
  readonly only?: (evalCase: EvalCase) => boolean
}

/** The cases of a suite in their order. */
export function casesOf({ cases, dataset }: SuiteSource): readonly EvalCase[] {
  return cases(dataset)
}

/** Asks and scores the cases one after the other. */
export async function runSuite({
  source,
  ask,
  onCase = () => undefined,
  only = () => true,
}: SuiteRun): Promise<SuiteResult> {
  const texts = textsOf(source)
  const cases: CaseResult[] = []
  for (const evalCase of casesOf(source).filter(only)) {
    const askedAt = performance.now()
    const replied = await ask(evalCase)
    const elapsedMs = performance.now() - askedAt
    const reply = replySchema.parse(replied)
    const result = { evalCase, reply, scores: TASKS[source.task].score(evalCase, reply, texts), elapsedMs }
    cases.push(result)
    onCase(result)
  }
  return { name: source.name, cases, figures: figuresOf(source, cases) }
}

/** The figures of cases that may have been scored in several goes. */
export function figuresOf(
  { task }: Pick<SuiteSource, 'task'>,
  cases: readonly CaseResult[],
): Readonly<Record<string, Score>> {
  return TASKS[task].figures(cases)
}

/** The files of a suite as they read, to hold citations against. */
export function textsOf({ files }: Pick<SuiteSource, 'files'>): Texts {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  return new Map(files.map(({ file, bytes }) => [file, decoder.decode(bytes)]))
}

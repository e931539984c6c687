import { join } from 'node:path'
import { type EvalCase, readCases } from './case.ts'
import { type CorpusFile, filesOf, markedPlansOf } from './corpus-file.ts'
import { type Reply, replySchema, type Score } from './scorer/reply.ts'
import { answerFigures, scoreAnswer } from './task/answer.ts'

/** Puts one case to the product; the reply is validated before it is scored. */
export type Asker = (evalCase: EvalCase) => Promise<unknown>

export interface CaseResult {
  readonly evalCase: EvalCase
  readonly reply: Reply
  /** By name; null where nothing could be scored. */
  readonly scores: Readonly<Record<string, Score>>
}

export interface SuiteResult {
  readonly name: string
  readonly cases: readonly CaseResult[]
  /** Named figures, null where nothing could be scored. */
  readonly figures: Readonly<Record<string, Score>>
}

/** What the cases of a suite ask of the product. */
export type Task = 'answer'

/** Which cases are put to the product over which documents. */
export interface SuiteSource {
  readonly name: string
  readonly task: Task
  readonly dataset: string
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
export function casesOf({ dataset }: SuiteSource): readonly EvalCase[] {
  return readCases(dataset)
}

/** Asks and scores the cases one after the other. */
export async function runSuite({
  source,
  ask,
  onCase = () => undefined,
  only = () => true,
}: SuiteRun): Promise<SuiteResult> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const texts = new Map(source.files.map(({ file, bytes }) => [file, decoder.decode(bytes)]))
  const cases: CaseResult[] = []
  for (const evalCase of casesOf(source).filter(only)) {
    const reply = replySchema.parse(await ask(evalCase))
    const result = { evalCase, reply, scores: scoreAnswer(evalCase, reply, texts) }
    cases.push(result)
    onCase(result)
  }
  return { name: source.name, cases, figures: figuresOf(source, cases) }
}

/** The figures of cases that may have been scored in several goes. */
export function figuresOf(
  _source: SuiteSource,
  cases: readonly CaseResult[],
): Readonly<Record<string, Score>> {
  return answerFigures(cases)
}

const ROOT = join(import.meta.dirname, '..')

const SEEDS = plansOf('seeds')
const FIXTURE = plansOf('test/fixture/plan')
const HELD_OUT = markedPlansOf(join(ROOT, 'test/fixture/held-out'))

/** Questions over the sample plans, over plans written for the tests, and over texts that are no plans. */
export const QUESTION_SUITES: readonly SuiteSource[] = [
  questions('seeds', 'seed-questions.jsonl', SEEDS),
  questions('fixture', 'fixture-questions.jsonl', FIXTURE),
  questions('seeds-office', 'seed-office-questions.jsonl', SEEDS),
  questions('fixture-office', 'fixture-office-questions.jsonl', FIXTURE),
  questions('held-out-office', 'held-out-office-questions.jsonl', HELD_OUT),
  questions('english', 'english-questions.jsonl', [...SEEDS, ...FIXTURE, ...HELD_OUT]),
  questions('reading', 'reading-questions.jsonl', filesOf(join(ROOT, 'test/fixture/reading'))),
]

/** Everything that is evaluated. */
export const SUITES: readonly SuiteSource[] = [...QUESTION_SUITES]

function questions(name: string, dataset: string, files: readonly CorpusFile[]): SuiteSource {
  return { name, task: 'answer', dataset: join(ROOT, 'evals/datasets', dataset), files }
}

function plansOf(folder: string): readonly CorpusFile[] {
  return filesOf(join(ROOT, folder)).filter(({ file }) => file.endsWith('.txt'))
}

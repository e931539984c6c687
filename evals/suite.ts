import { join } from 'node:path'
import type { EvalCase } from './case.ts'
import { readCases } from './case.ts'
import { type CorpusFile, filesOf, markedPlansOf } from './corpus-file.ts'
import {
  citedCharacters,
  scoreCitationPrecision,
  scoreCitationRecall,
  scoreEvidenceF1,
  scoreSpanExactness,
} from './scorer/citation.ts'
import { scoreCorrectness, scoreNuggetRecall } from './scorer/correctness.ts'
import { scoreRefusals } from './scorer/refusal.ts'
import { mean, type Reply, replySchema, type Score } from './scorer/reply.ts'

/** Asks one question of the product, of one file alone when it is given; the reply is validated before it is scored. */
export type Asker = (question: string, history?: readonly string[], file?: string) => Promise<unknown>

export interface CaseResult {
  readonly evalCase: EvalCase
  readonly reply: Reply
  readonly correctness: Score
  readonly nuggetRecall: Score
  readonly citationRecall: Score
  readonly citationPrecision: Score
  readonly spanExactness: Score
  readonly evidenceF1: Score
  readonly citedCharacters: number
}

export interface SuiteResult {
  readonly name: string
  readonly cases: readonly CaseResult[]
  /** Named figures, null where nothing could be scored. */
  readonly figures: Readonly<Record<string, Score>>
}

/** Which questions are asked of which documents. */
export interface SuiteSource {
  readonly name: string
  readonly dataset: string
  readonly files: readonly CorpusFile[]
}

export async function runSuite(source: SuiteSource, ask: Asker): Promise<SuiteResult> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const texts = new Map(source.files.map(({ file, bytes }) => [file, decoder.decode(bytes)]))
  const cases: CaseResult[] = []
  for (const evalCase of readCases(source.dataset)) {
    const reply = replySchema.parse(await ask(evalCase.question, evalCase.history, evalCase.file))
    cases.push({
      evalCase,
      reply,
      correctness: scoreCorrectness(evalCase, reply),
      nuggetRecall: scoreNuggetRecall(evalCase, reply),
      citationRecall: scoreCitationRecall(reply),
      citationPrecision: scoreCitationPrecision(reply),
      spanExactness: scoreSpanExactness(reply, texts),
      evidenceF1: scoreEvidenceF1(evalCase, reply),
      citedCharacters: citedCharacters(reply),
    })
  }
  return { name: source.name, cases, figures: figuresOf(cases) }
}

function figuresOf(cases: readonly CaseResult[]): Readonly<Record<string, Score>> {
  const refusals = scoreRefusals(cases)
  const answered = cases.filter(({ reply }) => reply.kind === 'answered')
  return {
    correctness: mean(cases.map((result) => result.correctness)),
    nuggetRecall: mean(cases.map((result) => result.nuggetRecall)),
    citationRecall: mean(cases.map((result) => result.citationRecall)),
    citationPrecision: mean(cases.map((result) => result.citationPrecision)),
    spanExactness: mean(cases.map((result) => result.spanExactness)),
    evidenceF1: mean(cases.map((result) => result.evidenceF1)),
    refusalRecall: refusals.refusalRecall,
    wrongRefusals: refusals.wrongRefusals,
    refusalBalance: refusals.balance,
    meanCitedCharacters: mean(answered.map((result) => result.citedCharacters)),
  }
}

const ROOT = join(import.meta.dirname, '..')

const SEEDS = plansOf('seeds')
const FIXTURE = plansOf('test/fixture/plan')
const HELD_OUT = markedPlansOf(join(ROOT, 'test/fixture/held-out'))

/** Questions over the sample plans, over plans written for the tests, and over texts that are no plans. */
export const SUITES: readonly SuiteSource[] = [
  suite('seeds', 'seed-questions.jsonl', SEEDS),
  suite('fixture', 'fixture-questions.jsonl', FIXTURE),
  suite('seeds-office', 'seed-office-questions.jsonl', SEEDS),
  suite('fixture-office', 'fixture-office-questions.jsonl', FIXTURE),
  suite('held-out-office', 'held-out-office-questions.jsonl', HELD_OUT),
  suite('english', 'english-questions.jsonl', [...SEEDS, ...FIXTURE, ...HELD_OUT]),
  suite('reading', 'reading-questions.jsonl', filesOf(join(ROOT, 'test/fixture/reading'))),
]

function suite(name: string, dataset: string, files: readonly CorpusFile[]): SuiteSource {
  return { name, dataset: join(ROOT, 'evals/datasets', dataset), files }
}

function plansOf(folder: string): readonly CorpusFile[] {
  return filesOf(join(ROOT, folder)).filter(({ file }) => file.endsWith('.txt'))
}

import { join } from 'node:path'
import { readCases } from './case.ts'
import { type CorpusFile, filesOf, markedPlansOf } from './corpus-file.ts'
import { draftCases } from './draft/rubric.ts'
import { traditionalTwins } from './script-twin.ts'
import type { SuiteSource } from './suite.ts'
import { proofCases } from './task/proof.ts'

const ROOT = join(import.meta.dirname, '..')
const DATASETS = join(ROOT, 'evals/datasets')

const SEEDS = plansOf('seeds')
const FIXTURE = plansOf('test/fixture/plan')
const HELD_OUT = markedPlansOf(join(ROOT, 'test/fixture/held-out'))

/** Those of one plan each; the rest of the folder tries single faults of pages. */
const PAGES = markedPlansOf(join(ROOT, 'test/fixture/page')).filter(({ file }) => /-\d{4}-/u.test(file))

/** Questions over the sample plans, over plans written for the tests, and over texts that are no plans. */
export const QUESTION_SUITES: readonly SuiteSource[] = [
  questions('seeds', 'seed-questions.jsonl', SEEDS),
  questions('fixture', 'fixture-questions.jsonl', FIXTURE),
  questions('seeds-office', 'seed-office-questions.jsonl', SEEDS),
  questions('fixture-office', 'fixture-office-questions.jsonl', FIXTURE),
  questions('held-out-office', 'held-out-office-questions.jsonl', HELD_OUT),
  questions('english', 'english-questions.jsonl', [...SEEDS, ...FIXTURE, ...HELD_OUT]),
  questions('reading', 'reading-questions.jsonl', filesOf(join(ROOT, 'test/fixture/reading'))),
  questions('page', 'page-questions.jsonl', PAGES),
  questions('page-office', 'page-office-questions.jsonl', PAGES),
  questions('exchanged', 'exchanged-word-questions.jsonl', [...FIXTURE, ...HELD_OUT, ...PAGES]),
  questions('adversarial', 'adversarial-questions.jsonl', plansOf('test/fixture/adversarial')),
]

/** The same questions in the other script. */
const TWINS: readonly SuiteSource[] = ['seeds', 'fixture', 'held-out-office'].flatMap((name) => {
  const source = QUESTION_SUITES.find((suite) => suite.name === name)
  return source === undefined ? [] : [{ ...source, name: `${name}-traditional`, cases: traditionalTwins }]
})

const SERIES = join(ROOT, 'test/fixture/series')
/** Bodies the rules of drafting were made with, and bodies that are only measured (README.md of the folder). */
const DEVELOPMENT_BODIES = ['suining', 'lushan', 'suifenhe', 'chancheng']
const HELD_BODIES = ['changzhi', 'gongcheng', 'fengxian']

/** Everything that is evaluated. */
export const SUITES: readonly SuiteSource[] = [
  ...QUESTION_SUITES,
  ...TWINS,
  {
    name: 'retrieval',
    task: 'search',
    dataset: join(DATASETS, 'retrieval-rankings.jsonl'),
    cases: readCases,
    files: [...SEEDS, ...FIXTURE],
  },
  drafts('draft', DEVELOPMENT_BODIES),
  drafts('draft-held', HELD_BODIES),
  { name: 'proof', task: 'proof', dataset: join(ROOT, 'evals/proof/pairs'), cases: proofCases, files: [] },
]

function questions(name: string, dataset: string, files: readonly CorpusFile[]): SuiteSource {
  return { name, task: 'answer', dataset: join(DATASETS, dataset), cases: readCases, files }
}

function drafts(name: string, bodies: readonly string[]): SuiteSource {
  return {
    name,
    task: 'draft',
    dataset: SERIES,
    cases: (folder) => draftCases(folder, bodies),
    files: filesOf(SERIES).filter(
      ({ file }) => file.endsWith('.txt') && bodies.some((body) => file.startsWith(`${body}-`)),
    ),
  }
}

function plansOf(folder: string): readonly CorpusFile[] {
  return filesOf(join(ROOT, folder)).filter(({ file }) => file.endsWith('.txt'))
}

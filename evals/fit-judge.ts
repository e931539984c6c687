import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Desk, judgeAll } from '../src/answer/desk.ts'
import type { Evidence } from '../src/answer/evidence.ts'
import { FEATURES, type Features, featuresOf } from '../src/answer/feature.ts'
import { excludes } from '../src/answer/judge.ts'
import { isProse } from '../src/answer/layers.ts'
import { classify, classifyUncompared } from '../src/answer/question.ts'
import { parseConfig } from '../src/config.ts'
import { understand } from '../src/retrieval/index.ts'
import { openService } from '../src/runtime/service.ts'
import { type EvalCase, readCases } from './case.ts'
import { filesOf } from './corpus-file.ts'
import { crossValidate, fitLogistic, type Sample } from './logistic.ts'

const USAGE = 'node evals/fit-judge.ts DATASET FOLDER [DATASET FOLDER …]'
/** Windows of a question that are learned from, and that are answered from. */
const LEARNED = 6
/** Questions of several places or parts are put together from several windows. */
const MOST_EVIDENCE = 2
const FOLDS = 6

const pairs = process.argv.slice(2)
if (pairs.length === 0 || pairs.length % 2 === 1) throw new Error(USAGE)

const samples: (Sample & { readonly isProse: boolean })[] = []
for (let at = 0; at < pairs.length; at += 2)
  samples.push(...(await samplesOf(pairs[at] ?? '', pairs[at + 1] ?? '')))
for (const kind of ['plan', 'prose']) {
  const own = samples.filter((sample) => sample.isProse === (kind === 'prose'))
  if (own.length === 0) continue
  process.stdout.write(`${kind}: ${own.length} questions, weights and bias\n`)
  const { weights, bias } = fitLogistic(own)
  for (const [at, feature] of FEATURES.entries())
    process.stdout.write(`  ${feature} ${weights[at]?.toFixed(2)}\n`)
  process.stdout.write(`  bias ${bias.toFixed(2)}\n`)
  for (const line of crossValidate(own, FOLDS)) process.stdout.write(`${line}\n`)
}
process.exit(0)

async function samplesOf(dataset: string, folder: string) {
  const data = mkdtempSync(join(tmpdir(), 'yaodian-fit-'))
  const quiet = { withSeeds: false, report: () => undefined }
  const service = await openService(parseConfig({ YAODIAN_DATA: data }), quiet)
  for (const { file, bytes } of filesOf(folder).filter((one) => one.file.endsWith('.txt')))
    await service.deps.documentLibrary.add(file, bytes)
  const desk = service.deps.desk()
  const found = await Promise.all(readCases(dataset).map((evalCase, at) => sampleOf(evalCase, at, desk)))
  service.close()
  rmSync(data, { recursive: true, force: true })
  return found.flat()
}

/** The nearest windows of one question and whether each is the answer; none where no single window is asked for. */
async function sampleOf(evalCase: EvalCase, at: number, desk: Desk) {
  const { expect, file, history } = evalCase
  if (expect.kind === 'either' || history.length > 0 || expect.evidence.length > MOST_EVIDENCE) return []
  const documents = [...desk.corpus.documents.values()].map(({ document }) => document)
  const asked =
    file === undefined
      ? {}
      : { documentIds: documents.filter((one) => one.file === file).map(({ id }) => id) }
  const query = understand(evalCase.question, desk.catalogue, asked)
  const classified = classify(query)
  const question = classified.kind === 'compare' ? classifyUncompared(query) : classified
  if (
    question.asksResult ||
    !['fact', 'list', 'existence'].includes(question.kind) ||
    query.documentIds.size === 0
  )
    return []
  const { judged } = await judgeAll(question, query.documentIds, desk)
  const windows = judged
    .map(({ evidence }) => evidence)
    .filter((evidence) => !excludes(evidence, question))
    .slice(0, LEARNED)
    .map((evidence) => ({
      features: vectorOf(featuresOf(evidence.coverage, evidence, question)),
      isAnswer: holdsAnswer(evidence, evalCase),
    }))
  const group = expect.evidence[0]?.file ?? file ?? `unanswerable ${at % FOLDS}`
  const [first] = judged
  const isAnswerable = expect.kind === 'answered'
  return [{ group, isAnswerable, windows, isProse: first !== undefined && isProse(first.evidence.indexed) }]
}

function vectorOf(features: Features): readonly number[] {
  return FEATURES.map((feature) => features[feature])
}

function holdsAnswer({ indexed, window }: Evidence, { expect }: EvalCase): boolean {
  const { text, file } = indexed.document
  const [start, end] = [window.start, window.end].map((unit) => [...text.slice(0, unit)].length)
  const quoted = text.slice(window.start, window.end)
  return (
    expect.evidence.some(
      (gold) => gold.file === file && (start ?? 0) < gold.end && gold.start < (end ?? 0),
    ) && expect.nuggets.some(({ any }) => any.some((form) => quoted.includes(form)))
  )
}

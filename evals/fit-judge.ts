import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createJiebaSegmenter } from '../src/adapter/nodejieba/segmenter.ts'
import { type Desk, judgeAll } from '../src/answer/desk.ts'
import type { Evidence } from '../src/answer/evidence/evidence.ts'
import { isProse } from '../src/answer/evidence/layers.ts'
import { FEATURES, type Features, featuresOf } from '../src/answer/judge/feature.ts'
import { excludes } from '../src/answer/judge/judge.ts'
import { classify, classifyUncompared } from '../src/answer/question/question.ts'
import { parseConfig } from '../src/config.ts'
import { overlaps } from '../src/corpus/index.ts'
import { type Filters, understand } from '../src/retrieval/index.ts'
import { openService } from '../src/runtime/service.ts'
import { type EvalCase, readCases } from './case.ts'
import { filesOf, markedPlansOf } from './corpus-file.ts'
import { crossValidate, fitLogistic, type Sample } from './logistic.ts'
import { type MadeQuestion, madeQuestions } from './made-question.ts'

const USAGE = 'node evals/fit-judge.ts DATASET FOLDER [DATASET FOLDER …]'
/** In the place of a dataset: questions made from the ledgers of the folder's plans. */
const MADE = 'made'
const USER_DICTIONARY = join(import.meta.dirname, '../src/adapter/nodejieba/health-administration.dict.utf8')
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
  const files = folder.endsWith('/page') ? markedPlansOf(folder) : filesOf(folder)
  for (const { file, bytes } of files.filter((one) => one.file.endsWith('.txt')))
    await service.deps.documentLibrary.add(file, bytes)
  const desk = service.deps.desk()
  const found =
    dataset === MADE
      ? await Promise.all(
          madeQuestions(
            [...desk.corpus.documents.values()],
            createJiebaSegmenter({ userDictionary: USER_DICTIONARY }),
          ).map((made) => samplesOfMade(made, desk)),
        )
      : await Promise.all(readCases(dataset).map((evalCase, at) => sampleOf(evalCase, at, desk)))
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
  const group = expect.evidence[0]?.file ?? file ?? `unanswerable ${at % FOLDS}`
  return samplesFor(evalCase.question, asked, group, expect.kind === 'answered', desk, (evidence) =>
    holdsAnswer(evidence, evalCase),
  )
}

function samplesOfMade({ question, answer, document }: MadeQuestion, desk: Desk) {
  return samplesFor(
    question,
    {},
    document.document.file,
    answer !== null,
    desk,
    ({ documentId, window, indexed }) => {
      if (answer === null || documentId !== document.document.id) return false
      const quoted = indexed.document.text.slice(window.start, window.end)
      return overlaps(window, answer) && quoted.includes(answer.figure)
    },
  )
}

/**
 * An answerable question is learned from twice: as it is, and as if the sentences that answer it were not there, when
 * the nearest of the others must not be given.
 */
async function samplesFor(
  text: string,
  asked: Filters,
  group: string,
  isAnswerable: boolean,
  desk: Desk,
  isAnswer: (evidence: Evidence) => boolean,
) {
  const query = understand(text, desk.catalogue, asked)
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
    .map((evidence) => ({
      sentence: `${evidence.documentId} ${evidence.sentence.start}`,
      features: vectorOf(featuresOf(evidence.coverage, evidence, question)),
      isAnswer: isAnswer(evidence),
    }))
  const [first] = judged
  const base = { group, isProse: first !== undefined && isProse(first.evidence.indexed) }
  const told = new Set(windows.filter((one) => one.isAnswer).map(({ sentence }) => sentence))
  const rest = windows.filter(({ sentence }) => !told.has(sentence))
  const whole = { ...base, isAnswerable, windows: windows.slice(0, LEARNED) }
  const isFigure = question.expected.every(({ kind }) => kind === 'quantity' || kind === 'share')
  return told.size > 0 && isFigure && query.regions.length > 0
    ? [whole, { ...base, isAnswerable: false, windows: rest.slice(0, LEARNED) }]
    : [whole]
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

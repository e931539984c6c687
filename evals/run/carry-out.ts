import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Meta, RunEvent, RunOrder, RunRecord } from '../../src/evaluation/index.ts'
import type { Gate } from '../gate.ts'
import { writeReports } from '../report/write-reports.ts'
import { latencyOf } from '../scorer/latency.ts'
import { casesOf } from '../suite.ts'
import { appendCase, type StoredCase, storedCases, writeCases } from './case-file.ts'
import { compareRuns, type WholeRun } from './compare.ts'
import { groupsOf, pooledFigures, suiteFigures } from './figures.ts'
import { hashesOf, sha256 } from './hashes.ts'
import { metaOf } from './meta.ts'
import { gateOf } from './own-suite.ts'
import { askAll } from './pool.ts'
import { type PlannedSuite, plannedSuites } from './sources.ts'
import { readRecord, readWholeRun, writeRecord } from './stored-run.ts'
import { verdictOf } from './verdict.ts'
import { suiteWording } from './wording.ts'
import type { SuiteTask } from './worker-message.ts'

/** Long suites are cut, so that no worker is left with one of them at the end. */
const LONGEST_TASK = 120
const TWIN = '-traditional'

/**
 * Carries a run out, or on: cases that are stored already are not asked again as long as nothing that they depend on
 * has changed.
 * @throws OrderFault when the order cannot be carried out
 */
export async function carryOut(order: RunOrder, tell: (event: RunEvent) => void): Promise<RunRecord> {
  const startedAt = performance.now()
  const planned = plannedSuites(order)
  const gate = gateOf(order)
  const baseline = order.baseline === undefined ? null : readWholeRun(order.baseline)
  mkdirSync(order.folder, { recursive: true })
  const begun = beginning(order, planned, gate)
  const cases = [...takenUp(order.folder, begun)]
  writeRecord(order.folder, begun)
  writeCases(order.folder, cases)
  const tasks = tasksOf(order, planned, cases)
  const left = tasks.reduce((sum, task) => sum + task.cases.length, 0)
  tell({ kind: 'planned', total: cases.length + left, done: cases.length })
  await askAll(tasks, (one) => {
    appendCase(order.folder, one)
    cases.push(one)
    tell({ kind: 'case', suite: one.suite, done: cases.length })
  })
  const ordered = inOrder(planned, cases)
  if (begun.whole) tell({ kind: 'stage', stage: 'meta' })
  const sources = planned.flatMap(({ source, complaints }) => (complaints === null ? [source] : []))
  const meta = begun.whole ? await metaOf(sources, ordered, gate) : null
  tell({ kind: 'stage', stage: 'report' })
  writeCases(order.folder, ordered)
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10
  const record = ended({ begun, planned, cases: ordered, baseline, seconds, gate, meta })
  writeReports(order.folder, record, ordered)
  writeRecord(order.folder, record)
  return record
}

function beginning(order: RunOrder, planned: readonly PlannedSuite[], gate: Gate): RunRecord {
  return {
    format: 1,
    id: order.id,
    created_at: new Date().toISOString(),
    finished_at: null,
    suites: planned.map(({ source }) => source.name),
    whole: order.suites === undefined && order.own === undefined,
    model: order.model?.id ?? null,
    hashes: hashesOf(
      planned.map(({ source }) => source),
      { config: { model: order.model ?? null, embedder: 'built-in' }, gate },
    ),
    result_sha256: null,
    seconds: null,
    latency: { p50: null, p99: null },
    cases: 0,
    verdict: null,
    overall: [],
    results: [],
    meta: null,
    baseline: null,
  }
}

/** What an earlier process asked under the same conditions; anything else is thrown away. */
function takenUp(folder: string, begun: RunRecord): readonly StoredCase[] {
  const earlier = readRecord(folder)
  const isSame =
    earlier !== undefined && JSON.stringify(conditions(earlier)) === JSON.stringify(conditions(begun))
  if (isSame) return storedCases(folder)
  rmSync(join(folder, 'cases.jsonl'), { force: true })
  return []
}

function conditions({ suites, model, hashes }: RunRecord): unknown {
  return [suites, model, hashes]
}

function tasksOf(
  order: RunOrder,
  planned: readonly PlannedSuite[],
  asked: readonly StoredCase[],
): readonly SuiteTask[] {
  const known = new Set(asked.map(({ suite, evalCase }) => `${suite}\0${evalCase.id}`))
  return planned.flatMap(({ source }) => {
    const ids = casesOf(source).map(({ id }) => id)
    const left = ids.filter((id) => !known.has(`${source.name}\0${id}`))
    const parts = Math.ceil(left.length / LONGEST_TASK)
    const size = Math.ceil(left.length / Math.max(1, parts))
    return Array.from({ length: parts }, (_, at) => ({
      order,
      suite: source.name,
      cases: left.slice(at * size, (at + 1) * size),
    }))
  })
}

/** In the order of suites and datasets, so that a run does not show who was faster. */
function inOrder(planned: readonly PlannedSuite[], cases: readonly StoredCase[]): readonly StoredCase[] {
  const byKey = new Map(cases.map((one) => [`${one.suite}\0${one.evalCase.id}`, one]))
  return planned.flatMap(({ source }) =>
    casesOf(source).flatMap(({ id }) => byKey.get(`${source.name}\0${id}`) ?? []),
  )
}

interface Ended {
  readonly begun: RunRecord
  readonly planned: readonly PlannedSuite[]
  readonly cases: readonly StoredCase[]
  readonly baseline: WholeRun | null
  readonly seconds: number
  readonly gate: Gate
  readonly meta: Meta | null
}

function ended({ begun, planned, cases, baseline, seconds, gate, meta }: Ended): RunRecord {
  const results = planned.map(({ source }) => {
    const own = cases.filter(({ suite }) => suite === source.name)
    return {
      name: source.name,
      task: source.task,
      ...suiteWording(source.name),
      cases: own.length,
      figures: [...suiteFigures(source, own, gate)],
      groups: [...groupsOf(own)],
    }
  })
  const pooled = pooledCases(planned, cases)
  return {
    ...begun,
    finished_at: new Date().toISOString(),
    result_sha256: sha256(JSON.stringify(cases.map(({ elapsedMs: _, ...rest }) => rest))),
    seconds,
    latency: latencyOf(cases.map(({ elapsedMs }) => elapsedMs)),
    cases: cases.length,
    verdict: verdictOf(results, meta),
    meta,
    overall: pooled.length === 0 ? [] : [...pooledFigures('answer', pooled)],
    results,
    baseline: baseline === null ? null : compareRuns(baseline, { record: begun, cases }),
  }
}

/** All questions once: not the complaints, which are of another kind, nor the same questions in the other script. */
function pooledCases(planned: readonly PlannedSuite[], cases: readonly StoredCase[]): readonly StoredCase[] {
  const names = planned.flatMap(({ source, complaints }) =>
    complaints === null && source.task === 'answer' ? [source.name] : [],
  )
  const isTwin = (name: string) => name.endsWith(TWIN) && names.includes(name.slice(0, -TWIN.length))
  const once = new Set(names.filter((name) => !isTwin(name)))
  return cases.filter(({ suite }) => once.has(suite))
}

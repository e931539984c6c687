import type { ChangedCase, Comparison, Difference, RunRecord } from '../../src/evaluation/index.ts'
import { expectationText } from '../report/case-view.ts'
import { figuresOf } from '../suite.ts'
import { minus, pairedIntervals } from './bootstrap.ts'
import type { StoredCase } from './case-file.ts'
import { taskOf } from './task-of.ts'
import { figureWording } from './wording.ts'

/** A run with all its cases. */
export interface WholeRun {
  readonly record: Pick<RunRecord, 'id' | 'created_at' | 'model' | 'hashes' | 'suites'>
  readonly cases: readonly StoredCase[]
}

type Pair = readonly [base: StoredCase, now: StoredCase]

/** Two runs held against each other, case by case; only what both asked in the same way counts. */
export function compareRuns(base: WholeRun, now: WholeRun): Comparison {
  const earlier = new Map(base.cases.map((one) => [keyOf(one), one]))
  const pairs = now.cases.flatMap((one): readonly Pair[] => {
    const before = earlier.get(keyOf(one))
    return before === undefined ? [] : [[before, one]]
  })
  const changed = pairs.flatMap(changeOf)
  return {
    base: headOf(base),
    now: headOf(now),
    differs: [...changedHashes(base.record, now.record)],
    matched: pairs.length,
    unmatched: base.cases.length + now.cases.length - 2 * pairs.length,
    same: pairs.length - changed.length,
    figures: [...Map.groupBy(pairs, ([one]) => one.suite)].flatMap(([suite, own]) =>
      differencesOf(suite, own),
    ),
    cases: changed,
  }
}

/** Files and questions of other suites are other ones, which says nothing. */
function changedHashes(base: WholeRun['record'], now: WholeRun['record']): readonly string[] {
  const isSameChoice = base.suites.join() === now.suites.join()
  const before = new Map(Object.entries(base.hashes))
  return Object.entries(now.hashes)
    .filter(([name, hash]) => before.get(name) !== hash && (isSameChoice || !CHOSEN.has(name)))
    .map(([name]) => name)
}

const CHOSEN: ReadonlySet<string> = new Set(['corpus', 'datasets'])

function headOf({ record: { id, created_at, model } }: WholeRun): Comparison['base'] {
  return { id, created_at, model }
}

/** A question that is put otherwise, or expects something else, is another one. */
function keyOf({ suite, evalCase }: StoredCase): string {
  return `${suite}\0${JSON.stringify(evalCase)}`
}

function differencesOf(suite: string, pairs: readonly Pair[]): readonly Difference[] {
  const task = taskOf(pairs[0]?.[0].evalCase)
  const figures = (cases: readonly StoredCase[]) => figuresOf({ task }, cases)
  const base = figures(pairs.map(([one]) => one))
  const now = figures(pairs.map(([, one]) => one))
  const spread = pairedIntervals(pairs, figures)
  return Object.entries(now).map(([name, value]) => {
    const { label, unit } = figureWording(name)
    const { low = null, high = null } = spread[name] ?? {}
    const difference = minus(value, base[name])
    return {
      suite,
      name,
      label,
      unit,
      base: base[name] ?? null,
      now: value,
      difference,
      low,
      high,
      n: pairs.length,
    }
  })
}

function changeOf([base, now]: Pair): readonly ChangedCase[] {
  const wasRight = base.scores.correctness === 1
  const isRight = now.scores.correctness === 1
  if (wasRight === isRight && base.reply.text === now.reply.text && base.reply.kind === now.reply.kind)
    return []
  return [
    {
      suite: now.suite,
      id: now.evalCase.id,
      question: now.evalCase.question,
      kind: wasRight === isRight ? 'changed' : isRight ? 'won' : 'lost',
      expected: expectationText(now.evalCase),
      base_text: base.reply.text,
      now_text: now.reply.text,
    },
  ]
}

import type { Figure, Group } from '../../src/evaluation/index.ts'
import { type Gate, shortfalls } from '../gate.ts'
import { mean, type Score } from '../scorer/reply.ts'
import { figuresOf, type SuiteSource } from '../suite.ts'
import { type Interval, intervals } from './bootstrap.ts'
import type { StoredCase } from './case-file.ts'
import { figureWording, groupLabel } from './wording.ts'

type FigureMaker = (cases: readonly StoredCase[]) => Readonly<Record<string, Score>>

/** Every figure of a suite with its interval, what it rests on and what the gate asks. */
export function suiteFigures(
  source: SuiteSource,
  cases: readonly StoredCase[],
  gate: Gate,
): readonly Figure[] {
  return figures(
    cases,
    (some) => figuresOf(source, some),
    (name, value) => boundOf(source.name, name, value, gate),
  )
}

/** The figures of several suites of one task taken as one; the gate asks nothing of them. */
export function pooledFigures(task: SuiteSource['task'], cases: readonly StoredCase[]): readonly Figure[] {
  return figures(
    cases,
    (some) => figuresOf({ task }, some),
    () => null,
  )
}

/** How many came out right, by kind of question. */
export function groupsOf(cases: readonly StoredCase[]): readonly Group[] {
  const right: FigureMaker = (some) => ({
    correctness: mean(some.map(({ scores }) => scores.correctness ?? null)),
  })
  return [...Map.groupBy(cases, ({ evalCase }) => evalCase.suite)].map(([name, own]) => ({
    name,
    label: groupLabel(name),
    cases: own.length,
    figures: [...figures(own, right, () => null)],
  }))
}

function figures(
  cases: readonly StoredCase[],
  make: FigureMaker,
  bound: (name: string, value: Score) => Figure['bound'],
): readonly Figure[] {
  const values = make(cases)
  const n = scoredOn(cases, make, Object.keys(values))
  const spread = intervals(cases, make, n)
  return Object.entries(values).map(([name, value]) => {
    const { label, unit } = figureWording(name)
    const { low, high }: Interval = spread[name] ?? { low: null, high: null }
    return { name, label, unit, value, low, high, n: n[name] ?? 0, bound: bound(name, value) }
  })
}

/** How many cases a figure rests on: those that give it alone, or all when no single case can. */
function scoredOn(
  cases: readonly StoredCase[],
  make: FigureMaker,
  names: readonly string[],
): Readonly<Record<string, number>> {
  const alone = cases.map((one) => make([one]))
  return Object.fromEntries(
    names.map((name) => {
      const count = alone.filter((one) => typeof one[name] === 'number').length
      return [name, count === 0 && make(cases)[name] !== null ? cases.length : count]
    }),
  )
}

/** What the gate asks of a figure, and whether it holds. */
export function boundOf(suite: string, name: string, value: Score, gate: Gate): Figure['bound'] {
  const bound = gate[suite]?.[name]
  if (bound === undefined) return null
  const asked = bound.least === undefined ? bound.most : bound.least
  if (asked === undefined) return null
  const alone = { name: suite, cases: [], figures: { [name]: value } }
  const holds = shortfalls([alone], { [suite]: { [name]: bound } }).length === 0
  return { side: bound.least === undefined ? 'most' : 'least', value: asked, reason: bound.reason, holds }
}

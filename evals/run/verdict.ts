import type { Meta, RunRecord, Verdict } from '../../src/evaluation/index.ts'

/** What the gate says of a run; a figure that it asks for and that could not be scored falls short. */
export function verdictOf(results: RunRecord['results'], meta: Meta | null): Verdict {
  const itself = meta === null ? [] : [{ name: 'meta', label: '评测自身', figures: meta.figures }]
  const bounded = [...results, ...itself].flatMap((suite) =>
    suite.figures.flatMap(({ bound, ...figure }) => (bound === null ? [] : [{ suite, figure, bound }])),
  )
  const shortfalls = bounded
    .filter(({ bound }) => !bound.holds)
    .map(({ suite, figure, bound }) => ({
      suite: suite.name,
      suite_label: suite.label,
      name: figure.name,
      label: figure.label,
      unit: figure.unit,
      value: figure.value,
      side: bound.side,
      bound: bound.value,
      reason: bound.reason,
    }))
  const kind = bounded.length === 0 ? 'none' : shortfalls.length === 0 ? 'passed' : 'failed'
  return { kind, bounds: bounded.length, shortfalls }
}

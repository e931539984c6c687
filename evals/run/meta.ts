import type { Figure, Meta } from '../../src/evaluation/index.ts'
import type { Gate } from '../gate.ts'
import { evaluateScorers, type MetaResult } from '../meta/meta.ts'
import { figuresOf, type SuiteSource } from '../suite.ts'
import type { StoredCase } from './case-file.ts'
import { boundOf } from './figures.ts'
import { brokenLabel, figureWording, mutationLabel } from './wording.ts'

/** How far the scorers can be trusted, by the replies of this very run; nothing is asked again. */
export async function metaOf(
  sources: readonly SuiteSource[],
  cases: readonly StoredCase[],
  gate: Gate,
): Promise<Meta> {
  const questions = sources.filter(({ task }) => task === 'answer')
  const results = questions.map((source) => {
    const own = cases.filter(({ suite }) => suite === source.name)
    return { name: source.name, cases: own, figures: figuresOf(source, own) }
  })
  const { catches, calibrations, broken, result } = await evaluateScorers(results, questions, gate)
  return {
    catches: catches.map(({ kind, caught, of }) => ({ kind, label: mutationLabel(kind), n: of, caught })),
    calibrations: calibrations.map(({ scorer, agreed, of }) => ({
      scorer,
      label: figureWording(scorer).label,
      n: of,
      agreed,
    })),
    products: broken.map(({ broken: kind, missed }) => ({
      kind,
      label: brokenLabel(kind),
      shortfalls: missed.length,
    })),
    figures: gatedFigures({ catches, calibrations, broken, result }, gate),
  }
}

/** Those that the gate asks for; the rest stand in the tables. */
function gatedFigures({ catches, calibrations, broken, result }: MetaResult, gate: Gate): Figure[] {
  const tried = catches.reduce((sum, { of }) => sum + of, 0)
  const n: Readonly<Record<string, number>> = {
    scorersCalibrated: calibrations.length,
    brokenProductsCaught: broken.length,
  }
  return Object.entries(result.figures).flatMap(([name, value]) => {
    const bound = boundOf(result.name, name, value, gate)
    if (bound === null) return []
    const { label, unit } = figureWording(name)
    return [{ name, label, unit, value, low: null, high: null, n: n[name] ?? tried, bound }]
  })
}

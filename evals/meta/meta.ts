import { type Gate, shortfalls } from '../gate.ts'
import { runSuite, type SuiteResult, type SuiteSource, textsOf } from '../suite.ts'
import { BROKEN_PRODUCTS, replaying } from './broken.ts'
import { type Calibration, calibrate } from './calibration.ts'
import { type CatchRate, catchFigures, catchRates } from './catch.ts'
import { goodReplies } from './good-reply.ts'

/** What the gate says to a product that was broken on purpose; nothing would mean that it lets it through. */
export interface BrokenVerdict {
  readonly broken: string
  readonly missed: readonly string[]
}

/** How far the scorers themselves can be trusted. */
export interface MetaResult {
  readonly catches: readonly CatchRate[]
  readonly calibrations: readonly Calibration[]
  readonly broken: readonly BrokenVerdict[]
  /** As figures of a suite of their own, for the gate. */
  readonly result: SuiteResult
}

/** Evaluates the scorers on finished runs of questions; nothing is asked of the product again. */
export async function evaluateScorers(
  results: readonly SuiteResult[],
  sources: readonly SuiteSource[],
  gate: Gate,
): Promise<MetaResult> {
  const catches = catchRates(goodReplies(results, sources))
  const calibrations = calibrate()
  const broken = await Promise.all(
    Object.entries(BROKEN_PRODUCTS).map(async ([name, breaking]) => {
      const spoilt: SuiteResult[] = []
      for (const source of sources.filter(({ task }) => task === 'answer')) {
        const told = results.find((result) => result.name === source.name)
        if (told !== undefined)
          spoilt.push(await runSuite({ source, ask: breaking(replaying(told), textsOf(source)) }))
      }
      return { broken: name, missed: shortfalls(spoilt, gate) }
    }),
  )
  const caught = broken.filter(({ missed }) => missed.length > 0).length
  const agreed = calibrations.filter((one) => one.agreed === one.of).length
  const prefixed = Object.entries(catchFigures(catches)).map(([name, score]) => [`caught_${name}`, score])
  const figures = {
    ...Object.fromEntries(prefixed),
    scorersCalibrated: calibrations.length === 0 ? null : agreed / calibrations.length,
    brokenProductsCaught: broken.length === 0 ? null : caught / broken.length,
  }
  return { catches, calibrations, broken, result: { name: 'meta', cases: [], figures } }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { SuiteResult } from './suite.ts'

const boundSchema = z.object({
  least: z.number().optional(),
  most: z.number().optional(),
  /** For whoever signs a report: it is printed as it stands, so it is in Chinese. */
  reason: z
    .string()
    .min(6)
    .regex(/^\p{Script=Han}/u),
})
/** The bounds of one suite, by the names of its figures. */
export const boundsSchema = z.record(z.string(), boundSchema)
const gateSchema = z.record(z.string(), boundsSchema)
export type Gate = z.infer<typeof gateSchema>

export function readGate(): Gate {
  return gateSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'gate.json'), 'utf8')))
}

/** What falls short of the gate, in words; a figure that could not be scored falls short. */
export function shortfalls(results: readonly SuiteResult[], gate: Gate): readonly string[] {
  return Object.entries(gate).flatMap(([suiteName, bounds]) => {
    const result = results.find(({ name }) => name === suiteName)
    if (result === undefined) return []
    return Object.entries(bounds).flatMap(([figure, { least, most }]) => {
      const value = result.figures[figure] ?? null
      if (value === null) return [`${suiteName}.${figure} is unscored`]
      if (least !== undefined && value < least)
        return [`${suiteName}.${figure} ${value.toFixed(4)} < ${least}`]
      if (most !== undefined && value > most) return [`${suiteName}.${figure} ${value.toFixed(4)} > ${most}`]
      return []
    })
  })
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { normalisedView } from '../../src/corpus/index.ts'
import { comparatorSchema, type TargetRow } from '../../src/corpus/target.ts'
import { extractTargets } from '../../src/ledger/index.ts'
import { PLAN_FOLDER, readPlan, SEED_FOLDER } from '../reader.ts'

/** One hand-made row: `quote` is a part of the clause that occurs once in the file. */
export const goldSchema = z.object({
  file: z.string(),
  half: z.enum(['development', 'held_out']),
  quote: z.string(),
  /** Accepted wordings of the indicator. */
  indicator: z.array(z.string()),
  comparator: comparatorSchema,
  value: z.number().nullable(),
  value_to: z.number().nullable(),
  unit: z.string(),
  deadline_year: z.int().nullable(),
})
export type GoldTarget = z.infer<typeof goldSchema>

export interface Measurement {
  readonly gold: number
  readonly rows: number
  readonly right: number
  readonly missed: readonly GoldTarget[]
  readonly wrong: readonly TargetRow[]
}

export function readGold(dataset: string): readonly GoldTarget[] {
  const lines = readFileSync(join(import.meta.dirname, '../../evals/datasets', dataset), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => goldSchema.parse(JSON.parse(line)))
}

export function planPath(file: string): string {
  const isSeed = /^(?:cixi|jizhou|qingdao)/.test(file)
  return join(isSeed ? SEED_FOLDER : PLAN_FOLDER, file)
}

export function rowsOfPlan(file: string): { readonly text: string; readonly rows: readonly TargetRow[] } {
  const document = readPlan(planPath(file))
  return { text: document.text, rows: extractTargets(document, normalisedView(document.text)) }
}

/** Each gold row is matched with at most one row, and only when every field is right. */
export function measure(file: string, gold: readonly GoldTarget[]): Measurement {
  const { text, rows } = rowsOfPlan(file)
  const open = new Set(rows)
  const missed: GoldTarget[] = []
  for (const target of gold) {
    const at = text.indexOf(target.quote)
    const row = [...open].find((candidate) => isRight(candidate, target, at))
    if (row === undefined) missed.push(target)
    else open.delete(row)
  }
  return {
    gold: gold.length,
    rows: rows.length,
    right: gold.length - missed.length,
    missed,
    wrong: [...open],
  }
}

function isRight(row: TargetRow, target: GoldTarget, at: number): boolean {
  return (
    row.start < at + target.quote.length &&
    at < row.end &&
    target.indicator.some((form) => bare(form) === bare(row.indicator)) &&
    row.comparator === target.comparator &&
    row.value === target.value &&
    row.valueTo === target.value_to &&
    normalisedView(row.unit) === target.unit &&
    row.deadlineYear === target.deadline_year
  )
}

function bare(indicator: string): string {
  return normalisedView(indicator).replace(/\s/gu, '')
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { normalisedView } from '../../src/corpus/index.ts'
import { comparatorSchema, type TargetRow } from '../../src/corpus/target.ts'
import { extractTargets } from '../../src/ledger/index.ts'
import { readMarkedPage } from '../ingest/gold.ts'
import { PLAN_FOLDER, readPlan, readText, SEED_FOLDER } from '../reader.ts'

const PAGE_FOLDER = join(import.meta.dirname, '../fixture/page')

/** One hand-made row: `quote` is a part of the clause that occurs once in the file. */
const pageTargetSchema = z.object({
  quote: z.string(),
  /** Accepted wordings of the indicator. */
  indicator: z.array(z.string()),
  comparator: comparatorSchema,
  value: z.number().nullable(),
  value_to: z.number().nullable().default(null),
  unit: z
    .string()
    .nullable()
    .transform((unit) => unit ?? ''),
  deadline_year: z.int().nullable(),
  optional: z.boolean().default(false),
})
type PageTarget = z.infer<typeof pageTargetSchema>

export const goldSchema = pageTargetSchema.extend({
  file: z.string(),
  half: z.enum(['development', 'held_out']),
})
export type GoldTarget = z.infer<typeof goldSchema>

export interface Measurement {
  readonly gold: number
  readonly rows: number
  readonly right: number
  readonly missed: readonly PageTarget[]
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

/** A plan whose gold stands beside it: the marks of its headings and exclusions are taken out of the text. */
export function readPage(
  name: string,
  folder = PAGE_FOLDER,
): { readonly text: string; readonly gold: readonly PageTarget[] } {
  const lines = readFileSync(join(folder, `${name}.targets.jsonl`), 'utf8').split('\n')
  return {
    text: readMarkedPage(join(folder, `${name}.txt`)).text,
    gold: lines.filter((line) => line !== '').map((line) => pageTargetSchema.parse(JSON.parse(line))),
  }
}

/** Names of the pages that have gold. */
export function pagesWithTargets(folder = PAGE_FOLDER): readonly string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.targets.jsonl'))
  return files.map((file) => file.replace('.targets.jsonl', ''))
}

/** Whether an indicator says what an accepted wording says. */
type Accept = (indicator: string, form: string) => boolean

const isSame: Accept = (indicator, form) => bare(form) === bare(indicator)

/** Accepts an indicator that shares so much of its pairs of characters with a wording (Dice); for held-out plans. */
export const isAlike: Accept = (indicator, form) => likeness(bare(indicator), bare(form)) >= 0.7

function likeness(a: string, b: string): number {
  const pairsOf = (words: string) =>
    Array.from({ length: Math.max(words.length - 1, 0) }, (_, at) => words.slice(at, at + 2))
  const [left, right] = [pairsOf(a), pairsOf(b)]
  if (left.length === 0 || right.length === 0) return a === b ? 1 : 0
  const open = [...right]
  const shared = left.filter((pair) => {
    const at = open.indexOf(pair)
    if (at !== -1) open.splice(at, 1)
    return at !== -1
  })
  return (2 * shared.length) / (left.length + right.length)
}

/** Undated deliverables and optional rows of the gold count neither for nor against. */
export function measurePage(name: string, folder = PAGE_FOLDER, accept: Accept = isSame): Measurement {
  const { text, gold } = readPage(name, folder)
  const rows = extractTargets(readText(text, `${name}.txt`), normalisedView(text))
  const needed = gold.filter(({ optional }) => !optional)
  const found = matched(text, rows, needed, accept)
  const spare = gold.filter(({ optional }) => optional)
  const wrong = found.wrong.filter(
    (row) =>
      row.kind !== 'deliverable' &&
      !spare.some((target) => isNear(row, target, text.indexOf(target.quote)) && isAlikeInKind(row, target)),
  )
  return { ...found, gold: needed.length, rows: found.right + wrong.length, wrong }
}

function isAlikeInKind(row: TargetRow, target: PageTarget): boolean {
  return (row.kind === 'figure') === (target.comparator !== 'milestone')
}

/** Each gold row is matched with at most one row, and only when every field is right. */
export function measure(file: string, gold: readonly GoldTarget[]): Measurement {
  const { text, rows } = rowsOfPlan(file)
  return matched(text, rows, gold, isSame)
}

function matched<T extends PageTarget>(
  text: string,
  rows: readonly TargetRow[],
  gold: readonly T[],
  accept: Accept,
): Measurement {
  const open = new Set(rows)
  const missed: T[] = []
  for (const target of gold) {
    const at = text.indexOf(target.quote)
    const row = [...open].find((candidate) => isRight(candidate, target, at, accept))
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

function isNear(row: TargetRow, { quote }: PageTarget, at: number): boolean {
  return row.start < at + quote.length && at < row.end
}

function isRight(row: TargetRow, target: PageTarget, at: number, accept: Accept): boolean {
  return (
    isNear(row, target, at) &&
    target.indicator.some((form) => accept(row.indicator, form)) &&
    row.comparator === target.comparator &&
    row.value === target.value &&
    row.valueTo === target.value_to &&
    bare(row.unit) === bare(target.unit) &&
    row.deadlineYear === target.deadline_year
  )
}

function bare(words: string): string {
  return normalisedView(words).replace(/\s/gu, '')
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type IndexedDocument, indexedDocument, type TargetRow } from '../../src/corpus/index.ts'
import { targetsOf } from '../../src/ledger/index.ts'
import { alignItems, alignTargets, itemsOf, type PlanItem } from '../../src/lineage/index.ts'
import type { Segmenter } from '../../src/text/index.ts'
import { readPlan } from '../reader.ts'

export const SERIES_FOLDER = join(import.meta.dirname, '../fixture/series')

const lineSchema = z.object({
  from_file: z.string(),
  from_quotes: z.array(z.string()),
  to_file: z.string(),
  to_quotes: z.array(z.string()),
  status: z.string(),
  why: z.string(),
})
type Line = z.infer<typeof lineSchema>

interface Side {
  readonly indexed: IndexedDocument
  readonly items: readonly PlanItem[]
}

export interface GoldScore {
  readonly pairs: { right: number; found: number; gold: number }
  readonly status: { right: number; all: number }
  readonly clauses: { right: number; all: number }
  readonly failures: string[]
}

const sides = new Map<string, Side>()

function sideOf(file: string): Side {
  const known = sides.get(file)
  if (known !== undefined) return known
  const indexed = indexedDocument(readPlan(join(SERIES_FOLDER, file)))
  const side = { indexed, items: itemsOf(indexed, targetsOf(indexed)) }
  sides.set(file, side)
  return side
}

/** What a quote of the gold names: a whole item by its heading or first words, or a clause within one. */
function named({ indexed, items }: Side, quote: string) {
  const at = indexed.document.text.indexOf(quote)
  const item = items.find(({ range }) => range.start <= at && at < range.end)
  if (item === undefined) return { item: undefined, isWhole: false, at }
  const first = item.headingRange ?? item.clauses[0] ?? item.range
  return { item, isWhole: at <= first.start || (item.headingRange !== null && at < first.end), at }
}

/** Links of consecutive annual plans against the gold of one body; multi-year plans count for recall alone. */
export function scoreBody(body: string, segmenter: Segmenter): GoldScore {
  const lines = readFileSync(join(SERIES_FOLDER, `${body}.lineage.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)))
  const score: GoldScore = {
    pairs: { right: 0, found: 0, gold: 0 },
    status: { right: 0, all: 0 },
    clauses: { right: 0, all: 0 },
    failures: [],
  }
  for (const [files, group] of Map.groupBy(lines, (line) => `${line.from_file} ${line.to_file}`)) {
    scorePair(files, group, segmenter, score)
  }
  return score
}

function scorePair(files: string, lines: readonly Line[], segmenter: Segmenter, score: GoldScore): void {
  const [fromFile = '', toFile = ''] = files.split(' ')
  const [from, to] = [sideOf(fromFile), sideOf(toFile)]
  const links = alignItems(from, to, segmenter)
  const points = alignTargets(
    { indexed: from.indexed, rows: targetsOf(from.indexed) },
    { indexed: to.indexed, rows: targetsOf(to.indexed) },
  )
  const found = new Set(links.flatMap((link) => keysOf(link.earlier, link.later)))
  const gold = new Set<string>()
  for (const line of lines) {
    const sources = line.from_quotes.map((quote) => named(from, quote))
    const targets = line.to_quotes.map((quote) => named(to, quote))
    const show = `${line.status} ${line.from_quotes.join('+')} → ${line.to_quotes.join('+')} (${line.why})`
    if (![...sources, ...targets].every(({ isWhole }) => isWhole)) {
      score.clauses.all++
      const [source, target] = [sources[0]?.at, targets[0]?.at]
      const point = points.find(({ earlier, later }) => covers(earlier, source) && covers(later, target))
      if (point?.status === line.status) score.clauses.right++
      else score.failures.push(`CLAUSE ${point?.status ?? 'none'} ${show}`)
      continue
    }
    const keys = keysOf(
      sources.flatMap(({ item }) => item ?? []),
      targets.flatMap(({ item }) => item ?? []),
    )
    for (const key of keys) gold.add(key)
    const link = links.find((each) => keysOf(each.earlier, each.later).some((key) => keys.includes(key)))
    score.status.all++
    if (link?.status === line.status) score.status.right++
    else score.failures.push(`STATUS ${link?.status ?? 'no link'}: ${link?.reason ?? ''} | ${show}`)
  }
  if (lines.some(({ from_file, to_file }) => `${from_file}${to_file}`.includes('action'))) return
  score.pairs.right += [...gold].filter((key) => found.has(key)).length
  score.pairs.found += found.size
  score.pairs.gold += gold.size
  for (const key of [...found].filter((each) => !gold.has(each)))
    score.failures.push(`EXTRA ${describe(key, from, to)}`)
  for (const key of [...gold].filter((each) => !found.has(each)))
    score.failures.push(`MISSED ${describe(key, from, to)}`)
}

function keysOf(earlier: readonly PlanItem[], later: readonly PlanItem[]): readonly string[] {
  if (earlier.length === 0) return later.map(({ id }) => `- ${id}`)
  if (later.length === 0) return earlier.map(({ id }) => `${id} -`)
  return earlier.flatMap((a) => later.map((b) => `${a.id} ${b.id}`))
}

function describe(key: string, from: Side, to: Side): string {
  const [a = '', b = ''] = key.split(' ')
  return `${headed(from, a)} → ${headed(to, b)}`
}

function headed({ indexed, items }: Side, id: string): string {
  const item = items.find((each) => each.id === id)
  return item === undefined ? '—' : indexed.document.text.slice(item.range.start, item.range.start + 24)
}

export function f1({ right, found, gold }: GoldScore['pairs']): number {
  return (2 * right) / (found + gold)
}

/** Whether a row holds an offset; a side that the gold leaves empty must be empty. */
function covers(row: TargetRow | null, at: number | undefined): boolean {
  if (row === null || at === undefined) return row === null && at === undefined
  return row.start <= at + 1 && at < row.end
}

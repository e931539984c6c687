import type { TargetRow } from '../corpus/index.ts'
import { normalisedView } from '../corpus/index.ts'
import type { LedgerEntry } from './ledger.ts'
import { LEAD } from './lexicon.ts'

/**
 * For each row the rows of other plans with the same indicator and a comparable unit, by id. Rows without any
 * are left out.
 */
export function linkDuplicates(entries: readonly LedgerEntry[]): ReadonlyMap<string, readonly string[]> {
  const byIndicator = Map.groupBy(entries, ({ row }) => `${indicatorKey(row.indicator)}\n${unitKey(row)}`)
  const links = new Map<string, readonly string[]>()
  for (const group of byIndicator.values()) {
    for (const { row } of group) {
      const others = group.filter((other) => other.row.documentId !== row.documentId)
      if (others.length > 0)
        links.set(
          row.id,
          others.map((other) => other.row.id),
        )
    }
  }
  return links
}

/** The indicator as it is compared: simplified, without punctuation, planning words and a closing 数. */
export function indicatorKey(indicator: string): string {
  const bare = normalisedView(indicator)
    .replace(/[\s“”"'、，,·()\-—]/gu, '')
    .replace(LEAD, '')
  return bare.replace(/(?:总数|数量|总量|数)$/u, '')
}

function unitKey({ kind, plain, unit, comparator }: TargetRow): string {
  if (kind !== 'figure') return kind
  const name = normalisedView(plain?.unit ?? unit)
  const isChange = comparator === 'increase_by' || comparator === 'decrease_by'
  return `${isChange ? 'change' : 'level'} ${/^[家所个座名人位]$/u.test(name) ? 'count' : name}`
}

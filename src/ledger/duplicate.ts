import type { TargetRow } from '../corpus/index.ts'
import { normalisedView } from '../corpus/index.ts'
import type { LedgerEntry } from './ledger.ts'
import { LEAD } from './lexicon.ts'

type Links = ReadonlyMap<string, readonly string[]>

/** For each row, by id, the rows of other plans that it goes with; rows without any are left out. */
export interface DuplicateLinks {
  /** The same indicator with a comparable unit, of any place and value. */
  readonly sameIndicator: Links
  /** The very same target: a reposted plan, or one of several years that says the same figure. */
  readonly sameTarget: Links
}

export function linkDuplicates(entries: readonly LedgerEntry[]): DuplicateLinks {
  const sameIndicator = linked(
    entries,
    ({ row }) => `${indicatorKey(row.indicator)}\n${unitKey(row)}`,
    () => true,
  )
  const sameTarget = linked(entries, ({ row }) => targetKey(row), isOfOnePlace)
  return { sameIndicator, sameTarget }
}

function linked(
  entries: readonly LedgerEntry[],
  keyOf: (entry: LedgerEntry) => string,
  fits: (one: LedgerEntry, other: LedgerEntry) => boolean,
): Links {
  const links = new Map<string, readonly string[]>()
  for (const group of Map.groupBy(entries, keyOf).values()) {
    for (const entry of group) {
      const others = group.filter(
        (other) => other.row.documentId !== entry.row.documentId && fits(entry, other),
      )
      if (others.length > 0)
        links.set(
          entry.row.id,
          others.map(({ row }) => row.id),
        )
    }
  }
  return links
}

/** A copy that names no place may be of any. */
function isOfOnePlace(one: LedgerEntry, other: LedgerEntry): boolean {
  const [a, b] = [one, other].map(({ document }) => document.metadata.jurisdiction?.value.name)
  return a === undefined || b === undefined || normalisedView(a) === normalisedView(b)
}

/** The indicator as it is compared: simplified, without punctuation, planning words and a closing 数. */
export function indicatorKey(indicator: string): string {
  const bare = normalisedView(indicator)
    .replace(/[\s“”"'、，,·()\-—]/gu, '')
    .replace(LEAD, '')
  return bare.replace(/(?:总数|数量|总量|数)$/u, '')
}

/** Verbs that a figure says too: 建设市级重点专科100个, 市级重点专科达到100个. 新增 and 改造 say more. */
const SAID_BY_FIGURE = /^(?:完成|建成|建设|打造|培育|创建|设立|开展|遴选|实现)/u

function targetKey(row: TargetRow): string {
  const name = indicatorKey(row.indicator).replace(SAID_BY_FIGURE, '')
  if (row.kind !== 'figure') return `${name}\nstate ${actorKey(row)}`
  const value = row.plain ?? row
  return `${name}\n${unitKey(row)} ${value.value} ${value.valueTo}`
}

/** 通过评审 is a target of each hospital by itself. */
function actorKey({ scope }: TargetRow): string {
  return normalisedView(scope ?? '').replace(/^[全我各本][市县区省州]?/u, '')
}

function unitKey({ kind, plain, unit, comparator }: TargetRow): string {
  if (kind !== 'figure') return 'state'
  const name = normalisedView(plain?.unit ?? unit)
  const isChange = comparator === 'increase_by' || comparator === 'decrease_by'
  return `${isChange ? 'change' : 'level'} ${/^[家所个座名人位]$/u.test(name) ? 'count' : name}`
}

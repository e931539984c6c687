import type { DocumentId, IndexedDocument, Range, TargetRow } from '../corpus/index.ts'

/** One task of a plan: its smallest numbered section, or what names one task where nothing is numbered. */
export interface PlanItem {
  /** `<document id>.i<ordinal>`, counted from 0 in reading order. */
  readonly id: string
  readonly documentId: DocumentId
  /** The innermost section that holds it; null in a plan without headings. */
  readonly sectionId: string | null
  readonly level: number
  /** As written; empty for an item that has none. */
  readonly number: string
  /** Headings from the outermost section inwards, the item's own included, in the original's words. */
  readonly path: readonly string[]
  readonly range: Range
  /** The words of its heading without number and closing mark; null where it has none. */
  readonly headingRange: Range | null
  /** What is to be done, one action each, without the closing mark; the heading is not among them. */
  readonly clauses: readonly Range[]
  /** Rows of the target ledger that stand in it. */
  readonly targets: readonly TargetRow[]
}

/** What became of a task. `merged` and `split` say how many tasks went into how many. */
export type LineageStatus = 'continued' | 'strengthened' | 'weakened' | 'new' | 'dropped' | 'merged' | 'split'

/** What decided a status: the words of both sides, which are equal to the originals. */
export interface LineageChange {
  /** `target`: a level to be reached; `amount`: so many within the year; `modality`: 探索 became 推进. */
  readonly kind: 'target' | 'amount' | 'modality'
  readonly direction: 'up' | 'down'
  readonly earlier: string
  readonly later: string
  /** Plain Chinese. */
  readonly note: string
}

/**
 * Tasks of an earlier plan and those of a later one that go on with them. Every item of either plan stands in at
 * least one link; `earlier` is empty for a new task, `later` for a dropped one.
 */
export interface Link {
  /** The plan of `earlier` and that of `later`, also where one side is empty. */
  readonly from: DocumentId
  readonly to: DocumentId
  readonly earlier: readonly PlanItem[]
  readonly later: readonly PlanItem[]
  readonly status: LineageStatus
  /** Plain Chinese, one sentence. */
  readonly reason: string
  readonly changes: readonly LineageChange[]
  /** How alike the two sides are, 0 to 1; 0 where one side is missing. */
  readonly likeness: number
}

/** A plan with its tasks and all rows of its ledger. */
export interface PlanOfItems {
  readonly indexed: IndexedDocument
  readonly years: readonly [number, number]
  readonly isAnnual: boolean
  readonly items: readonly PlanItem[]
  readonly rows: readonly TargetRow[]
}

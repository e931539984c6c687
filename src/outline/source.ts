import type { Corpus, IndexedDocument, Range, TargetRow } from '../corpus/index.ts'
import type { PhraseLedger } from './guard/index.ts'
import type { Fate } from './one-off.ts'
import type { DraftSentence, Flag } from './outline.ts'

/** One source plan at work on one draft. */
export interface Source {
  readonly indexed: IndexedDocument
  readonly corpus: Corpus
  readonly sourceYear: number
  readonly oldIs: '上年' | '原文'
  readonly draftYear: number
  readonly rows: readonly TargetRow[]
  readonly ledger: PhraseLedger
  /** What a running plan says of the draft's year to the same indicator; such a figure may be repeated. */
  readonly promised: (row: TargetRow) => Promised | undefined
}

/** A figure of last year as a running plan of several years gives it. */
export interface Promised {
  readonly row: TargetRow
  /** Whether it holds for the draft's year itself, and is the same figure. */
  readonly isSame: boolean
  /** Whether it asks for more or for less than last year's; null where that cannot be told. */
  readonly asks: 'more' | 'less' | null
  readonly note: string
}

/** What became of one sentence of a source. */
export interface Carried {
  /** Null when nothing of it goes on. */
  readonly sentence: DraftSentence | null
  readonly flags: readonly Flag[]
  readonly dropped: readonly Dropping[]
  readonly pandemicLetters: number
  readonly promises: readonly Promised[]
}

export interface Dropping {
  readonly range: Range
  readonly reason: string
}

/** A clause of a source with what the ledger reads in it, and what becomes of it. */
export interface JudgedClause {
  readonly range: Range
  readonly rows: readonly TargetRow[]
  readonly fate: Fate
}

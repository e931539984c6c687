import type { Blank } from '../../citation/index.ts'
import type { Range } from '../../corpus/index.ts'
import type { FlagKind } from '../outline.ts'

/** Words of a source that may not be carried over unseen. */
export interface Find extends Range {
  readonly flag: FlagKind
  readonly note: string
  /** What is to stand in their place; null where they may stand and are only pointed out. */
  readonly blank: Blank | null
  /** Whether the bracket shows the old words. */
  readonly showsOld: boolean
  /** Likely enough to be still right that it may stand, with a word to the person who signs. */
  readonly isMild?: true
}

/** What a guard looks at: a stretch of one plan, and the year it is drafted for. */
export interface Watch {
  /** Normalised text of the whole document. */
  readonly view: string
  readonly range: Range
  /** The year the source was written for. */
  readonly sourceYear: number
  readonly draftYear: number
}

/** Every match of a pattern in the stretch. */
export function matchesIn(
  { view, range }: Watch,
  pattern: RegExp,
): readonly (Range & { readonly match: RegExpExecArray })[] {
  return [...view.slice(range.start, range.end).matchAll(pattern)].map((match) => ({
    start: range.start + match.index,
    end: range.start + match.index + match[0].length,
    match,
  }))
}

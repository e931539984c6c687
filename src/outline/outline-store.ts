import type { Outline } from './outline.ts'

/** One state of a draft; states are numbered from 1 and never change. */
export interface OutlineVersion {
  readonly number: number
  readonly outline: Outline
  /** What brought it about, in plain Chinese. */
  readonly note: string
  readonly savedAt: string
}

export type OutlineVersionHead = Omit<OutlineVersion, 'outline'>

/** A draft as it stands in a list. */
export interface OutlineHead extends Pick<Outline, 'id' | 'region' | 'year' | 'title'> {
  /** Number of its newest version. */
  readonly version: number
  readonly savedAt: string
}

/** A draft in the recycle bin. */
export interface DiscardedOutline extends OutlineHead {
  /** ISO time. */
  readonly discardedAt: string
}

/**
 * Drafts with all their versions. One in the recycle bin is unknown to all but the methods that name the bin.
 * @throws StorageError when the medium fails
 */
export interface OutlineStore {
  /**
   * Adds a version, if the newest one is still `after`; 0 for a draft that is not there yet.
   * @returns the new version's number, undefined when somebody else was first
   */
  save(outline: Outline, after: number, saved: Omit<OutlineVersionHead, 'number'>): number | undefined
  /** The newest version unless another is named. */
  get(id: string, version?: number): OutlineVersion | undefined
  /** Newest first; empty for an unknown id. */
  versions(id: string): readonly OutlineVersionHead[]
  /** Those saved last come first. */
  list(): readonly OutlineHead[]
  /**
   * Puts a draft into the recycle bin; false for an unknown id.
   * @param at ISO time
   */
  discard(id: string, at: string): boolean
  /** The recycle bin, the last one put in first. */
  discarded(): readonly DiscardedOutline[]
  /** Takes a draft out of the recycle bin, as it was. */
  restore(id: string): boolean
  /** Removes a draft for good, in the bin or not; false for an unknown id. */
  remove(id: string): boolean
}

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

/**
 * Drafts with all their versions.
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
  /** False for an unknown id. */
  remove(id: string): boolean
}

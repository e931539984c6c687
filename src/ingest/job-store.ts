import type { DocumentId } from '../corpus/index.ts'
import type { Receipt } from './receipt.ts'

/** One file as it was handed in. Its name is a label, never a path. */
export interface UploadedFile {
  readonly file: string
  readonly bytes: Uint8Array
  /** The document it takes the place of, where a person has named one. */
  readonly replaces?: DocumentId | undefined
}

export interface StoredJobFile extends Pick<UploadedFile, 'file' | 'replaces'> {
  /** How often reading it was begun and not ended in an orderly way since it last got on. */
  readonly starts: number
  readonly isDone: boolean
  /** One, or one for each file of an archive, in order. */
  readonly receipts: readonly Receipt[]
}

export interface StoredJob {
  readonly id: string
  readonly createdAt: string
  readonly files: readonly StoredJobFile[]
}

/** A job in numbers. */
export interface JobSummary {
  readonly id: string
  readonly createdAt: string
  readonly files: number
  readonly filesDone: number
  readonly added: number
  readonly unchanged: number
  readonly failed: number
}

/**
 * Uploads that were accepted. Every call is one transaction: what it was told is there after a crash.
 * @throws StorageError when the medium fails
 */
export interface JobStore {
  /** Stores the job with all bytes of its files. */
  create(id: string, createdAt: string, files: readonly UploadedFile[]): void
  get(id: string): StoredJob | undefined
  /** Newest first. */
  recent(limit: number): readonly JobSummary[]
  /** Jobs with a file that is not done, oldest first. */
  unfinished(): readonly StoredJob[]
  /** Undefined once the file is done. */
  bytes(id: string, ordinal: number): Uint8Array | undefined
  /** Counts a start before the reading of a file begins. */
  start(id: string, ordinal: number): number
  /** Takes back what `start` counted: the reading was given up in an orderly way. */
  giveBack(id: string, ordinal: number): void
  /**
   * Stores receipts of a file, also among all receipts; the file got on, so its starts count from 1 again.
   * With the last ones its bytes are dropped in the same step.
   */
  record(id: string, ordinal: number, receipts: readonly Receipt[], isDone: boolean): void
}

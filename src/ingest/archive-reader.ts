/** One file inside an archive. `file` is a label to show, never a path to write to. */
export interface ArchiveEntry {
  readonly file: string
  readonly bytes: Uint8Array
}

/** Unpacks the files of an archive one after another. */
export interface ArchiveReader {
  accepts(file: string, bytes: Uint8Array): boolean
  /** @throws UnreadableFileError with a reason in plain Chinese, before or between entries */
  listEntries(file: string, bytes: Uint8Array): AsyncIterable<ArchiveEntry>
}

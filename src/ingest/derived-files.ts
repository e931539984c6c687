/** Files that can be built again at any time and are only used when nothing about them is in doubt. */
export interface DerivedFiles {
  /** Undefined when the file is missing, was written under another key or is not byte for byte as written. */
  read(name: string, key: string): Uint8Array | undefined
  /**
   * @param key what the content was made from; a file with another key is out of date
   * @throws StorageError when the disk refuses; a file from before is then still whole or gone
   */
  write(name: string, key: string, bytes: Uint8Array): void
  forget(name: string): void
}

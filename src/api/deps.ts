import type { AnswerStore, Desk } from '../answer/index.ts'
import type { ArchiveReader, Library } from '../ingest/index.ts'
import type { Gazetteer } from '../text/index.ts'

/** What the doors need; one object per process or isolate. */
export interface ApiDeps {
  /** The corpus and its indexes as they are now. */
  desk(): Desk
  readonly documentLibrary: Library
  /** Places a person may name. */
  readonly gazetteer: Gazetteer
  /** Unpacks uploaded archives. */
  readonly archives: ArchiveReader
  /** Told when uploads have changed the library. */
  onLibraryChanged(): void
  readonly answers: AnswerStore
  readonly embedderId: string
  /** Sentences about what does not work just now and what still does; shown on the page. */
  readonly notices: readonly string[]
  newId(): string
  now(): Date
}

import type { AnswerStore, Desk, FeedbackStore } from '../answer/index.ts'
import type { ConversationStore } from '../conversation/index.ts'
import type { Jobs, Library, PlanReader, ReceiptStore } from '../ingest/index.ts'
import type { WatchedModel } from '../model/index.ts'
import type { Gazetteer, Segmenter } from '../text/index.ts'
import type { AnswerRuns } from './answer-run.ts'

/** What the doors need; one object per process or isolate. */
export interface ApiDeps {
  /** The corpus and its indexes as they are now. */
  desk(): Desk
  readonly documentLibrary: Library
  /** Reads a file without keeping it. */
  readonly read: PlanReader
  /** Places a person may name. */
  readonly gazetteer: Gazetteer
  readonly jobs: Jobs
  readonly receipts: ReceiptStore
  /** Told when a door has changed the library. */
  onLibraryChanged(): void
  readonly answers: AnswerStore
  readonly runs: AnswerRuns
  readonly conversations: ConversationStore
  readonly feedback: FeedbackStore
  readonly embedderId: string
  /** Words the answers; absent where answers stay in the originals' own words. */
  readonly chat?: WatchedModel
  readonly segmenter: Segmenter
  /** Sentences about what does not work just now and what still does; shown on the page. */
  readonly notices: readonly string[]
  newId(): string
  now(): Date
}

/** Keeps every answer given, as the JSON that was shown, under its id; saving an id again replaces it. */
export interface AnswerStore {
  /** @param trace how the answer came about, as JSON */
  save(id: string, json: string, createdAt: string, trace?: string): void
  get(id: string): string | undefined
  /** Undefined for an unknown answer and for one that was stored without a trace. */
  trace(id: string): string | undefined
  /** Forgets answers with their traces; an unknown id is no fault. */
  remove(ids: readonly string[]): void
}

/** Keeps every answer given, as the JSON that was shown, under its id; saving an id again replaces it. */
export interface AnswerStore {
  save(id: string, json: string, createdAt: string): void
  get(id: string): string | undefined
}

import type { AnswerStore } from '../../answer/index.ts'

/** Answers for as long as the process lives. */
export function createMemoryAnswerStore(): AnswerStore {
  const held = new Map<string, string>()
  return { save: (id, json) => void held.set(id, json), get: (id) => held.get(id) }
}

import type { AnswerStore } from '../../answer/index.ts'

const MOST_HELD = 1000

/** Answers for as long as the process lives; the oldest make room for the newest. */
export function createMemoryAnswerStore(): AnswerStore {
  const held = new Map<string, string>()
  return {
    save: (id, json) => {
      held.set(id, json)
      const [oldest] = held.keys()
      if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
    },
    get: (id) => held.get(id),
  }
}

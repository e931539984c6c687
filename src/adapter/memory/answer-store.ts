import type { AnswerStore } from '../../answer/index.ts'

const MOST_HELD = 1000

/** Answers for as long as the process lives; the oldest make room for the newest. */
export function createMemoryAnswerStore(): AnswerStore {
  const held = new Map<string, { readonly json: string; readonly trace: string | undefined }>()
  return {
    save: (id, json, _, trace) => {
      held.set(id, { json, trace })
      const [oldest] = held.keys()
      if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
    },
    get: (id) => held.get(id)?.json,
    trace: (id) => held.get(id)?.trace,
    remove: (ids) => {
      for (const id of ids) held.delete(id)
    },
  }
}

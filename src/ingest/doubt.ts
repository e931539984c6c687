import type { Document, Metadata } from '../corpus/index.ts'

/** Facts a plan is found by, and their names for people. */
const NEEDED: readonly (readonly [field: keyof Metadata, name: string])[] = [
  ['title', '标题'],
  ['jurisdiction', '地区'],
  ['kind', '文种'],
  ['years', '年份'],
]

/** What a person should look at before relying on a document, in plain Chinese. */
export function doubtsOf({ metadata, coverage }: Document): readonly string[] {
  const facts = NEEDED.flatMap(([field, name]) => {
    const read = metadata[field]
    if (read === null) return [`没有读出${name}。`]
    return read.inferred ? [`${name}是推断的，原文没有直接写明。`] : []
  })
  return coverage < 1 ? [...facts, `有 ${((1 - coverage) * 100).toFixed(2)}% 的文字没有读懂。`] : facts
}

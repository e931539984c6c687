import type { Document, Metadata } from '../corpus/index.ts'

/** Facts a plan is found by, and their names for people. */
const NEEDED: readonly (readonly [field: keyof Metadata, name: string])[] = [
  ['title', '标题'],
  ['jurisdiction', '地区'],
  ['kind', '文种'],
  ['years', '年份'],
]
/** Characters that an earlier program lost, or that only one office's own font can show. */
const UNKNOWN_CHARACTERS: readonly (readonly [pattern: RegExp, sentence: (count: number) => string])[] = [
  [/\ufffd/gu, (count) => `有 ${count} 个字在原文件里就已丢失（显示为“\ufffd”），请对照原件。`],
  [/\p{Co}/gu, (count) => `有 ${count} 个自造字，不能确定是什么字，请对照原件。`],
]

/** What a person should check about a text, whatever format it came in. */
export function doubtsAbout(text: string): readonly string[] {
  return UNKNOWN_CHARACTERS.flatMap(([pattern, sentence]) => {
    const count = text.match(pattern)?.length ?? 0
    return count === 0 ? [] : [sentence(count)]
  })
}

/** What a person should look at before relying on a document, in plain Chinese. */
export function doubtsOf({ metadata, coverage, doubts }: Document): readonly string[] {
  const facts = NEEDED.flatMap(([field, name]) => {
    const read = metadata[field]
    if (read === null) return [`没有读出${name}。`]
    return read.inferred ? [`${name}是推断的，原文没有直接写明。`] : []
  })
  const rest = coverage < 1 ? [`有 ${((1 - coverage) * 100).toFixed(2)}% 的文字没有读懂。`] : []
  return [...doubts, ...facts, ...rest]
}

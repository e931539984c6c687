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

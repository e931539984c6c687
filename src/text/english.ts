/** One word or number of an English text, lower-case, without possessive 's. */
export interface EnglishWord {
  readonly text: string
  /** As written, for names begin with a capital. */
  readonly written: string
}

const WORD = /\d[\d,]*(?:\.\d+)?%?|\p{Script=Latin}[\p{Script=Latin}']*/gu

/** Hyphens and slashes part words; 10,000 is one number. */
export function englishWords(text: string): readonly EnglishWord[] {
  const plain = text.normalize('NFKC').replace(/[’‘`]/gu, "'")
  return [...plain.matchAll(WORD)].map(([written]) => {
    const text = written
      .toLowerCase()
      .replace(/'s?$/u, '')
      .replace(/(?<=\d),(?=\d)/gu, '')
      .replace(/,$/u, '')
    return { text, written }
  })
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['women', 'woman'],
  ['men', 'man'],
  ['built', 'build'],
  ['building', 'building'],
  ['buildings', 'building'],
  ['bought', 'buy'],
  ['held', 'hold'],
  ['led', 'lead'],
  ['consortia', 'consortium'],
  ['diabetes', 'diabetes'],
  ['aids', 'aids'],
  ['gps', 'gp'],
])

/** Takes the endings of number and tense off, the same way on both sides: clinics, building, screened. */
export function stem(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) return irregular
  if (word.length < 3) return word
  const bare = word
    .replace(/(?<=..)ies$/u, 'y')
    .replace(/(?<=ss|x|ch|sh)es$/u, '')
    .replace(/(?<=[^su'i])s$/u, '')
  const root = bare.replace(/(?<=.{4}at)ion$/u, '').replace(/(?<=[aeiouy].*)(?:ing|ed)$/u, '')
  return (root.length >= 3 ? root : bare).replace(/([bdgmnprt])\1$/u, '$1').replace(/(?<=...)e$/u, '')
}

// Writes src/text/nameless-word.gen.ts from the segmenter's dictionary (MIT, as cppjieba): the common words of general
// Chinese that name no thing. The dictionary itself does not fit where the Worker runs, and both must judge alike.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import nodejieba from 'nodejieba'

const TARGET = join(import.meta.dirname, '../src/text/nameless-word.gen.ts')
const VERBS: ReadonlySet<string> = new Set(['v', 'vd', 'vi'])
/** Adverbs, prepositions, conjunctions and pronouns, as the dictionary tags them. */
const PARTICLES: ReadonlySet<string> = new Set(['d', 'p', 'c', 'r'])
const LEAST_FREQUENCY = 100
const HAN = /^\p{Script=Han}{2,3}$/u
/** A word that ends so names a place, a person, a sickness or an amount, whatever its tag. */
const NOUN_ENDING = /[室院站馆所阁堂园校队库厅科部局员师士生医病症癌炎儿童者民费款金药品苗人量额率数]$/u

const { DEFAULT_DICT } = nodejieba as unknown as { readonly DEFAULT_DICT: string }
const rows = readFileSync(DEFAULT_DICT, 'utf8')
  .split('\n')
  .map((line) => line.split(' '))
writeFileSync(
  TARGET,
  `// Made by scripts/build-nameless-words.ts from the dictionary of cppjieba (MIT); do not edit.
export const COMMON_VERBS: readonly string[] = [\n${linesOf(VERBS)}]
export const COMMON_PARTICLES: readonly string[] = [\n${linesOf(PARTICLES)}]
`,
)

function linesOf(tags: ReadonlySet<string>): string {
  const words = rows.flatMap(([word = '', frequency = '', tag = '']) =>
    tags.has(tag) && Number(frequency) >= LEAST_FREQUENCY && HAN.test(word) && !NOUN_ENDING.test(word)
      ? [word]
      : [],
  )
  const lines = words.join(' ').match(/.{1,100}(?: |$)/gu) ?? []
  return lines.map((line) => `  ...${JSON.stringify(line.trim())}.split(' '),\n`).join('')
}

import { MORE_SAME_WORDS } from './more-same-word.ts'
import { SAME_WORDS } from './same-word.ts'

/**
 * Words of government Chinese that say the same, the one all are brought to first. Only words that agree in what they
 * assert, how sure it is and how far it reaches: 开工 and 竣工, 应当 and 可以, 全部 and 部分 never meet in a row.
 */
const CANONICAL: ReadonlyMap<string, string> = new Map(
  `${SAME_WORDS}\n${MORE_SAME_WORDS}`.split('\n').flatMap((row) => {
    const words = row.split(' ')
    return words.map((word): readonly [string, string] => [word, words[0] ?? word])
  }),
)
const WORD = new RegExp([...CANONICAL.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu')

/** The words of a view, each in the one form for all that say the same. */
export function sameWords(view: string): string {
  return view.replace(WORD, (word) => CANONICAL.get(word) ?? word)
}

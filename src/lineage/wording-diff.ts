import { diffArrays } from 'diff'
import { normalisedView } from '../corpus/index.ts'
import { lexicalPieces, type Segmenter } from '../text/index.ts'

/** A run of words that both texts hold, or only the earlier or the later one; figures stand alone. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  readonly isFigure: boolean
}

interface Word {
  readonly view: string
  readonly text: string
}

/**
 * The difference of two texts word by word. All parts that are not `added` make up the earlier text, all that are not
 * `removed` the later one, except that a common word is given in the later one's script.
 */
export function diffWords(earlier: string, later: string, segmenter: Segmenter): readonly DiffPart[] {
  const changes = diffArrays([...wordsOf(earlier, segmenter)], [...wordsOf(later, segmenter)], {
    comparator: (a, b) => a.view === b.view,
  })
  return changes.flatMap(({ added, removed, value }) => {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    return runsOf(value).map((run) => ({ kind, ...run }))
  })
}

const FIGURE = /^[\d.]+$/u

function runsOf(words: readonly Word[]): readonly Pick<DiffPart, 'text' | 'isFigure'>[] {
  const runs: { text: string; isFigure: boolean }[] = []
  for (const { view, text } of words) {
    const isFigure = FIGURE.test(view)
    const last = runs.at(-1)
    if (last?.isFigure === isFigure) last.text += text
    else runs.push({ text, isFigure })
  }
  return runs
}

/** Words, numbers, and what stands between them character by character, so that nothing is lost. */
function wordsOf(text: string, segmenter: Segmenter): readonly Word[] {
  const view = normalisedView(text)
  const words: Word[] = []
  let at = 0
  const take = (length: number) => {
    words.push({ view: view.slice(at, at + length), text: text.slice(at, at + length) })
    at += length
  }
  for (const piece of lexicalPieces(view)) {
    while (at < piece.start) take(1)
    if (piece.kind === 'token') take(piece.text.length)
    else for (const word of segmenter.cut(piece.text)) take(word.length)
  }
  while (at < view.length) take(1)
  return words
}

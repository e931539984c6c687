import { diffArrays } from 'diff'
import { normalisedView } from '../corpus/index.ts'
import { lexicalPieces, type Segmenter } from '../text/index.ts'

/**
 * A run of words that both texts hold, or only one of them; figures stand alone. All `earlier` together are the
 * earlier text and all `later` the later one, each in its own script.
 */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly earlier: string
  readonly later: string
  readonly isFigure: boolean
}

interface Word {
  readonly view: string
  readonly text: string
}

const FIGURE = /^[\d.]+$/u

/** The difference of two texts word by word, whichever script each is in. */
export function diffWords(earlier: string, later: string, segmenter: Segmenter): readonly DiffPart[] {
  const [before, after] = [[...wordsOf(earlier, segmenter)], [...wordsOf(later, segmenter)]]
  const changes = diffArrays(before, after, { comparator: (a, b) => a.view === b.view })
  const parts: DiffPart[] = []
  let [from, to] = [0, 0]
  for (const { added, removed, value } of changes) {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    for (let at = 0; at < value.length; at++) {
      const old = kind === 'added' ? undefined : before[from++]
      const now = kind === 'removed' ? undefined : after[to++]
      add(parts, kind, old, now)
    }
  }
  return parts
}

/** Joins what goes on with the part before. */
function add(
  parts: DiffPart[],
  kind: DiffPart['kind'],
  earlier: Word | undefined,
  later: Word | undefined,
): void {
  const isFigure = FIGURE.test((later ?? earlier)?.view ?? '')
  const last = parts.at(-1)
  const isRun = last?.kind === kind && last.isFigure === isFigure
  if (isRun) parts.pop()
  parts.push({
    kind,
    earlier: (isRun ? last.earlier : '') + (earlier?.text ?? ''),
    later: (isRun ? last.later : '') + (later?.text ?? ''),
    isFigure,
  })
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
    const cut = piece.kind === 'token' ? [piece.text] : segmenter.cut(piece.text)
    for (const word of cut.length === 0 ? [...piece.text] : cut) take(word.length)
  }
  while (at < view.length) take(1)
  return words
}

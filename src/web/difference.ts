import { diffArrays } from 'diff'

/** A run of letters that both texts hold, or only one of them; figures stand alone. */
export interface DifferenceRun {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  readonly isFigure: boolean
}

/** A figure is one letter, or 75% and 80% would share their zero and the reader the sense of it. */
const LETTER = /\d+(?:\.\d+)*[%％‰]?|./gsu
const FIGURE = /^\d/u

/** The difference of two texts letter by letter: `same` and `removed` make up the earlier one, the rest the later one. */
export function differenceOf(earlier: string, later: string): readonly DifferenceRun[] {
  const changes = diffArrays(earlier.match(LETTER) ?? [], later.match(LETTER) ?? [])
  return changes.flatMap(({ added, removed, value }) =>
    runsOf(value).map((run) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', ...run })),
  )
}

function runsOf(letters: readonly string[]): readonly Pick<DifferenceRun, 'text' | 'isFigure'>[] {
  const runs: { text: string; isFigure: boolean }[] = []
  for (const letter of letters) {
    const isFigure = FIGURE.test(letter)
    const last = runs.at(-1)
    if (last !== undefined && !isFigure && !last.isFigure) last.text += letter
    else runs.push({ text: letter, isFigure })
  }
  return runs
}

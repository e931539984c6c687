import type { Range } from '../../corpus/index.ts'
import { areHomophones, bareName } from '../../text/index.ts'

export interface MisspeltPlace extends Range {
  /** The place that is meant. */
  readonly name: string
}

/** Finds places written with one wrong character of the same sound: 湄谭 for 湄潭. */
export type FindMisspelt = (view: string) => readonly MisspeltPlace[]

interface Form {
  readonly name: string
  readonly letter: string
}

/**
 * @param names the places that may be meant
 * @param isUsed whether the corpus itself uses a word: what it writes elsewhere is no slip
 */
export function createFindMisspelt(
  names: readonly string[],
  isUsed: (word: string) => boolean,
): FindMisspelt {
  // Made by the first question that names no place; each form stands under itself with one letter left open.
  let forms: ReadonlyMap<string, readonly Form[]> | undefined
  let lengths: readonly number[] = []
  return (view) => {
    if (forms === undefined) {
      forms = openForms(names)
      lengths = [...new Set([...forms.keys()].map((key) => key.length))]
    }
    const found = new Map<string, MisspeltPlace>()
    for (let start = 0; start < view.length; start++) {
      for (const length of lengths) {
        const end = start + length
        if (end > view.length || isUsed(view.slice(start, end))) continue
        for (let at = start; at < end; at++) {
          for (const { name, letter } of forms.get(openAt(view.slice(start, end), at - start)) ?? []) {
            if (found.has(name) || !areHomophones(view[at] ?? '', letter)) continue
            found.set(name, { name, start, end })
          }
        }
      }
    }
    return [...found.values()]
  }
}

function openForms(names: readonly string[]): ReadonlyMap<string, readonly Form[]> {
  const forms = new Map<string, Form[]>()
  for (const name of names) {
    for (const form of new Set([name, bareName(name)])) {
      for (const [at, letter] of [...form].entries()) {
        const key = openAt(form, at)
        const known = forms.get(key)
        if (known === undefined) forms.set(key, [{ name, letter }])
        else known.push({ name, letter })
      }
    }
  }
  return forms
}

function openAt(form: string, at: number): string {
  return `${form.slice(0, at)}?${form.slice(at + 1)}`
}

import type { Range } from '../../corpus/index.ts'
import { areHomophones, areLookAlikes, bareName } from '../../text/index.ts'

export interface MisspeltPlace extends Range {
  /** The place that is meant. */
  readonly name: string
}

/** Finds places written with one wrong character of the same sound or look: 湄谭 for 湄潭. */
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
  // Made by the first question; each form stands under itself with one letter left open.
  let forms: ReadonlyMap<string, readonly Form[]> | undefined
  let lengths: readonly number[] = []
  return (view) => {
    if (forms === undefined) {
      forms = openForms(names)
      lengths = [...new Set([...forms.keys()].map((key) => key.length))].sort((a, b) => b - a)
    }
    const found: MisspeltPlace[] = []
    for (let start = 0; start < view.length; start++) {
      for (const length of lengths) {
        const written = view.slice(start, start + length)
        const meant = written.length < length ? [] : namesMeant(written, forms)
        const [name, other] = meant
        // What may be either of two places is left as it is written.
        if (name === undefined || other !== undefined || isUsed(written)) continue
        if (!found.some((one) => one.name === name)) found.push({ name, start, end: start + length })
        break
      }
    }
    return found
  }
}

function namesMeant(written: string, forms: ReadonlyMap<string, readonly Form[]>): readonly string[] {
  const names = [...written].flatMap((wrong, at) =>
    (forms.get(openAt(written, at)) ?? []).flatMap(({ name, letter }) =>
      areHomophones(wrong, letter) || areLookAlikes(wrong, letter) ? [name] : [],
    ),
  )
  return [...new Set(names)]
}

function openForms(names: readonly string[]): ReadonlyMap<string, readonly Form[]> {
  const forms = new Map<string, Form[]>()
  for (const name of names) {
    for (const form of new Set([name, bareName(name)])) {
      for (const [at, letter] of [...form].entries()) {
        // 绵阳是 and 绵阳什么 are no slips of 绵阳市.
        if (form.length > bareName(name).length && at === form.length - 1) continue
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

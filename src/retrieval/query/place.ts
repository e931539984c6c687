import type { Range } from '../../corpus/index.ts'
import { areHomophones, bareName } from '../../text/index.ts'
import type { Catalogue } from './catalogue.ts'

export interface FoundRegion extends Range {
  /** Jurisdiction name as the corpus has it. */
  readonly name: string
}

export interface FoundPlaces {
  /** Mentions of places the corpus has documents of. */
  readonly regions: readonly FoundRegion[]
  /** Places without a document, as written; the places above a found region are not among them. */
  readonly foreign: readonly string[]
  /** What the filters have consumed of the question. */
  readonly ranges: readonly Range[]
}

const WHOLE_PLACE = /^(?:市|区|县|省)(?=[\p{Script=Han}\d]|$)/u
/** 健康某地 is the name of a programme; the place in it stays part of what is asked. */
const SLOGAN = /(?:健康|平安|清廉|法治|数字|智慧|美丽|文明|幸福)$/u
const PART_OF_NAME = /^(?:大学(?!生)|医院|医学院|学院|路|街|银行|话|菜|名医)/u

export function jurisdictionNames({ entries }: Catalogue): readonly string[] {
  return [
    ...new Set(entries.flatMap((entry) => (entry.jurisdiction === null ? [] : [entry.jurisdiction.name]))),
  ]
}

/** @param view normalised question */
export function findPlaces(view: string, catalogue: Catalogue): FoundPlaces {
  const own = new Set(jurisdictionNames(catalogue))
  const regions: FoundRegion[] = []
  const others: { readonly name: string; readonly range: Range }[] = []
  const ranges: Range[] = []
  for (const mention of catalogue.gazetteer.find(view)) {
    const rest = view.slice(mention.end)
    if (PART_OF_NAME.test(rest)) continue
    const held = mention.divisions.find((division) => own.has(division.name))
    if (held === undefined) {
      others.push({ name: mention.name, range: { start: mention.start, end: mention.end } })
      continue
    }
    const ending =
      mention.isFull || !held.name.endsWith(rest[0] ?? ' ') ? 0 : (WHOLE_PLACE.exec(rest)?.[0].length ?? 0)
    const range = { start: mention.start, end: mention.end + ending }
    regions.push({ ...range, name: held.name })
    if (!SLOGAN.test(view.slice(0, mention.start))) ranges.push(range)
  }
  const misspelt = regions.length === 0 && others.length === 0 ? findMisspelt(view, own) : []
  const all = [...regions, ...misspelt]
  const above = others.filter(({ name }) => all.some((region) => isAbove(name, region.name, catalogue)))
  const foreign = others.filter((other) => !above.includes(other)).map(({ name }) => name)
  return {
    regions: all,
    foreign: [...new Set(foreign)],
    ranges: [...ranges, ...misspelt, ...above.map(({ range }) => range)],
  }
}

/** Whether a place of this name lies above the jurisdiction: 浙江慈溪 names one place. */
function isAbove(name: string, jurisdiction: string, { entries, gazetteer }: Catalogue): boolean {
  let parent =
    entries.find((entry) => entry.jurisdiction?.name === jurisdiction)?.jurisdiction?.parent ?? null
  while (parent !== null) {
    if (parent === name || bareName(parent) === name) return true
    parent = gazetteer.named(parent)[0]?.parent ?? null
  }
  return false
}

/** One character of the place's name written with another of the same sound: 湄谭 for 湄潭. */
function findMisspelt(view: string, names: ReadonlySet<string>): readonly FoundRegion[] {
  const found: FoundRegion[] = []
  for (const name of names) {
    for (const form of new Set([name, bareName(name)])) {
      const start = indexOfMisspelt(view, form)
      if (start === -1) continue
      const ending = form === name ? 0 : (WHOLE_PLACE.exec(view.slice(start + form.length))?.[0].length ?? 0)
      found.push({ name, start, end: start + form.length + ending })
      break
    }
  }
  return found
}

function indexOfMisspelt(view: string, form: string): number {
  for (let start = 0; start + form.length <= view.length; start++) {
    const wrong = [...form].flatMap((letter, at) => (view[start + at] === letter ? [] : [at]))
    const [at] = wrong
    if (wrong.length === 1 && at !== undefined && areHomophones(view[start + at] ?? '', form[at] ?? ''))
      return start
  }
  return -1
}

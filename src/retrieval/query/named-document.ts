import type { DocumentId, Range } from '../../corpus/index.ts'
import type { CatalogueEntry } from './catalogue.ts'

export interface NamedDocuments {
  /** Empty when the question names no document by its title or number. */
  readonly ids: ReadonlySet<DocumentId>
  readonly ranges: readonly Range[]
}

/** A shared run this long is a title and not a coincidence of words. */
const SHORTEST_TITLE_RUN = 8
/** Wording that every plan's title holds, behind a place or without; a run of nothing else names no document. */
const GENERIC_TITLE =
  /^(?:\d{0,4}年)?(?:\p{Script=Han}{1,3}[市区县省旗州])?(?:20\d{2}年?|全[市区县省]|[市区县省]|人民|政府|卫生健康|卫健|委员会|委|局|工作|要点|计划|规划|方案|报告|三年|行动|年度|的|关于|印发|通知)*$/u

/** Documents that a question names by (a long part of) their title, or by their document number. */
export type FindNamed = (view: string) => NamedDocuments

/** A name people shorten: 优质资源倍增计划 for 优质医疗卫生资源倍增三年行动计划. */
const SHORT_NAME = /(?<name>\p{Script=Han}{4,16}?(?:计划|方案|规划|意见))/gu
const SHORTEST_CHUNK = 2
const LONGEST_NAME = 16

export function createFindNamed(entries: readonly CatalogueEntry[]): FindNamed {
  // Made by the first question: which titles hold a run of letters, so that not every title need be tried.
  let titled: ReadonlyMap<string, readonly CatalogueEntry[]> | undefined
  const numbered = entries.filter(({ documentNumber }) => documentNumber !== null)
  return (view) => {
    titled ??= byTitleRun(entries)
    const candidates = new Set(runsOf(view).flatMap((run) => titled?.get(run) ?? []))
    for (const entry of numbered) if (numberIn(view, entry) !== undefined) candidates.add(entry)
    const named = namedAmong(candidates, view)
    return named.ids.size > 0 ? named : namedShortly(entries, view)
  }
}

function namedAmong(candidates: ReadonlySet<CatalogueEntry>, view: string): NamedDocuments {
  const found = [...candidates].flatMap((entry) => {
    const range = numberIn(view, entry) ?? titleIn(view, entry)
    return range === undefined ? [] : [{ id: entry.documentId, range, length: range.end - range.start }]
  })
  const longest = Math.max(0, ...found.map(({ length }) => length))
  const named = found.filter(({ length }) => length === longest)
  return { ids: new Set(named.map(({ id }) => id)), ranges: named.map(({ range }) => range) }
}

function byTitleRun(entries: readonly CatalogueEntry[]): ReadonlyMap<string, readonly CatalogueEntry[]> {
  const titled = new Map<string, CatalogueEntry[]>()
  for (const entry of entries) {
    for (const run of new Set(runsOf(entry.title))) {
      const known = titled.get(run)
      if (known === undefined) titled.set(run, [entry])
      else known.push(entry)
    }
  }
  return titled
}

/** Every run of the shortest length that says more than any plan's title does. */
function runsOf(text: string): readonly string[] {
  const runs: string[] = []
  for (let at = 0; at + SHORTEST_TITLE_RUN <= text.length; at++) {
    const run = text.slice(at, at + SHORTEST_TITLE_RUN)
    if (!GENERIC_TITLE.test(run)) runs.push(run)
  }
  return runs
}

function numberIn(view: string, { documentNumber }: CatalogueEntry): Range | undefined {
  if (documentNumber === null) return undefined
  const start = view.indexOf(documentNumber)
  return start === -1 ? undefined : { start, end: start + documentNumber.length }
}

/** The longest run of the question that is part of the title. */
function titleIn(view: string, { title }: CatalogueEntry): Range | undefined {
  let best: Range = { start: 0, end: 0 }
  for (let start = 0; start + SHORTEST_TITLE_RUN <= view.length; start++) {
    let end = start + Math.max(SHORTEST_TITLE_RUN, best.end - best.start + 1)
    while (end <= view.length && title.includes(view.slice(start, end))) end++
    if (end - 1 - start > best.end - best.start && end - 1 - start >= SHORTEST_TITLE_RUN)
      best = { start, end: end - 1 }
  }
  if (best.end === 0 || GENERIC_TITLE.test(view.slice(best.start, best.end))) return undefined
  return best
}

/** The documents whose title holds, in order, every piece of a shortened name; none where titles of several kinds do. */
function namedShortly(entries: readonly CatalogueEntry[], view: string): NamedDocuments {
  const ends = [...view.matchAll(SHORT_NAME)].map(({ index, 0: name }) => index + name.length)
  const found = ends.flatMap((end) => {
    const names = namesBefore(view, end)
    return entries.flatMap(({ documentId, title }) => {
      const name = names.find((one) => isShortFor(one, title))
      return name === undefined ? [] : [{ id: documentId, range: { start: end - name.length, end } }]
    })
  })
  const longest = Math.max(0, ...found.map(({ range }) => range.end - range.start))
  const named = found.filter(({ range }) => range.end - range.start === longest)
  return { ids: new Set(named.map(({ id }) => id)), ranges: named.slice(0, 1).map(({ range }) => range) }
}

/** What may be a name that ends here, longest first. */
function namesBefore(view: string, end: number): readonly string[] {
  const names: string[] = []
  for (let length = LONGEST_NAME; length >= SHORTEST_TITLE_RUN - 2; length--) {
    const name = end < length ? '' : view.slice(end - length, end)
    if (/^\p{Script=Han}+$/u.test(name) && !GENERIC_TITLE.test(name)) names.push(name)
  }
  return names
}

/** Whether a name is made of chunks of the title in their order. */
function isShortFor(name: string, title: string): boolean {
  let at = 0
  let rest = name
  while (rest !== '') {
    if (title.indexOf(rest.slice(0, SHORTEST_CHUNK), at) === -1) return false
    let length = rest.length
    while (length >= SHORTEST_CHUNK && title.indexOf(rest.slice(0, length), at) === -1) length--
    // A chunk of one character more may leave a lone one behind it that has no place.
    if (rest.length - length === 1) length--
    if (length < SHORTEST_CHUNK) return false
    const found = title.indexOf(rest.slice(0, length), at)
    if (found === -1) return false
    at = found + length
    rest = rest.slice(length)
  }
  return true
}

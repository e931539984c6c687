import { type Corpus, contains, type IndexedDocument, normalisedView, type Range } from '../corpus/index.ts'
import { basisAt } from './basis.ts'
import type { Find } from './guard/index.ts'
import type { Outline, OutlineSection } from './outline.ts'
import { readable } from './readable.ts'
import type { Dropping } from './source.ts'

type Dropped = Outline['dropped']

/** What of last year's plan does not stand in a draft, each with the reason; what still stands in it is no such thing. */
export function notCarried(
  { opening, sections }: Pick<Outline, 'opening' | 'sections'>,
  {
    finds,
    droppings,
    givenUp,
  }: {
    readonly finds: readonly Find[]
    readonly droppings: readonly Dropping[]
    readonly givenUp: Dropped
  },
  latest: IndexedDocument,
  corpus: Corpus,
): Dropped {
  const told = lettersOf([...opening.map(({ text }) => text), ...sections.map(wordsOf)].join('\n'))
  const lost = finds.filter((find) => !find.isMild && !IS_YEAR.test(wordsAt(latest, find)))
  const entries = [
    ...outermost(lost, (find) => find).map((find) => entry(find, find.note)),
    ...outermost(droppings, ({ range }) => range).map(({ range, reason }) => entry(range, reason)),
  ]
  function entry(range: Range, reason: string) {
    return { text: wordsAt(latest, range), reason, basis: basisAt(latest, range, corpus) }
  }
  const known = pairSets(latest.view)
  return [
    ...entries.filter((one, at) => !told.includes(lettersOf(one.text)) && !isHeld(one, at, entries)),
    ...givenUp.filter(({ text }) => !goesOn(text, known)),
  ]
}

/** Said in full by another entry. */
function isHeld(
  { text }: { readonly text: string },
  at: number,
  all: readonly { readonly text: string }[],
): boolean {
  return all.some(
    (other, place) =>
      place !== at && other.text.includes(text) && (other.text.length > text.length || place < at),
  )
}

/** Without loose marks at either end. */
function wordsAt({ document }: IndexedDocument, range: Range): string {
  return readable(document, range).replace(/^[\s。；;，,]+|\s+$/gu, '')
}

/** In its place stands the draft's year. */
const IS_YEAR = /^\d{4}年?$/u

function wordsOf({ heading, intro, items }: OutlineSection): string {
  const own = items.flatMap((item) => [item.heading, ...item.sentences.map(({ text }) => text)])
  return [heading, ...intro.map(({ text }) => text), ...own].join('\n')
}

function lettersOf(text: string): string {
  return normalisedView(text)
    .replace(/〔[^〕]*〕/gu, '|')
    .replace(/[\s，,。；;、：:]/gu, '')
}

/** Share of the pairs of letters of a heading that one sentence of the newer plan has too when it is about the same. */
const SAME = 0.6
const VERBS =
  /^(?:持续|全力|全面|深入|扎实|大力|积极|稳步|加快|推进|推动|加强|做好|抓好|实施|强化|统筹|建设|完善|健全|提升|提高|优化|深化|开展|落实|发展|促进|巩固|不断|切实|进一步)+|(?:工作|建设)$/gu

/** A task whose name is gone and which is spoken of all the same. */
function goesOn(heading: string, known: readonly ReadonlySet<string>[]): boolean {
  const name = normalisedView(heading)
    .replace(/[^\p{Script=Han}a-z]/gu, '')
    .replace(VERBS, '')
  const pairs = [...pairsOf(name)]
  if (pairs.length < 2) return false
  return known.some((own) => pairs.filter((pair) => own.has(pair)).length >= pairs.length * SAME)
}

function pairSets(view: string): readonly ReadonlySet<string>[] {
  return view.split(/[。；;\n]/u).map(pairsOf)
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
}

/** Those that no other one holds. */
function outermost<T>(all: readonly T[], rangeOf: (one: T) => Range): readonly T[] {
  return all.filter((one, at) => {
    const range = rangeOf(one)
    return !all.some((other, place) => {
      const outer = rangeOf(other)
      const isLonger = outer.end - outer.start > range.end - range.start
      return place !== at && contains(outer, range) && (isLonger || place < at)
    })
  })
}

import { createBreath } from '../breath.ts'
import {
  type Corpus,
  contains,
  type IndexedDocument,
  type Range,
  sha256,
  subtract,
  type TargetRow,
} from '../corpus/index.ts'
import { targetsOf } from '../ledger/index.ts'
import type { Segmenter } from '../text/index.ts'
import { basisAt } from './basis.ts'
import { borrowable } from './borrow.ts'
import { dueTasks, promiseFinder } from './due.ts'
import { earlierPlans, withEarlier } from './earlier.ts'
import { type Find, phraseLedger } from './guard/index.ts'
import { numbered } from './number.ts'
import type { Outline, OutlineSection } from './outline.ts'
import { placeDue } from './place-due.ts'
import { annualYear, type PriorPlans, priorPlans } from './prior.ts'
import { OutlineRefusal } from './refusal.ts'
import { carryOpening, carrySections } from './section.ts'
import type { Dropping, Source } from './source.ts'
import { titleOf } from './title.ts'
import { numberStyleOf, planTree } from './tree.ts'
import { warningsOf } from './warning.ts'

export interface OutlineRequest {
  readonly region: string
  readonly year: number
}

/** What drafting looks into. */
export interface OutlineDesk {
  readonly corpus: Corpus
  /** Cuts words where tasks of several years are compared; without it their letters are. */
  readonly segmenter?: Segmenter
}

/**
 * Drafts next year's plan of a body from its earlier ones, in their words, without a model. The same corpus gives the
 * same draft.
 * @throws OutlineRefusal when there is nothing to draft from
 */
export async function draftOutline(
  { region, year }: OutlineRequest,
  { corpus, segmenter }: OutlineDesk,
): Promise<Outline> {
  const breath = createBreath()
  const prior = priorPlans(region, year, corpus)
  const ledger = phraseLedger(corpus)
  const running = prior.running.map((indexed) => sourceOf(indexed, prior, corpus, ledger))
  const [latest] = prior.annual
  if (latest === undefined) throw new OutlineRefusal('没有可以依据的年度工作要点。')
  const source = { ...sourceOf(latest, prior, corpus, ledger), promised: promiseFinder(running) }
  const tree = planTree(latest)
  const opening = carryOpening(source, tree)
  const carried = carrySections(source, tree, prior.others)
  if (breath.isDue()) await breath.take()
  const earlier = earlierPlans(prior.annual, corpus, segmenter)
  if (breath.isDue()) await breath.take()
  const own = carried.flatMap(({ section }) =>
    section === null ? [] : withEarlier(section, latest, earlier),
  )
  const due = running.flatMap((plan) => dueTasks(plan, carriedAlike(source)))
  const sections = placeDue(own, due, corpus)
  if (breath.isDue()) await breath.take()
  const offered = borrowable(prior, corpus, ledger)
  const finds = [...opening.finds, ...carried.flatMap((one) => one.finds)]
  const outline: Outline = {
    id: `o${sha256(`${prior.region}:${year}:${corpus.version}`).slice(0, 16)}`,
    region: prior.region,
    year,
    title: titleOf(latest, prior),
    basedOn: [...prior.annual, ...prior.running].map(({ document }) => document.id),
    opening: opening.sentences,
    sections: filled(sections),
    dropped: [
      ...droppedFinds(
        finds.filter((find) => !find.isMild),
        latest,
        corpus,
      ),
      ...droppedOf(
        carried.flatMap((one) => one.dropped),
        latest,
        corpus,
      ),
      ...earlier.givenUp,
    ],
    borrowable: offered,
    warnings: [],
    mode: 'extractive',
    model: null,
  }
  const told = { ...outline, warnings: warningsOf(outline, prior, finds, latest) }
  return numbered(told, numberStyleOf(tree))
}

/** Whether a running plan's figure goes on, unchanged, in what last year's plan says. */
function carriedAlike({ rows, promised }: Source): (row: TargetRow) => boolean {
  const alike = new Set(
    rows.flatMap((row) => {
      const promise = promised(row)
      return promise?.isSame === true ? [promise.row.id] : []
    }),
  )
  return ({ id }) => alike.has(id)
}

function sourceOf(
  indexed: IndexedDocument,
  { year }: PriorPlans,
  corpus: Corpus,
  ledger: Source['ledger'],
): Source {
  const sourceYear = annualYear(indexed) ?? indexed.document.metadata.years?.value[0] ?? year - 1
  const oldIs = annualYear(indexed) === year - 1 ? '上年' : '原文'
  return {
    indexed,
    corpus,
    sourceYear,
    oldIs,
    draftYear: year,
    rows: targetsOf(indexed),
    ledger,
    promised: () => undefined,
  }
}

/** A section is there for its tasks. */
function filled(sections: readonly OutlineSection[]): readonly OutlineSection[] {
  return sections.filter(({ items, intro }) => items.length + intro.length > 0)
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

function droppedOf(
  droppings: readonly Dropping[],
  source: IndexedDocument,
  corpus: Corpus,
): Outline['dropped'] {
  const outer = outermost(droppings, ({ range }) => range)
  return outer.map(({ range, reason }) => ({
    text: readable(source, range),
    reason,
    basis: basisAt(source, range, corpus),
  }))
}

function droppedFinds(finds: readonly Find[], source: IndexedDocument, corpus: Corpus): Outline['dropped'] {
  return outermost(finds, (find) => find).map((find) => ({
    text: readable(source, find),
    reason: find.note,
    basis: basisAt(source, find, corpus),
  }))
}

function readable({ document }: IndexedDocument, range: Range): string {
  return subtract(range, document.exclusions)
    .map(({ start, end }) => document.text.slice(start, end))
    .join('')
    .replace(/^[\s。；;，,]+|\s+$/gu, '')
}

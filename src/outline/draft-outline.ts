import { createBreath } from '../breath.ts'
import { type Corpus, type IndexedDocument, sha256, type TargetRow } from '../corpus/index.ts'
import { targetsOf } from '../ledger/index.ts'
import type { Segmenter } from '../text/index.ts'
import { borrowable } from './borrow.ts'
import { dueTasks } from './due.ts'
import { earlierPlans, withEarlier } from './earlier.ts'
import { phraseLedger } from './guard/index.ts'
import { notCarried } from './not-carried.ts'
import { numbered } from './number.ts'
import { withoutOnlyOpen } from './only-open.ts'
import type { Outline, OutlineSection } from './outline.ts'
import { placeDue } from './place-due.ts'
import { annualYear, type PriorPlans, priorPlans } from './prior.ts'
import { promiseFinder } from './promise.ts'
import { OutlineRefusal } from './refusal.ts'
import { carryOpening, carrySections } from './section.ts'
import { settlePromises } from './settle.ts'
import type { Source } from './source.ts'
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
  const open = withoutOnlyOpen(own, latest)
  const settled = settlePromises(open.sections, source, running)
  const isAlike = carriedAlike(source)
  const due = running.flatMap((plan) => dueTasks(plan, (row) => settled.rows.has(row.id) || isAlike(row)))
  const sections = placeDue(settled.sections, due, corpus)
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
    dropped: [],
    borrowable: offered,
    warnings: [],
    mode: 'extractive',
    model: null,
  }
  const droppings = [...carried.flatMap((one) => one.dropped), ...open.dropped]
  const dropped = notCarried(outline, { finds, droppings, givenUp: earlier.givenUp }, latest, corpus)
  const whole = { ...outline, dropped }
  const told = { ...whole, warnings: warningsOf(whole, prior, finds, latest) }
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

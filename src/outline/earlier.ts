import type { Corpus, IndexedDocument, Range } from '../corpus/index.ts'
import { overlaps } from '../corpus/index.ts'
import { targetsOf } from '../ledger/index.ts'
import { alignItems, itemsOf, type Link } from '../lineage/index.ts'
import { noWords, type Segmenter } from '../text/index.ts'
import { basisAt } from './basis.ts'
import { fateOf, namesProject } from './one-off.ts'
import type { Basis, Outline, OutlineSection } from './outline.ts'
import { annualYear } from './prior.ts'

/** Plans before last year's that an item is traced back through. */
const MOST_YEARS = 3

/** What came before the tasks of the newest plan, and what of the year before was not taken up in it. */
export interface EarlierPlans {
  /** The words of earlier plans that a stretch of the newest one goes on with, the newest first. */
  readonly basisOf: (range: Range) => readonly Basis[]
  readonly givenUp: Outline['dropped']
}

/** @param annual the body's annual plans, the newest first */
export function earlierPlans(
  annual: readonly IndexedDocument[],
  corpus: Corpus,
  segmenter: Segmenter = noWords,
): EarlierPlans {
  const steps = annual
    .slice(1, MOST_YEARS + 1)
    .map((plan, at) => stepBetween(plan, annual[at] ?? plan, segmenter))
  return {
    basisOf: (range) => traced(range, steps, corpus),
    givenUp: givenUpOf(annual, steps, corpus),
  }
}

interface Step {
  readonly earlier: IndexedDocument
  readonly links: readonly Link[]
}

function stepBetween(earlier: IndexedDocument, later: IndexedDocument, segmenter: Segmenter): Step {
  const side = (indexed: IndexedDocument) => ({ indexed, items: itemsOf(indexed, targetsOf(indexed)) })
  return { earlier, links: alignItems(side(earlier), side(later), segmenter) }
}

function traced(range: Range, steps: readonly Step[], corpus: Corpus): readonly Basis[] {
  const basis: Basis[] = []
  let wanted: readonly Range[] = [range]
  for (const { earlier, links } of steps) {
    const found = links
      .filter(({ later }) => later.some((item) => wanted.some((one) => overlaps(one, item.range))))
      .flatMap((link) => link.earlier.map((item) => item.range))
    if (found.length === 0) break
    const distinct = [...new Map(found.map((one) => [one.start, one])).values()]
    basis.push(...distinct.flatMap((one) => basisAt(earlier, one, corpus)))
    wanted = distinct
  }
  return basis
}

/** Standing tasks of the year before last that last year's plan has no more. */
function givenUpOf(
  [latest]: readonly IndexedDocument[],
  [step]: readonly Step[],
  corpus: Corpus,
): Outline['dropped'] {
  if (latest === undefined || step === undefined) return []
  const { document, view } = step.earlier
  const year = annualYear(step.earlier) ?? 0
  return step.links
    .filter(({ later }) => later.length === 0)
    .flatMap(({ earlier }) => earlier)
    .flatMap(({ headingRange, range }) => {
      const words = headingRange ?? range
      const heading = view.slice(words.start, words.end)
      const isOnce =
        namesProject(heading) || fateOf(heading, [], year) === 'finished' || headingRange === null
      if (isOnce) return []
      return [
        {
          text: document.text.slice(words.start, words.end),
          reason: `${year}年写过，${annualYear(latest) ?? ''}年没有再写，未恢复`,
          basis: basisAt(step.earlier, range, corpus),
        },
      ]
    })
}

/** Items with what they go back to, behind what they rest on already. */
export function withEarlier(
  section: OutlineSection,
  latest: IndexedDocument,
  { basisOf }: EarlierPlans,
): OutlineSection {
  return {
    ...section,
    items: section.items.map((item) => {
      const own = item.basis.find(({ span }) => span.documentId === latest.document.id)
      if (item.status === 'due' || own === undefined || item.sentences.length === 0) return item
      return { ...item, basis: [...item.basis, ...basisOf(own.span)] }
    }),
  }
}

import { contains, type IndexedDocument } from '../corpus/index.ts'
import { itemId } from './basis.ts'
import { carrySentence } from './carry.ts'
import { carryPlain } from './carry-plain.ts'
import type { Find } from './guard/index.ts'
import type { DraftSentence, OutlineSection } from './outline.ts'
import { carryNode, carryParagraphs } from './own-item.ts'
import type { Dropping, Source } from './source.ts'
import { type PlanNode, type PlanTree, paragraphsIn } from './tree.ts'

export interface CarriedSection {
  /** Null when nothing of it goes on. */
  readonly section: OutlineSection | null
  readonly dropped: readonly Dropping[]
  /** What was left open or out where no item could say so. */
  readonly finds: readonly Find[]
}

/** The sections of last year's plan in its order; one without headings is one section. */
export function carrySections(
  source: Source,
  tree: PlanTree,
  others: readonly IndexedDocument[],
): readonly CarriedSection[] {
  if (tree.nodes.length === 0) {
    const { items, dropped } = carryParagraphs(source, tree.whole, others)
    const id = itemId(source.indexed, tree.whole, 's')
    return [{ section: { id, number: '', heading: '', intro: [], items }, dropped, finds: [] }]
  }
  return tree.nodes.map((node) => carrySection(source, node, others))
}

function carrySection(source: Source, node: PlanNode, others: readonly IndexedDocument[]): CarriedSection {
  const heading = node.heading === null ? null : carryPlain(source, node.heading, false)
  const isLeaf = node.children.length === 0
  // One paragraph without a task is no list of one.
  const isPlain =
    isLeaf &&
    paragraphsIn(source.indexed, node.body).length === 1 &&
    !source.rows.some((row) => contains(node.body, row))
  const below = isPlain
    ? []
    : isLeaf
      ? [carryParagraphs(source, node.body, others)]
      : node.children.map((child) => carryNode(source, child, 2, others))
  const intro = isLeaf && !isPlain ? [] : introOf(source, node)
  const items = below.flatMap((one) => one.items)
  const dropped = [...below.flatMap((one) => one.dropped), ...intro.flatMap((one) => one.dropped)]
  const finds = [...(heading?.finds ?? []), ...intro.flatMap((one) => one.finds)]
  if (items.length === 0 && intro.every(({ sentence }) => sentence === null))
    return { section: null, dropped, finds }
  const section: OutlineSection = {
    id: itemId(source.indexed, node.section, 's'),
    number: '',
    heading: (heading?.sentence?.text ?? node.section.heading).replace(/[。；;]$/u, ''),
    intro: intro.flatMap(({ sentence }) => sentence ?? []),
    items,
  }
  return { section, dropped, finds }
}

/** An introduction has no flags: what a task would be flagged for is left open, and what was done once is left out. */
function introOf(source: Source, node: PlanNode) {
  return paragraphsIn(source.indexed, node.body)
    .flat()
    .map((range, at) => {
      const carried = carrySentence(source, range)
      const plain = carryPlain(source, range, at === 0)
      const isOnce = carried.dropped.length > 0
      const sentence = isOnce ? carried.sentence : plain.sentence
      return {
        sentence: sentence?.verdict === 'quoted' ? sentence : null,
        finds: plain.finds,
        dropped: carried.dropped,
      }
    })
}

/** A line of a date or a name alone is no sentence of it. */
const SAYS = /[。；;！：:]$|^.{30,}$/u

/** What stands before the first section, with the draft's year in the place of last year's. */
export function carryOpening(source: Source, { opening }: PlanTree) {
  if (opening === null) return { sentences: [] as readonly DraftSentence[], finds: [] as readonly Find[] }
  const told = paragraphsIn(source.indexed, opening)
    .flat()
    .filter(({ start, end }) => SAYS.test(source.indexed.view.slice(start, end)))
    .map((range, at) => carryPlain(source, range, at === 0))
  return {
    sentences: told.flatMap(({ sentence }) => (sentence?.verdict === 'quoted' ? [sentence] : [])),
    finds: told.flatMap(({ finds }) => finds),
  }
}

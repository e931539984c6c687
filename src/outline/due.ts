import type { Range, TargetRow } from '../corpus/index.ts'
import { type ChapterKind, chapterKind } from './chapter.ts'
import { type DueSentence, dueSentence, namesYear } from './due-sentence.ts'
import type { Source } from './source.ts'
import { type PlanNode, paragraphsIn, planTree } from './tree.ts'

/** What a running plan still owes in the draft's year, under one of its headings. */
export interface DueTask {
  readonly source: Source
  readonly node: PlanNode
  readonly sentences: readonly DueSentence[]
  /** Whether the first of them is the one the task begins with. */
  readonly hasLead: boolean
  readonly kind: ChapterKind
  /** The name of the plan's chapter that it stands in. */
  readonly chapter: Range | null
}

/**
 * Every commitment of a running plan that is not yet past, in the order of the plan.
 * @param isCarried what the draft says already
 */
export function dueTasks(source: Source, isCarried: (row: TargetRow) => boolean): readonly DueTask[] {
  return chaptersIn(planTree(source.indexed).nodes, 'task', null).flatMap(({ node, kind, chapter }) => {
    const rows =
      kind === 'task'
        ? source.rows
        : source.rows.filter((row) => row.kind === 'figure' || row.isYearly || row.deadlineIsExplicit)
    const all = paragraphsIn(source.indexed, node.body).flat()
    const found = all.flatMap((sentence) => dueSentence({ ...source, rows }, sentence, isCarried) ?? [])
    const hasLead = found[0] !== undefined && found[0].range === all[0]
    if (found.length > 0) return [{ source, node, sentences: found, hasLead, kind, chapter }]
    const ofHeading = node.heading === null ? undefined : namedHeading(source, node.heading)
    return ofHeading === undefined
      ? []
      : [{ source, node: { ...node, heading: null }, sentences: [ofHeading], hasLead: true, kind, chapter }]
  })
}

/** Where the whole commitment stands in what was read as a heading. */
function namedHeading(source: Source, heading: Range): DueSentence | undefined {
  if (!namesYear(source.indexed.view, heading, source.draftYear)) return undefined
  return dueSentence({ ...source, rows: [] }, heading, () => false)
}

interface Chapter {
  readonly node: PlanNode
  readonly kind: ChapterKind
  readonly chapter: Range | null
}

/** What stands under a chapter about the plan itself is about the plan itself. */
function chaptersIn(
  nodes: readonly PlanNode[],
  above: ChapterKind,
  chapter: Range | null,
): readonly Chapter[] {
  return nodes.flatMap((node) => {
    const own = chapterKind(node)
    const kind = own === 'task' ? above : own
    const name = above === 'task' && kind !== 'task' ? node.heading : chapter
    return [{ node, kind, chapter: name }, ...chaptersIn(node.children, kind, name)]
  })
}

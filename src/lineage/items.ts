import type { Document, IndexedDocument, Range, Section, TargetRow } from '../corpus/index.ts'
import { contains } from '../corpus/index.ts'
import { headingBehindNumber } from '../text/index.ts'
import { actionsIn } from './clause.ts'
import { sentenceTasks } from './dense-paragraph.ts'
import { AIM, FRAME } from './lexicon.ts'
import type { PlanItem } from './lineage.ts'
import { holesOf, type ItemDraft, paragraphTasks, withoutExcluded } from './paragraph.ts'

/**
 * The tasks of a plan in reading order.
 * @param rows the plan's own rows of the target ledger
 */
export function itemsOf(
  { document, view }: IndexedDocument,
  rows: readonly TargetRow[],
): readonly PlanItem[] {
  const own = rows.filter(({ documentId }) => documentId === document.id)
  const drafts = planParts(document).flatMap((part) => draftsOf(document, view, part))
  return drafts.map((draft, ordinal) => {
    const body = { start: draft.headingRange?.end ?? draft.range.start, end: draft.range.end }
    return {
      id: `${document.id}.i${ordinal}`,
      documentId: document.id,
      ...draft,
      clauses: actionsIn(view, body, holesOf(document)),
      targets: own.filter((row) => contains(draft.range, row)),
    }
  })
}

/** A section of one paragraph with this many sentences names a task in each of them. */
const DENSE = 3

function planParts({ parts, text }: Document): readonly Range[] {
  const plans = parts.filter(({ kind }) => kind === 'plan')
  return plans.length > 0 ? plans : [{ start: 0, end: text.length }]
}

function draftsOf(document: Document, view: string, part: Range): readonly ItemDraft[] {
  const sections = document.sections.filter((section) => contains(part, section))
  const parents = new Set(sections.map(({ parentId }) => parentId))
  if (sections.length === 0)
    return paragraphTasks(document, view, part, { sectionId: null, level: 1, path: [] })
  return sections.flatMap((section, at) =>
    parents.has(section.id)
      ? draftsBeforeChildren(document, view, section, sections[at + 1]?.start ?? section.end)
      : draftsOfLeaf(document, view, section),
  )
}

/** A numbered task in front of a section's first heading: it was glued to the heading above. */
function draftsBeforeChildren(
  document: Document,
  view: string,
  section: Section,
  end: number,
): readonly ItemDraft[] {
  const path = pathOf(section, document.sections)
  const inside = { sectionId: section.id, level: section.level + 1, path }
  const tasks = paragraphTasks(document, view, { start: section.headingEnd, end }, inside)
  return tasks.filter(({ number }) => /\d/u.test(number))
}

function draftsOfLeaf(document: Document, view: string, leaf: Section): readonly ItemDraft[] {
  if (namesNoTask(document, view, leaf)) return []
  const heading = headingBehindNumber(leaf, view)
  const path = pathOf(leaf, document.sections)
  const inside = { sectionId: leaf.id, level: leaf.level + 1, path }
  const body = { start: leaf.headingEnd, end: leaf.end }
  if (leaf.level === 1) {
    const tasks = paragraphTasks(document, view, body, inside)
    if (tasks.length > 1) return tasks
    const dense = tasks.flatMap(({ path, range }) =>
      sentenceTasks(document, view, range, { ...inside, path }),
    )
    if (dense.length >= DENSE) return dense
  }
  const range = withoutExcluded(view, leaf, document.exclusions)
  return [
    {
      sectionId: leaf.id,
      level: leaf.level,
      number: leaf.number,
      path,
      range,
      headingRange: heading,
    },
  ]
}

/**
 * What only sets the tone; in a plan for several years also its aims, which are rows of the ledger, and all that says
 * how the plan itself is carried out.
 */
function namesNoTask(document: Document, view: string, leaf: Section): boolean {
  const headings = chainOf(leaf, document.sections).map((section) => {
    const range = headingBehindNumber(section, view)
    return range === null ? '' : view.slice(range.start, range.end)
  })
  const own = headings.at(-1) ?? ''
  if (document.metadata.kind?.value !== 'multi_year_plan') return FRAME.test(own)
  return AIM.test(own) || headings.some((heading) => FRAME.test(heading))
}

function pathOf(section: Section, sections: readonly Section[]): readonly string[] {
  return chainOf(section, sections).map(({ number, heading }) => `${number}${heading}`)
}

/** The sections that hold one, outermost first, itself included. */
function chainOf(section: Section, sections: readonly Section[]): readonly Section[] {
  const above = sections.find(({ id }) => id === section.parentId)
  return above === undefined ? [section] : [...chainOf(above, sections), section]
}

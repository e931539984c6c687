import {
  contains,
  type Document,
  type IndexedDocument,
  type Range,
  type Section,
  subtract,
} from '../corpus/index.ts'
import { headingBehindNumber, sentencesIn, trimBlank, trimMarks } from '../text/index.ts'
import { withClosing } from './closing.ts'
import { looseNodes } from './loose-tree.ts'
import type { NumberStyle } from './number.ts'

/** A heading of a plan with what stands directly under it. */
export interface PlanNode {
  readonly section: Section
  /** The words of the heading, without number and closing mark; null where there is none. */
  readonly heading: Range | null
  /** What stands between the heading and the first one below it. */
  readonly body: Range
  readonly children: readonly PlanNode[]
}

/** A plan as its headings cut it. */
export interface PlanTree {
  /** What stands before the first heading; null when nothing does. */
  readonly opening: Range | null
  readonly nodes: readonly PlanNode[]
  /** The whole of a plan without headings. */
  readonly whole: Range
}

export function planTree(indexed: IndexedDocument): PlanTree {
  const { document, view } = indexed
  const whole = planRange(document)
  const sections = document.sections.filter((section) => contains(whole, section))
  const numbered = nodesUnder(null, sections, document, view)
  // A single heading over everything is a stray line.
  const isRead = numbered.length > 1 || numbered.some(({ children }) => children.length > 0)
  const loose = isRead ? [] : looseNodes(indexed, whole)
  const nodes = withClosing(loose.length > 0 ? loose : numbered, indexed)
  const first = nodes[0]?.section.start ?? whole.end
  const opening = nodes.length === 0 ? null : openingOf(document, { start: whole.start, end: first })
  return { opening, nodes, whole }
}

/** The plan itself, without its covering notice and its annexes; the longest of several. */
function planRange({ parts, text }: Document): Range {
  const [longest] = parts
    .filter(({ kind }) => kind === 'plan')
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  return longest ?? { start: 0, end: text.length }
}

/** Behind the title and what names the issuer and the date. */
function openingOf({ metadata, exclusions, text }: Document, range: Range): Range | null {
  const { title, issuer, documentNumber, issuedOn } = metadata
  const facts = [title, issuer, documentNumber, issuedOn].flatMap((field) => field?.evidence ?? [])
  const behind = facts.filter(({ end }) => end <= range.end).map(({ end }) => lineEnd(text, end))
  const start = Math.max(range.start, ...behind.filter((end) => end < range.end))
  const open = trimBlank(text, { start, end: range.end })
  const letters = subtract(open, exclusions).reduce((sum, part) => sum + part.end - part.start, 0)
  return letters < 12 ? null : open
}

/** Of a line that holds such a fact and little else. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end !== -1 && end - at <= 12 ? end : at
}

function nodesUnder(
  parent: string | null,
  sections: readonly Section[],
  document: Document,
  view: string,
): readonly PlanNode[] {
  const known = new Set(sections.map(({ id }) => id))
  const own = sections.filter(
    ({ parentId }) => parentId === parent || (parent === null && parentId !== null && !known.has(parentId)),
  )
  return own.map((section) => {
    const children = nodesUnder(section.id, sections, document, view)
    const end = children[0]?.section.start ?? section.end
    const body = { start: section.headingEnd, end }
    const glued = children.length > 0 ? gluedTask(section, body, view) : undefined
    const heading = headingBehindNumber(section, view)
    if (glued === undefined) return { section, heading, body, children }
    return {
      section,
      heading,
      body: { start: body.start, end: glued.section.start },
      children: [glued, ...children],
    }
  })
}

const NUMBER = /^\s*(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十]{1,3}[）)])\s*(?=\p{Script=Han})/u

/** A numbered task that hangs on its section's heading, so that the reader took it for what stands between. */
function gluedTask(parent: Section, body: Range, view: string): PlanNode | undefined {
  const number = NUMBER.exec(view.slice(body.start, body.end))?.[0]
  if (number === undefined) return undefined
  const words = { start: body.start + number.length, end: body.end }
  const [first] = sentencesIn(view, words)
  if (first === undefined) return undefined
  const section: Section = {
    id: `${parent.id}.glued`,
    parentId: parent.id,
    level: parent.level + 1,
    number: number.trim(),
    heading: '',
    start: body.start,
    end: body.end,
    headingEnd: first.end,
  }
  return { section, heading: trimMarks(view, first), body: { start: first.end, end: body.end }, children: [] }
}

/** The lines of a range, each with its sentences; what is no text of the plan is left out. */
export function paragraphsIn(
  { document, view }: IndexedDocument,
  range: Range,
): readonly (readonly Range[])[] {
  const open = subtract(range, document.exclusions)
  const sentences = sentencesIn(view, range).filter(
    (sentence) =>
      /[\p{Script=Han}\w]/u.test(view.slice(sentence.start, sentence.end)) &&
      open.some((part) => part.start < sentence.end && sentence.start < part.end),
  )
  const paragraphs: Range[][] = []
  for (const sentence of sentences) {
    const last = paragraphs.at(-1)
    const previous = last?.at(-1)
    const isSameLine = previous !== undefined && !view.slice(previous.end, sentence.start).includes('\n')
    if (isSameLine) last?.push(sentence)
    else paragraphs.push([sentence])
  }
  return paragraphs
}

/** How the plan numbers what stands under its first level. */
export function numberStyleOf({ nodes }: PlanTree): NumberStyle {
  const second = nodes.flatMap(({ children }) => children)
  const isArabic = second.length > 0 && second.every(({ section }) => /^\d/u.test(section.number))
  const counted = isArabic ? nodes.map(({ children }) => children) : second.map(({ children }) => children)
  const firsts = counted
    .filter(([first]) => first !== undefined)
    .map(([first]) => first?.section.number ?? '')
  const runsOn =
    firsts.length > 1 &&
    firsts.slice(1).every((number) => !/^[（(]?1[^\d]?/u.test(number) || /^1\d/u.test(number))
  return { second: isArabic ? 'arabic' : 'bracketed', runsOn }
}

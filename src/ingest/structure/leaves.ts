import type { Exclusion, Leaf, Range, Section } from '../../corpus/index.ts'
import { trimBlank } from '../../text/index.ts'

/**
 * Cuts a text into leaves, each character in exactly one: heading, body, excluded or blank.
 * @param title the document's title line, a heading without a section
 */
export function toLeaves(
  text: string,
  sections: readonly Section[],
  exclusions: readonly Exclusion[],
  title: Range | null,
): readonly Leaf[] {
  const kinds = new Array<Leaf['kind']>(text.length).fill('body')
  const headings = sections.map((section) => ({ start: section.start, end: section.headingEnd }))
  for (const heading of title === null ? headings : [title, ...headings]) {
    kinds.fill('heading', heading.start, heading.end)
  }
  for (const exclusion of exclusions) kinds.fill('excluded', exclusion.start, exclusion.end)
  markBlankLines(text, kinds)
  return merge(kinds)
}

/** White space between the lines is blank; white space inside a heading or a sentence belongs to it. */
function markBlankLines(text: string, kinds: Leaf['kind'][]): void {
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start)
    const end = next === -1 ? text.length : next + 1
    const content = trimBlank(text, { start, end })
    for (let at = start; at < end; at++) {
      const isOutside = at < content.start || at >= content.end
      if (isOutside && kinds[at] !== 'excluded') kinds[at] = 'blank'
    }
    start = end
  }
}

function merge(kinds: readonly Leaf['kind'][]): readonly Leaf[] {
  const leaves: Leaf[] = []
  let start = 0
  for (let at = 1; at <= kinds.length; at++) {
    const kind = kinds[start]
    if (kind === undefined || kinds[at] === kind) continue
    leaves.push({ start, end: at, kind })
    start = at
  }
  return leaves
}

/** Share of the text's characters that lie in exactly one leaf; 1 for a sound reading. */
export function coverageOf(text: string, leaves: readonly Leaf[]): number {
  if (text.length === 0) return 1
  const owners = new Uint8Array(text.length)
  for (const leaf of leaves) for (let at = leaf.start; at < leaf.end; at++) owners[at] = (owners[at] ?? 0) + 1
  return owners.filter((count) => count === 1).length / text.length
}

import type { DocumentId, Exclusion, Part, Passage, Range, Section } from '../../corpus/index.ts'
import { contains, passageIdOf, subtract } from '../../corpus/index.ts'
import { sentencesIn, trimBlank } from '../../text/index.ts'

/** A section's own text is split at sentence ends once it is longer than this many characters. */
const LONGEST_PASSAGE = 420

export interface ChunkingInput {
  readonly documentId: DocumentId
  readonly text: string
  readonly sections: readonly Section[]
  readonly parts: readonly Part[]
  readonly exclusions: readonly Exclusion[]
  /** The document's title line; it is carried by the metadata and makes no passage of its own. */
  readonly title: Range | null
}

/** Chunking: the units that are retrieved and cited, in reading order, none across a section's border. */
export function toPassages(input: ChunkingInput): readonly Passage[] {
  const byId = new Map(input.sections.map((section) => [section.id, section]))
  const ranges = ownRanges(input)
  const chunks = ranges.flatMap(({ range, section }) =>
    splitLong(input.text, range).map((part) => ({ part, section })),
  )
  return chunks.map(({ part, section }, ordinal) => ({
    id: passageIdOf(input.documentId, ordinal),
    documentId: input.documentId,
    start: part.start,
    end: part.end,
    path: pathOf(section, byId),
    sectionId: section?.id ?? null,
  }))
}

interface OwnRange {
  readonly range: Range
  readonly section: Section | undefined
}

/**
 * The text between one heading and the next within a part, without excluded text at its ends. What stands under a
 * plan is one passage.
 */
function ownRanges(input: ChunkingInput): readonly OwnRange[] {
  const own: OwnRange[] = []
  let next = 0
  for (const part of input.parts) {
    const first = next
    while ((input.sections[next]?.start ?? input.text.length) < part.end) next++
    for (const range of prefaceOf(input, part, input.sections[first])) own.push(range)
    for (const range of sectionRanges(input, part, first, next)) own.push(range)
  }
  return own.filter(({ range }) => range.end > range.start)
}

function prefaceOf(input: ChunkingInput, part: Part, first: Section | undefined): readonly OwnRange[] {
  const { text, exclusions, title } = input
  const preface = { start: part.start, end: Math.min(first?.start ?? part.end, part.end) }
  const ranges = part.kind === 'imprint' ? [preface] : paragraphs(text, preface)
  return ranges
    .filter((range) => title === null || !contains(title, range))
    .map((range) => ({ range: trimExcluded(text, range, exclusions), section: undefined }))
}

function sectionRanges(input: ChunkingInput, part: Part, from: number, to: number): readonly OwnRange[] {
  const { text, sections, exclusions } = input
  return sections.slice(from, to).flatMap((section, index) => {
    const next = index + 1 < to - from ? sections[from + index + 1] : undefined
    const range = { start: section.start, end: next?.start ?? part.end }
    const isLeaf = next?.parentId !== section.id
    const body = { start: section.headingEnd, end: range.end }
    if (!isLeaf && isEmpty(text, body, exclusions)) return []
    return [{ range: trimExcluded(text, range, exclusions), section }]
  })
}

/** Text in front of the first heading: each paragraph stands alone. */
function paragraphs(text: string, range: Range): readonly Range[] {
  const lines: Range[] = []
  let start = range.start
  for (const piece of text.slice(range.start, range.end).split('\n')) {
    lines.push(trimBlank(text, { start, end: start + piece.length }))
    start += piece.length + 1
  }
  return lines
}

function isEmpty(text: string, range: Range, exclusions: readonly Exclusion[]): boolean {
  return subtract(range, exclusions).every((part) =>
    /^[\s。；：:.]*$/u.test(text.slice(part.start, part.end)),
  )
}

function trimExcluded(text: string, range: Range, exclusions: readonly Exclusion[]): Range {
  const parts = subtract(range, exclusions)
    .map((part) => trimBlank(text, part))
    .filter((part) => part.end > part.start)
  const start = parts[0]?.start ?? range.start
  return { start, end: parts.at(-1)?.end ?? start }
}

/** Splits at sentence ends into parts of about equal length. */
function splitLong(text: string, range: Range): readonly Range[] {
  const length = range.end - range.start
  if (length <= LONGEST_PASSAGE) return [range]
  const target = length / Math.ceil(length / LONGEST_PASSAGE)
  const parts: Range[] = []
  let start = range.start
  let end = range.start
  for (const sentence of sentencesIn(text, range)) {
    const isFull = end > start && sentence.end - start > target + target / 4
    if (isFull) {
      parts.push({ start, end })
      start = sentence.start
    }
    end = sentence.end
  }
  parts.push({ start, end: range.end })
  return parts
}

function pathOf(section: Section | undefined, byId: ReadonlyMap<string, Section>): readonly string[] {
  const path: string[] = []
  for (let at = section; at !== undefined; at = at.parentId === null ? undefined : byId.get(at.parentId)) {
    path.unshift(`${at.number}${at.heading}`)
  }
  return path
}

import type { Document, Exclusion, Metadata, Part, Range, Section } from '../corpus/index.ts'
import {
  documentIdOf,
  firstEndingAfter,
  normalisedView,
  overlaps,
  sha256,
  subtract,
} from '../corpus/index.ts'
import type { Gazetteer } from '../text/index.ts'
import type { DecodedText } from './document-reader.ts'
import { doubtsAbout } from './doubt.ts'
import { findExclusions } from './exclusion/index.ts'
import { type Line, linesOf, readableLines } from './line.ts'
import { findDocumentNumber } from './metadata/document-number.ts'
import { findIssueDate } from './metadata/issue-date.ts'
import { findIssuer } from './metadata/issuer.ts'
import { findJurisdiction } from './metadata/jurisdiction.ts'
import { findNotice } from './metadata/notice.ts'
import { findKind, findPeriod } from './metadata/period.ts'
import { findScript } from './metadata/script.ts'
import { findTitle } from './metadata/title.ts'
import { pageRangesOf } from './page-layout.ts'
import { findAssignments } from './structure/assignment.ts'
import { attachmentLists } from './structure/attachment-list.ts'
import { findEnumerations } from './structure/enumeration.ts'
import { findHeadings, type HeadingCandidate } from './structure/heading.ts'
import { coverageOf, toLeaves } from './structure/leaves.ts'
import { findParts } from './structure/parts.ts'
import { toPassages } from './structure/passages.ts'
import { findPlainHeadings } from './structure/plain-heading.ts'
import { buildSections } from './structure/section-tree.ts'

/** Raised whenever a reading rule changes, so that stored documents are read again from their bytes. */
export const READER_VERSION = 5

/**
 * Reads one plan from its decoded text. Pure: the same text gives the same document on every runtime.
 * @param file name shown to people
 */
export function readDocument(
  file: string,
  bytes: Uint8Array,
  decoded: DecodedText,
  gazetteer: Gazetteer,
): Document {
  const { text, encoding } = decoded
  const view = normalisedView(text)
  const exclusions = findExclusions(text, view, linesOf(view), decoded.exclusions)
  const pages = pageRangesOf(decoded.pages ?? [], decoded.exclusions ?? [])
  const doubts = [...(decoded.doubts ?? []), ...doubtsAbout(text)]
  const source = { file, sha256: sha256(bytes), encoding, text, pages, doubts }
  return readAround(exclusions, source, gazetteer)
}

/**
 * Reads a text whose exclusions are known already, such as one that a person has corrected.
 * @param exclusions ascending and disjoint
 */
export function readAround(
  exclusions: Document['exclusions'],
  source: Pick<Document, 'file' | 'sha256' | 'encoding' | 'text' | 'pages' | 'doubts'>,
  gazetteer: Gazetteer,
): Document {
  const { text } = source
  const view = normalisedView(text)
  const lines = linesOf(view)
  const id = documentIdOf(source.sha256)
  const readable = readableLines(lines, exclusions)
  const { title, parts, sections } = readStructure({ text, view, lines, readable, exclusions })
  const leaves = toLeaves(text, sections, exclusions, title)
  return {
    ...source,
    id,
    metadata: readMetadata({ text, view, lines, readable, exclusions, title, parts, sections, gazetteer }),
    exclusions,
    sections,
    passages: toPassages({ documentId: id, text, sections, parts, exclusions, title }),
    parts,
    enumerations: findEnumerations(view, readable, sections),
    assignments: findAssignments(view, exclusions),
    coverage: coverageOf(text, leaves),
    readerVersion: READER_VERSION,
    correction: null,
  }
}

interface ReadText {
  readonly text: string
  readonly view: string
  readonly lines: readonly Line[]
  /** The lines that are neither blank nor excluded. */
  readonly readable: readonly Line[]
  readonly exclusions: readonly Exclusion[]
}

/** Title, parts and sections: each part has its own tree, and the title tells where the plan begins. */
function readStructure({ text, view, lines, readable, exclusions }: ReadText) {
  const lists = attachmentLists(readable)
  const numbered = findHeadings(view, lines, exclusions).filter((heading) => {
    const list = firstEndingAfter(lists, heading.start)
    return list === undefined || !overlaps(list, { start: heading.start, end: heading.start + 1 })
  })
  const whole = { start: 0, end: text.length }
  const bodyStart = buildSections(text, numbered, [whole])[0]?.start ?? text.length
  const notice = findNotice(readable)
  const title = findTitle(readable, bodyStart, notice)
  const parts = findParts({ text, lines: readable, notice, title, numbered })
  const from = title?.end ?? bodyStart
  const plain = findPlainHeadings({ lines, exclusions, numbered, from: from === text.length ? 0 : from })
  const headings = [...numbered, ...plain]
    .filter((heading) => isHeadingOf(heading, parts, title))
    .sort((a, b) => a.start - b.start)
  return { title, parts, sections: buildSections(text, headings, parts) }
}

/** The imprint has no headings, and the title and the 附件 over it are none. */
function isHeadingOf(
  { start, marker }: HeadingCandidate,
  parts: readonly Part[],
  title: Range | null,
): boolean {
  const part = firstEndingAfter(parts, start)
  if (part === undefined || part.kind === 'imprint') return false
  if (title !== null && start >= title.start && start < title.end) return false
  return marker.style !== 'annex' || part.kind === 'annex'
}

interface MetadataInput extends ReadText {
  readonly title: Range | null
  readonly parts: readonly Part[]
  readonly sections: readonly Section[]
  readonly gazetteer: Gazetteer
}

/** The title without the line breaks it was set with and what is excluded within it. */
function titleOf({ text, exclusions }: ReadText, title: Range): Metadata['title'] {
  const words = subtract(title, exclusions).map(({ start, end }) => text.slice(start, end))
  const value = words.join('').replace(/\s*\n\s*/gu, '')
  return { value, evidence: title, inferred: false }
}

function readMetadata(input: MetadataInput): Metadata {
  const { text, view, lines, exclusions, title, gazetteer } = input
  const issuer = findIssuer(input)
  const issuedOn = findIssueDate(input)
  const kind = findKind({ view, title, issuedOn })
  const headEnd = input.sections[0]?.start ?? text.length
  return {
    title: title === null ? null : titleOf(input, title),
    issuer,
    jurisdiction: findJurisdiction({ view, title, issuer, exclusions, gazetteer }),
    kind,
    years: findPeriod({ view, title, issuedOn }, kind),
    documentNumber: findDocumentNumber(text, lines, headEnd),
    issuedOn,
    script: findScript(text, exclusions),
  }
}

import type { Document, Metadata, Range } from '../corpus/index.ts'
import { documentIdOf, normalisedView, sha256 } from '../corpus/index.ts'
import type { Gazetteer } from '../text/index.ts'
import type { DecodedText } from './document-reader.ts'
import { doubtsAbout } from './doubt.ts'
import { findExclusions } from './exclusion/index.ts'
import { type Line, linesOf } from './line.ts'
import { findDocumentNumber, findIssueDate, findIssuer } from './metadata/issue.ts'
import { findJurisdiction } from './metadata/jurisdiction.ts'
import { findKind, findPeriod } from './metadata/period.ts'
import { findScript } from './metadata/script.ts'
import { findTitle } from './metadata/title.ts'
import { pageRangesOf } from './page-layout.ts'
import { findHeadings } from './structure/heading.ts'
import { coverageOf, toLeaves } from './structure/leaves.ts'
import { toPassages } from './structure/passages.ts'
import { findPlainHeadings } from './structure/plain-heading.ts'
import { buildSections } from './structure/section-tree.ts'

/** Raised whenever a reading rule changes, so that stored documents are read again from their bytes. */
export const READER_VERSION = 3

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
  const numbered = findHeadings(view, lines, exclusions)
  const bodyStart = buildSections(text, numbered)[0]?.start
  const title = findTitle(lines, exclusions, bodyStart ?? text.length)
  const plain = findPlainHeadings({ lines, exclusions, numbered, from: title?.end ?? bodyStart ?? 0 })
  const sections = buildSections(
    text,
    [...numbered, ...plain].sort((a, b) => a.start - b.start),
  )
  const leaves = toLeaves(text, sections, exclusions, title)
  return {
    ...source,
    id,
    metadata: readMetadata({
      text,
      view,
      lines,
      exclusions,
      title,
      headEnd: bodyStart ?? 1000,
      gazetteer,
    }),
    exclusions,
    sections,
    passages: toPassages({ documentId: id, text, sections, exclusions, title }),
    coverage: coverageOf(text, leaves),
    readerVersion: READER_VERSION,
    correction: null,
  }
}

interface MetadataInput {
  readonly text: string
  readonly view: string
  readonly lines: readonly Line[]
  readonly exclusions: Document['exclusions']
  readonly title: Range | null
  readonly headEnd: number
  readonly gazetteer: Gazetteer
}

function readMetadata(input: MetadataInput): Metadata {
  const { text, view, lines, exclusions, title, headEnd, gazetteer } = input
  const issuer = findIssuer(text, view, lines, title)
  const issuedOn = findIssueDate(lines)
  const kind = findKind(view, title)
  return {
    title:
      title === null ? null : { value: text.slice(title.start, title.end), evidence: title, inferred: false },
    issuer,
    jurisdiction: findJurisdiction({ view, title, issuer, exclusions, gazetteer }),
    kind,
    years: findPeriod(view, title, kind, issuedOn),
    documentNumber: findDocumentNumber(text, view, headEnd),
    issuedOn,
    script: findScript(text, exclusions),
  }
}

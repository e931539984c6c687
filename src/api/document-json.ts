import type { Document, Exclusion, Metadata, MetadataField, Range, Section } from '../corpus/index.ts'
import { correctionTag, normalisedView } from '../corpus/index.ts'
import { type DocumentVersion, doubtsOf, exclusionsByReason } from '../ingest/index.ts'
import { targetsOf } from '../ledger/index.ts'
import { codePointOffsets } from './code-point.ts'
import type { DocumentSummaryJson, DocumentTextJson, InspectionJson } from './document-schema.ts'
import { toTargetJson } from './targets-json.ts'

export function toInspectionJson(document: Document): InspectionJson {
  const { text } = document
  const offset = codePointOffsets(text)
  const range = ({ start, end }: Range) => ({ start: offset(start), end: offset(end) })
  return {
    file: document.file,
    encoding: document.encoding,
    text,
    coverage: document.coverage,
    doubts: [...doubtsOf(document)],
    index_unit: 'code_point',
    pages: document.pages.map((page) => ({ number: page.number, ...range(page) })),
    metadata: metadataJson(document.metadata, offset),
    excluded: excludedJson(document.exclusions, text, offset),
    sections: sectionsJson(document.sections, offset),
    passages: document.passages.map((passage) => ({
      id: passage.id,
      ...range(passage),
      path: [...passage.path],
    })),
    parts: document.parts.map((part) => ({ kind: part.kind, ...range(part) })),
    enumerations: document.enumerations.map((enumeration) => ({
      ...range(enumeration),
      items: enumeration.items.map((item) => ({ number: item.number, ...range(item) })),
    })),
    assignments: document.assignments.map((assignment) => ({
      kind: assignment.kind,
      ...range(assignment),
      words: range(assignment.words),
      text: text.slice(assignment.words.start, assignment.words.end),
    })),
    targets: targetsOf({ document, view: normalisedView(text) }).map((row) => toTargetJson(row, offset)),
    correction: correctionJson(document, offset),
  }
}

type Offset = (utf16: number) => number

function metadataJson({ years, ...metadata }: Metadata, offset: Offset): InspectionJson['metadata'] {
  const field = <T>(
    read: { readonly value: T; readonly evidence: Range | null; readonly inferred: boolean } | null,
  ) =>
    read && {
      value: read.value,
      evidence: read.evidence && { start: offset(read.evidence.start), end: offset(read.evidence.end) },
      inferred: read.inferred,
    }
  const [from = 0, to = 0] = years?.value ?? []
  return {
    title: field(metadata.title),
    issuer: field(metadata.issuer),
    jurisdiction: field(metadata.jurisdiction),
    kind: field(metadata.kind),
    years: field(years && { ...years, value: [from, to] }),
    document_number: field(metadata.documentNumber),
    issued_on: field(metadata.issuedOn),
    script: field(metadata.script),
  }
}

function excludedJson(exclusions: readonly Exclusion[], text: string, offset: Offset) {
  return exclusions.map(({ start, end, reason }) => ({
    start: offset(start),
    end: offset(end),
    text: text.slice(start, end),
    reason,
  }))
}

function correctionJson({ correction, text }: Document, offset: Offset): InspectionJson['correction'] {
  if (correction === null) return null
  const metadata = Object.entries(correction.metadata).map(([field, change]) => ({
    field: WIRE_FIELD[field as MetadataField],
    read: change?.read ?? null,
  }))
  return { metadata, restored: restoredJson(correction, text, offset) }
}

/** Names of metadata fields on the wire. */
export const WIRE_FIELD = {
  title: 'title',
  issuer: 'issuer',
  jurisdiction: 'jurisdiction',
  kind: 'kind',
  years: 'years',
  documentNumber: 'document_number',
  issuedOn: 'issued_on',
  script: 'script',
} as const satisfies Readonly<Record<MetadataField, string>>

/** Changes with everything a person can change. */
export function entityTag({ id, readerVersion, correction }: Document): string {
  return `"${id}-${readerVersion}-${correctionTag(correction) || 'read'}"`
}

/** What a person has taken back, with the reason for which reading had left it out. */
function restoredJson(correction: Document['correction'], text: string, offset: Offset) {
  const ranges = (correction?.restored ?? []).flatMap((range) =>
    (correction?.read ?? []).flatMap(({ start, end, reason }) => {
      const part = { start: Math.max(start, range.start), end: Math.min(end, range.end), reason }
      return part.start < part.end ? [part] : []
    }),
  )
  return excludedJson(ranges, text, offset)
}

function sectionsJson(sections: readonly Section[], offset: Offset) {
  return sections.map((section) => ({
    id: section.id,
    parent_id: section.parentId,
    level: section.level,
    number: section.number,
    heading: section.heading,
    start: offset(section.start),
    end: offset(section.end),
    heading_end: offset(section.headingEnd),
  }))
}

export function toDocumentSummaryJson(document: Document): DocumentSummaryJson {
  const { metadata, text } = document
  const years = metadata.years?.value
  return {
    id: document.id,
    file: document.file,
    title: metadata.title?.value ?? document.file,
    issuer: metadata.issuer?.value ?? null,
    jurisdiction: metadata.jurisdiction?.value ?? null,
    kind: metadata.kind?.value ?? 'other',
    years: years === undefined ? null : [...years],
    issued_on: metadata.issuedOn?.value ?? null,
    script: metadata.script?.value ?? null,
    encoding: document.encoding,
    coverage: document.coverage,
    characters: codePointOffsets(text)(text.length),
    passages: document.passages.length,
    sections: document.sections.length,
    excluded: [...exclusionsByReason(document)],
    sha256: document.sha256,
    inferred: inferredFields(metadata),
    corrected: Object.keys(document.correction?.metadata ?? {}).map(
      (field) => WIRE_FIELD[field as MetadataField],
    ),
  }
}

function inferredFields(metadata: Metadata): string[] {
  const named = {
    jurisdiction: metadata.jurisdiction,
    years: metadata.years,
    issuer: metadata.issuer,
    issued_on: metadata.issuedOn,
  }
  return Object.entries(named).flatMap(([name, field]) => (field?.inferred === true ? [name] : []))
}

export function toDocumentTextJson({ document, supersededBy }: DocumentVersion): DocumentTextJson {
  const offset = codePointOffsets(document.text)
  return {
    document_id: document.id,
    file: document.file,
    title: document.metadata.title?.value ?? document.file,
    index_unit: 'code_point',
    sha256: document.sha256,
    text: document.text,
    excluded: excludedJson(document.exclusions, document.text, offset),
    restored: restoredJson(document.correction, document.text, offset),
    sections: sectionsJson(document.sections, offset),
    etag: entityTag(document),
    superseded_by: supersededBy,
  }
}

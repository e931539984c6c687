import type { z } from '@hono/zod-openapi'
import type { Corpus } from '../corpus/index.ts'
import {
  aigcLabel,
  type Basis,
  type DraftableBody,
  type DraftSentence,
  exportWarnings,
  type Outline,
  type OutlineEdit,
  type OutlineHead,
  type OutlineItem,
  type OutlineVersion,
} from '../outline/index.ts'
import { toCitationJson } from './citation-json.ts'
import { codePointOffsets } from './code-point.ts'
import type {
  DraftableJson,
  OutlineHeadJson,
  OutlineItemJson,
  OutlineJson,
  outlineEditSchema,
} from './outline-schema.ts'
import { toTargetJson } from './targets-json.ts'

/** The one serialised form of a draft: every source once, with a number of its own, in reading order. */
export function toOutlineJson({ outline, number, savedAt }: OutlineVersion, corpus: Corpus): OutlineJson {
  const sources = new Map<string, { readonly number: number; readonly basis: Basis }>()
  const numberOf = (basis: Basis) => {
    const key = `${basis.span.documentId}:${basis.span.start}-${basis.span.end}`
    const known = sources.get(key) ?? { number: sources.size + 1, basis }
    sources.set(key, known)
    return known.number
  }
  const numbersOf = (all: readonly Basis[]) => [...new Set(all.map(numberOf))]
  const sentencesOf = (sentences: readonly DraftSentence[]) =>
    sentences.map(({ text, verdict, basis }) => ({ text, verdict, citations: numbersOf(basis) }))
  const itemJson = (item: OutlineItem) => toItemJson(item, { sentencesOf, numbersOf, corpus })
  const opening = sentencesOf(outline.opening)
  const sections = outline.sections.map((section) => ({
    id: section.id,
    number: section.number,
    heading: section.heading,
    intro: textOf(section.intro),
    intro_sentences: sentencesOf(section.intro),
    items: section.items.map(itemJson),
  }))
  const dropped = outline.dropped.map(({ text, reason, basis }) => ({
    text,
    reason,
    basis: numbersOf(basis),
  }))
  const borrowable = outline.borrowable.map(itemJson)
  return {
    id: outline.id,
    version: number,
    saved_at: savedAt,
    region: outline.region,
    year: outline.year,
    title: outline.title,
    based_on: basedOn(outline, corpus),
    opening,
    sections,
    dropped,
    borrowable,
    warnings: [...outline.warnings],
    export_warnings: [...exportWarnings(outline)],
    mode: outline.mode,
    model: outline.model,
    index_unit: 'code_point',
    aigc: { ...aigcLabel(outline) },
    citations: [...sources.values()].map((source) =>
      toCitationJson(source.basis, source.number, null, corpus),
    ),
  }
}

interface Serial {
  readonly sentencesOf: (sentences: readonly DraftSentence[]) => OutlineItemJson['sentences']
  readonly numbersOf: (basis: readonly Basis[]) => number[]
  readonly corpus: Corpus
}

function toItemJson(item: OutlineItem, { sentencesOf, numbersOf, corpus }: Serial): OutlineItemJson {
  const { id, level, number, heading, status, origin, state } = item
  return {
    ...{ id, level, number, heading, status, origin, state },
    text: textOf(item.sentences),
    sentences: sentencesOf(item.sentences),
    basis: numbersOf(item.basis),
    targets: item.targets.map((target) =>
      toTargetJson(target, codePointOffsets(corpus.documents.get(target.documentId)?.document.text ?? '')),
    ),
    flags: item.flags.map((flag) => ({ ...flag })),
  }
}

function textOf(sentences: readonly DraftSentence[]): string {
  return sentences.map(({ text }) => text).join('')
}

/** The plans it rests on, with those a person has removed since. */
function basedOn(outline: Outline, corpus: Corpus): OutlineJson['based_on'] {
  return outline.basedOn.map((id) => {
    const document = corpus.documents.get(id)?.document
    const file = document?.file ?? ''
    return { id, title: document?.metadata.title?.value ?? file, file, is_kept: document !== undefined }
  })
}

export function toDraftableJson(bodies: readonly DraftableBody[]): DraftableJson {
  return {
    bodies: bodies.map(({ region, parent, nextYear, annual, multiYear }) => ({
      region,
      parent,
      next_year: nextYear,
      annual: annual.map(({ documentId, ...plan }) => ({ document_id: documentId, ...plan })),
      multi_year: multiYear.map(({ documentId, ...plan }) => ({ document_id: documentId, ...plan })),
    })),
  }
}

export function toOutlineHeadJson({
  id,
  region,
  year,
  title,
  version,
  savedAt,
}: OutlineHead): OutlineHeadJson {
  return { id, region, year, title, version, saved_at: savedAt }
}

export function toOutlineEdit(edit: z.output<typeof outlineEditSchema>): OutlineEdit {
  switch (edit.kind) {
    case 'title':
      return edit
    case 'section':
      return { kind: edit.kind, sectionId: edit.section_id, heading: edit.heading }
    case 'state':
      return { kind: edit.kind, itemId: edit.item_id, state: edit.state }
    case 'rewrite':
      return { kind: edit.kind, itemId: edit.item_id, heading: edit.heading, text: edit.text }
    case 'level':
      return { kind: edit.kind, itemId: edit.item_id, level: edit.level }
    case 'move':
    case 'borrow':
      return { kind: edit.kind, itemId: edit.item_id, sectionId: edit.section_id, before: edit.before }
    case 'add': {
      const { kind, level, heading, text, section_id, before } = edit
      return { kind, level, heading, text, sectionId: section_id, before }
    }
  }
}

import type { z } from '@hono/zod-openapi'
import type { Document, Jurisdiction, MetadataField } from '../corpus/index.ts'
import { InvalidRequestError } from '../error.ts'
import type { CorrectionChange } from '../ingest/index.ts'
import type { Gazetteer } from '../text/index.ts'
import { utf16Offsets } from './code-point.ts'
import { WIRE_FIELD } from './document-json.ts'
import type { correctionRequestSchema } from './document-schema.ts'

type Wire = z.infer<typeof correctionRequestSchema>

/**
 * A correction of the wire as the library takes it.
 * @throws InvalidRequestError for a range outside of the text and for a place that is not clear
 */
export function toCorrectionChange(wire: Wire, document: Document, gazetteer: Gazetteer): CorrectionChange {
  const { jurisdiction, document_number, issued_on, ...same } = wire.metadata
  const metadata = {
    ...same,
    ...(jurisdiction === undefined ? {} : { jurisdiction: placeOf(jurisdiction, gazetteer) }),
    ...(document_number === undefined ? {} : { documentNumber: document_number }),
    ...(issued_on === undefined ? {} : { issuedOn: issued_on }),
  }
  const named = Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined))
  const fields = Object.entries(WIRE_FIELD) as [MetadataField, string][]
  return {
    metadata: named,
    reverted: fields
      .filter(([, name]) => wire.revert.some((field) => field === name))
      .map(([field]) => field),
    exclusions: wire.exclusions.map(utf16Ranges(document.text)),
  }
}

function utf16Ranges(text: string) {
  const toUtf16 = utf16Offsets(text)
  return ({ start, end, excluded }: Wire['exclusions'][number]) => {
    const range = { start: toUtf16(start), end: toUtf16(end) }
    if (range.start >= range.end || range.end > text.length)
      throw new InvalidRequestError('要排除或恢复的文字不在文件之内。', {
        details: { pointer: '/exclusions' },
      })
    return { ...range, isExcluded: excluded }
  }
}

function placeOf(
  wire: NonNullable<Wire['metadata']['jurisdiction']> | null,
  gazetteer: Gazetteer,
): Jurisdiction | null {
  if (wire === null) return null
  const { name, parent, level } = wire
  const listed = gazetteer.named(name).filter((place) => (parent ? place.parent === parent : true))
  const known = listed.filter((place) => (level ? place.level === level : true))
  const [place, other] = known
  if (place !== undefined && other === undefined) return place
  if (other !== undefined)
    throw unclear(
      `叫“${name}”的地方不止一个（${known.map((one) => one.parent ?? one.name).join('、')}），请写明上级。`,
    )
  if (listed.length > 0) throw unclear(`行政区划名录里的“${name}”不是这个级别，请不填级别。`)
  if (level === undefined) throw unclear(`行政区划名录里没有“${parent ?? ''}${name}”，请同时写明级别。`)
  return { name, level, parent: parent || null }
}

function unclear(reason: string): InvalidRequestError {
  return new InvalidRequestError(reason, { details: { pointer: '/metadata/jurisdiction' } })
}

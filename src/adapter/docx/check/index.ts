import type { ExportOptions } from '../../../outline/export/export.ts'
import type { Outline } from '../../../outline/outline.ts'
import { faceFindings } from './face.ts'
import type { Finding } from './finding.ts'
import { labelFindings } from './label.ts'
import { layoutFindings } from './layout.ts'
import { noteFindings } from './note.ts'
import { orderFindings } from './order.ts'
import { outwardRelations, readParts } from './parts.ts'
import { textFindings } from './text.ts'
import { wordingFindings } from './wording.ts'

/** Reads a written file again, as bytes, and says what in it is not the draft or not the standard. */
export function validateDocx(
  bytes: Uint8Array,
  outline: Outline,
  options: ExportOptions,
): readonly Finding[] {
  const parts = readParts(bytes)
  if ('grade' in parts) return [parts]
  return [
    ...outwardRelations(parts),
    ...orderFindings(parts),
    ...textFindings(parts, outline, options),
    ...noteFindings(parts, outline, options),
    ...labelFindings(parts, outline),
    ...layoutFindings(parts),
    ...faceFindings(parts, outline),
    ...wordingFindings(outline),
  ]
}

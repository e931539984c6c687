import { numbered } from '../number.ts'
import type { Outline } from '../outline.ts'
import { aigcLabel } from './label.ts'

/** The draft itself with its numbers, rejected tasks and all, under the label of what it is. */
export function outlineJson(outline: Outline): string {
  return `${JSON.stringify({ AIGC: aigcLabel(outline), ...numbered(outline) }, null, 2)}\n`
}

import type { Range, Section } from '../corpus/index.ts'
import { trimMarks } from './sentence.ts'

/** A section's heading behind its number, without marks at its ends; null where it is a number only. */
export function headingBehindNumber({ start, number, headingEnd }: Section, view: string): Range | null {
  const words = trimMarks(view, { start: start + number.length, end: headingEnd })
  return words.end > words.start ? words : null
}

import type { Document, Range } from '../corpus/index.ts'
import { type Assignment, assignmentsIn } from './assignment.ts'

/**
 * One document as the ledger reads it: the normalised view without what is excluded, without notes of
 * assignment and without the breaks of lines that were wrapped. All ranges of the ledger are ranges of this view until `inText` takes them back.
 */
export interface Reading {
  readonly document: Document
  readonly view: string
  /** For each character of the view its place in the text. */
  readonly origin: readonly number[]
  /** Notes behind items, ranges of the text. */
  readonly assignments: readonly Assignment[]
  /** The range of the document's text that a range of the view stands for. */
  inText(range: Range): Range
  /** The range of the view that shows a range of the text. */
  inView(range: Range): Range
}

/** Words of the original beside the same words normalised, letter for letter, without blanks. */
export interface Words {
  readonly text: string
  readonly view: string
}

export const NO_WORDS: Words = { text: '', view: '' }

/** A line that ends like this and is this long was wrapped, not finished. */
const UNFINISHED = /[\p{Script=Han}\p{L}\d，,、(“%]$/u
const GOES_ON = /^[\p{Script=Han}\d，,、。；;)”(“]/u
const WRAPPED = 20

/** @param full the normalised view of the whole text */
export function readingOf(document: Document, full: string): Reading {
  const dropped = new Uint8Array(full.length)
  const assignments = assignmentsIn(full)
  for (const { start, end } of [...document.exclusions, ...assignments]) dropped.fill(1, start, end)
  for (const { start, end } of wrapsIn(document, full)) dropped.fill(1, start, end)
  const origin: number[] = []
  const shown: number[] = []
  let view = ''
  for (let at = 0; at < full.length; at++) {
    shown.push(origin.length)
    if (dropped[at] === 1) continue
    origin.push(at)
    view += full[at] ?? ''
  }
  shown.push(origin.length)
  return {
    document,
    view,
    origin,
    assignments,
    inText: ({ start, end }) => ({
      start: origin[start] ?? full.length,
      end: end > start ? (origin[end - 1] ?? full.length - 1) + 1 : (origin[start] ?? full.length),
    }),
    inView: ({ start, end }) => ({ start: shown[start] ?? view.length, end: shown[end] ?? view.length }),
  }
}

function wrapsIn(document: Document, full: string): readonly Range[] {
  const borders = new Set(document.sections.flatMap(({ start, headingEnd }) => [start, headingEnd]))
  for (const { start } of document.passages) borders.add(start)
  const wraps: Range[] = []
  for (const { index, 0: gap } of full.matchAll(/(?<![^\S\n])[^\S\n]*\n[^\S\n]*/gu)) {
    const lineStart = full.lastIndexOf('\n', index - 1) + 1
    const next = index + gap.length
    const line = full.slice(lineStart, index)
    const isTable = /[\t|]/u.test(line) || /^[^\n]*[\t|]/u.test(full.slice(next, next + 200))
    if (
      isTable ||
      line.length < WRAPPED ||
      !UNFINISHED.test(line) ||
      !GOES_ON.test(full.slice(next, next + 1))
    )
      continue
    if (!borders.has(index) && !borders.has(next)) wraps.push({ start: index, end: next })
  }
  return wraps
}

/** The words of some ranges of the view, without blanks. */
export function wordsOf({ document, view, origin }: Reading, ranges: readonly Range[]): Words {
  const words = { text: '', view: '' }
  for (const { start, end } of ranges) {
    for (let at = start; at < end; at++) {
      const letter = view[at] ?? ''
      if (/\s/u.test(letter)) continue
      words.view += letter
      words.text += document.text[origin[at] ?? -1] ?? ''
    }
  }
  return words
}

/** The original's words of a range, exactly as they stand. */
export function originalOf({ document, inText }: Reading, range: Range): string {
  const { start, end } = inText(range)
  return document.text.slice(start, end)
}

export function sliceWords({ text, view }: Words, start: number, end = view.length): Words {
  return { text: text.slice(start, end), view: view.slice(start, end) }
}

export function joinWords(...all: readonly Words[]): Words {
  return { text: all.map(({ text }) => text).join(''), view: all.map(({ view }) => view).join('') }
}

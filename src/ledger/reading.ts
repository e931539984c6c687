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

const BLANK = /\s/u

/** @param full the normalised view of the whole text */
export function readingOf(document: Document, full: string): Reading {
  const dropped = new Uint8Array(full.length)
  const assignments = assignmentsIn(full)
  for (const { start, end } of [...document.exclusions, ...assignments]) dropped.fill(1, start, end)
  for (const { start, end } of wrapsIn(document, full)) dropped.fill(1, start, end)
  const origin: number[] = []
  const shown: number[] = []
  const kept: string[] = []
  let from = 0
  for (let at = 0; at < full.length; at++) {
    shown.push(origin.length)
    if (dropped[at] !== 1) {
      origin.push(at)
      continue
    }
    if (from < at) kept.push(full.slice(from, at))
    from = at + 1
  }
  shown.push(origin.length)
  // Appending letter by letter would leave a tree of one node a letter.
  const view = kept.length === 0 && from === 0 ? full : kept.concat(full.slice(from)).join('')
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
  const take = (start: number, end: number) => {
    if (start === end) return
    words.view += view.slice(start, end)
    const [first = 0, last = 0] = [origin[start], origin[end - 1]]
    if (last - first === end - 1 - start) words.text += document.text.slice(first, last + 1)
    else for (let at = start; at < end; at++) words.text += document.text[origin[at] ?? -1] ?? ''
  }
  for (const { start, end } of ranges) {
    let from = start
    for (let at = start; at < end; at++) {
      if (!isBlank(view.charCodeAt(at))) continue
      take(from, at)
      from = at + 1
    }
    take(from, Math.max(from, end))
  }
  return words
}

/** As \s has it; nothing of it lies among Han letters. */
function isBlank(code: number): boolean {
  if (code > 0x20 && code < 0xa0) return false
  if (code > 0x3000 && code < 0xfeff) return false
  return BLANK.test(String.fromCharCode(code))
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

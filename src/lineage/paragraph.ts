import type { Document, Range } from '../corpus/index.ts'
import { subtract } from '../corpus/index.ts'
import { sentencesIn, trimBlank, trimMarks } from '../text/index.ts'
import { PREFACE } from './lexicon.ts'
import type { PlanItem } from './lineage.ts'

/** Where a task stands, before its clauses and figures are known. */
export type ItemDraft = Pick<PlanItem, 'sectionId' | 'level' | 'number' | 'path' | 'range' | 'headingRange'>

/** A paragraph shorter than this names no task. */
const SHORTEST_PARAGRAPH = 8
const LONGEST_CAPTION = 25
const LONGEST_HEADING = 30
/** 01, 1. or ① in front of a paragraph that is no section. */
const NUMBER = /^(?:\d{1,2}(?=[\s、.．)）])[、.．)）]?|[①-⑳]|[■□●◆▲★➢•])\s*/u

/**
 * Each paragraph that says something. A short line without an end stands over those behind it; what sets the tone or
 * only says who answers is no task.
 */
export function paragraphTasks(
  document: Document,
  view: string,
  range: Range,
  inside: Pick<ItemDraft, 'sectionId' | 'level' | 'path'>,
): readonly ItemDraft[] {
  const tasks: ItemDraft[] = []
  let caption: string | null = null
  for (const line of linesOf(document, view, range)) {
    const words = view.slice(line.start, line.end)
    if (isCaption(words)) caption = document.text.slice(line.start, line.end)
    else if (line.end - line.start >= SHORTEST_PARAGRAPH && !PREFACE.test(words)) {
      const path: readonly string[] = caption === null ? inside.path : [...inside.path, caption]
      tasks.push({ ...inside, path, range: line, ...headed(document, view, line) })
    }
  }
  return tasks
}

/** What is in the text and yet no part of what is to be done. */
export function holesOf({ exclusions, assignments }: Document): readonly Range[] {
  return [...exclusions, ...assignments].sort((a, b) => a.start - b.start)
}

/** Lines without what is excluded and without who answers for what, where anything is left. */
function linesOf(document: Document, view: string, range: Range): readonly Range[] {
  const lines: Range[] = []
  let start = range.start
  for (const line of view.slice(range.start, range.end).split('\n')) {
    lines.push({ start, end: start + line.length })
    start += line.length + 1
  }
  const holes = holesOf(document)
  return lines.map((line) => withoutExcluded(view, line, holes)).filter(({ start, end }) => end > start)
}

function isCaption(words: string): boolean {
  return words.length <= LONGEST_CAPTION && !/[。;；，,:：!！]/u.test(words)
}

/** The number in front, and the first sentence where it is short and more follows. */
function headed(
  document: Document,
  view: string,
  paragraph: Range,
): Pick<ItemDraft, 'number' | 'headingRange'> {
  const mark = NUMBER.exec(view.slice(paragraph.start, paragraph.end))?.[0] ?? ''
  const number = document.text.slice(paragraph.start, paragraph.start + mark.length).trim()
  const rest = { start: paragraph.start + mark.length, end: paragraph.end }
  const [first, second] = sentencesIn(view, rest)
  if (first === undefined || second === undefined) return { number, headingRange: null }
  const words = trimMarks(view, first)
  const isShort = words.end - words.start <= LONGEST_HEADING
  const isHeading = isShort && !view.slice(words.start, words.end).includes(',')
  return { number, headingRange: isHeading ? words : null }
}

/** The range without blanks and excluded text at its ends. */
export function withoutExcluded(view: string, range: Range, exclusions: readonly Range[]): Range {
  const parts = subtract(range, exclusions)
    .map((part) => trimBlank(view, part))
    .filter(({ start, end }) => end > start)
  const start = parts[0]?.start ?? range.start
  return { start, end: parts.at(-1)?.end ?? start }
}

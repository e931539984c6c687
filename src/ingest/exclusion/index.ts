import type { Exclusion, Range } from '../../corpus/index.ts'
import { contains, firstEndingAfter } from '../../corpus/index.ts'
import type { Line } from '../line.ts'
import { findEditorResidue } from './editor-residue.ts'
import { findInjectedTerms } from './injected-term.ts'
import { findMetadataRun } from './metadata-run.ts'
import { findPageChrome } from './page-chrome.ts'
import { findPageZones } from './page-zone.ts'
import { findRepeatedTitle } from './repeated-title.ts'
import { findSpamLines } from './spam.ts'

/**
 * Every range of a text that is not the document, ascending and disjoint, each with its reason.
 * @param view normalised view of `text`
 * @param marked what the file's format has marked already
 */
export function findExclusions(
  text: string,
  view: string,
  lines: readonly Line[],
  marked: readonly Exclusion[] = [],
): readonly Exclusion[] {
  const flowing = withoutRunningLines(lines, marked)
  const found = [...findSpamLines(flowing), ...findMetadataRun(flowing), ...findPageChrome(flowing)]
  const sure = [...marked, ...found]
  const wholeLines = [...sure, ...findPageZones(flowing, disjoint(sure))]
  const furniture = disjoint([...wholeLines, ...findRepeatedTitle(flowing, disjoint(wholeLines))])
  const residue = findEditorResidue(text).filter((range) => {
    const line = firstEndingAfter(furniture, range.start)
    return line === undefined || !contains(line, range)
  })
  const known = disjoint([...furniture, ...residue])
  return disjoint([...known, ...findInjectedTerms(view, known)])
}

/** Page numbers stand in the midst of a printed text and say nothing about the lines beside them. */
function withoutRunningLines(lines: readonly Line[], marked: readonly Exclusion[]): readonly Line[] {
  const running = disjoint(marked.filter(({ reason }) => reason === 'running_line'))
  return lines.filter(({ content }) => {
    const line = firstEndingAfter(running, content.start)
    return line === undefined || !contains(line, content) || content.start === content.end
  })
}

/** Ascending, with whatever overlaps an earlier range left out. */
function disjoint<T extends Range>(ranges: readonly T[]): readonly T[] {
  const ordered = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: T[] = []
  for (const range of ordered) {
    if (range.start >= (kept.at(-1)?.end ?? 0) && range.end > range.start) kept.push(range)
  }
  return kept
}

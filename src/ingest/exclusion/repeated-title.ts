import type { Exclusion } from '../../corpus/index.ts'
import { contains, firstEndingAfter } from '../../corpus/index.ts'
import type { Line } from '../line.ts'

const LONGEST_TITLE = 80

/**
 * The page's own headline above the document, when page furniture separates it from the same title on
 * the document itself.
 * @param excluded what is known to be furniture, ascending and disjoint
 */
export function findRepeatedTitle(
  lines: readonly Line[],
  excluded: readonly Exclusion[],
): readonly Exclusion[] {
  const filled = lines.filter((line) => line.view !== '')
  const isFurniture = ({ content }: Line) => {
    const exclusion = firstEndingAfter(excluded, content.start)
    return exclusion !== undefined && contains(exclusion, content)
  }
  const firstText = filled.findIndex((line) => !isFurniture(line))
  const headline = filled[firstText]
  if (headline === undefined || headline.view.length > LONGEST_TITLE) return []
  const next = filled.slice(firstText + 1)
  const title = next.find((line) => !isFurniture(line))
  const isSeparated = next[0] !== undefined && isFurniture(next[0])
  return isSeparated && title?.view === headline.view
    ? [{ ...headline.content, reason: 'repeated_title' }]
    : []
}

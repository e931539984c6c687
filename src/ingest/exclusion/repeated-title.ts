import type { Exclusion } from '../../corpus/index.ts'
import { contains, firstEndingAfter } from '../../corpus/index.ts'
import type { Line } from '../line.ts'

const LONGEST_TITLE = 100
/** The title comes again within this many lines of text. */
const LARGEST_DISTANCE = 12
/** What a page's headline adds behind the title: the name of the site. */
const SITE = /\s*[-_|｜—]+\s*[\p{Script=Han}\s_|-]{2,40}$/u

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
  const texts = next.slice(0, 3 * LARGEST_DISTANCE).filter((line) => !isFurniture(line))
  const isSeparated = next[0] !== undefined && isFurniture(next[0])
  const own = wordsOf(headline.view)
  const page = wordsOf(headline.view.replace(SITE, ''))
  const comesAgain = texts
    .slice(0, LARGEST_DISTANCE)
    .some(({ view }) => wordsOf(view) === own || (page.length > 8 && page !== own && wordsOf(view) === page))
  return (isSeparated || page !== own) && comesAgain && own.length > 5
    ? [{ ...headline.content, reason: 'repeated_title' }]
    : []
}

/** Whether a line is the title of the page that another line is, with or without the site's name behind it. */
export function isSamePage(headline: Line, { view }: Line): boolean {
  const page = wordsOf(headline.view.replace(SITE, ''))
  return page.length > 5 && (wordsOf(view) === page || wordsOf(view) === wordsOf(headline.view))
}

function wordsOf(view: string): string {
  return view.replace(/[\s《》“”"]+/gu, '')
}

import { normalisedView, type Range } from '../../../corpus/index.ts'

/**
 * Characters that one simplified character may come back as after a turn through traditional script, so that
 * 着力, written 著力, is still 着力. Only what `normalisedView` leaves apart.
 */
const FOLDED: Readonly<Record<string, string>> = {
  '∶': ':',
  '○': '〇',
  著: '着',
  谘: '咨',
  馀: '余',
  锺: '钟',
  迳: '径',
  藉: '借',
  覆: '复',
  俱: '具',
  钜: '巨',
  痺: '痹',
  敍: '叙',
  澂: '澄',
}

const PATTERN = new RegExp(`[${Object.keys(FOLDED).join('')}]`, 'gu')

/** The normalised view with ambiguous traditional forms made one; offsets hold. */
export function foldedView(text: string): string {
  return normalisedView(text).replace(PATTERN, (character) => FOLDED[character] ?? character)
}

const OWN_YEAR = /^(?<year>\s*(?:(?:19|20)\d{2}|1[01]\d)年)的(?![\d一二两三四五六七八九十半])/u

/** The view of a claim: 2023年的产业结构 says when, as 2023年产业结构 does; offsets hold. */
export function claimView(text: string): string {
  return foldedView(text).replace(OWN_YEAR, '$<year> ')
}

/** Words with some ranges of them as blanks; offsets hold. */
export function blanked(words: string, ranges: readonly Range[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (end <= from) continue
    pieces.push(words.slice(from, Math.max(from, start)), ' '.repeat(end - Math.max(from, start)))
    from = end
  }
  return pieces.join('') + words.slice(from)
}

import type { Range } from '../../corpus/index.ts'
import type { Line } from '../line.ts'
import { datedLine, isImprintLine, isSignatureLine } from '../official-form.ts'

const NAMED =
  /^附\s*件\s*(?:\d{0,2}(?!\d)|[一二三四五六七八九十]{1,2})\s*[:：.、]?\s*(?<words>(?!\d{1,2}$)\S.*)$/u
const ITEM = /^(?:\d{1,2}\s*[.．、]|\(?\d{1,2}\)|附\s*件|[①-⑳])/u

const LONGEST_LIST = 20

/**
 * Lines under a text that name its attachments (附件：1.… 2.…), as against the attachments themselves. Such a list
 * is followed by the signature, or counts its items, or names what comes again as a heading below.
 * @param lines readable lines: neither blank nor excluded
 */
export function attachmentLists(lines: readonly Line[]): readonly Range[] {
  const lists: Range[] = []
  const lastBare = lines.findLastIndex(({ view }) => /^附\s*件\s*\d{0,2}\s*[:：]?$/u.test(view))
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    const words = line === undefined ? undefined : NAMED.exec(line.view)?.groups?.words
    if (line === undefined || words === undefined) continue
    let last = at
    while (last - at < LONGEST_LIST && isItem(lines[last + 1], lines[last + 2])) last++
    const next = lines[last + 1]
    const isSigned = next !== undefined && isClosing(next, lines[last + 2])
    const counts = ITEM.test(words) && last > at
    if (!isSigned && !counts && lastBare <= at) continue
    lists.push({ start: line.start, end: lines[last]?.end ?? line.end })
    at = last
  }
  return lists
}

function isItem(line: Line | undefined, next: Line | undefined): boolean {
  if (line === undefined || line.view.length > 80 || /[。；;]/u.test(line.view)) return false
  return ITEM.test(line.view) && !isClosing(line, next)
}

function isClosing(line: Line, next: Line | undefined): boolean {
  return datedLine(line) !== undefined || isImprintLine(line) || isSignatureLine(line, next)
}

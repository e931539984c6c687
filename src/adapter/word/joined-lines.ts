import type { Exclusion } from '../../corpus/index.ts'
import type { DecodedText } from '../../ingest/document-reader.ts'
import type { DocumentLine } from './document-lines.ts'

const NEWLINE = '\n'

/** Lines as one text; the table of contents stays in it as an exclusion. */
export function joinedLines(lines: readonly DocumentLine[]): Pick<DecodedText, 'text' | 'exclusions'> {
  const exclusions: Exclusion[] = []
  let start = 0
  for (const { text, isContents } of lines) {
    if (isContents && text.trim() !== '')
      exclusions.push({ start, end: start + text.length, reason: 'page_chrome' })
    start += text.length + NEWLINE.length
  }
  return { text: lines.map(({ text }) => text).join(NEWLINE), exclusions }
}

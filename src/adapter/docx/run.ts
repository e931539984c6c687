import { ShadingType, Tab, TextRun } from 'docx'
import type { Segment } from '../../outline/export/page.ts'
import { piecesOf } from '../../outline/export/placeholder.ts'
import { FONT } from './profile.ts'

/** What is left to fill in is shaded on the screen; on paper the brackets say it. */
const TO_FILL = { type: ShadingType.CLEAR, color: 'auto', fill: 'FFF2CC' }
/** Marks such as “ ” and — belong to both scripts; here they are Chinese. */
const CHINESE = { hint: 'eastAsia' }

const FACES = ['body', 'first', 'second', 'body', 'body'] as const

/** A font for every script of a run. */
export function fontOf(face: keyof typeof FONT) {
  const { name } = FONT[face]
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, ...CHINESE }
}

/** Runs of one segment, in the face of its level. */
export function runsOf({ text, level }: Segment, isDraft: boolean): readonly TextRun[] {
  return piecesOf(text).map(
    (piece) =>
      new TextRun({
        children: childrenOf(piece.text),
        font: fontOf(FACES[level]),
        ...(isDraft && piece.isPlaceholder ? { shading: TO_FILL } : {}),
      }),
  )
}

/** Text in the look of its paragraph's style. */
export function plainRun(text: string): TextRun {
  return new TextRun({ children: childrenOf(text), font: CHINESE })
}

/** Tabs are elements of their own. */
function childrenOf(text: string): (string | Tab)[] {
  return text
    .split(/(\t)/u)
    .flatMap<string | Tab>((part) => (part === '\t' ? new Tab() : part === '' ? [] : part))
}

/** What becomes paragraphs of a cell or a comment: one line each, no empty ones, but never nothing. */
export function linesOf(texts: readonly string[]): readonly string[] {
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line !== '')
  return lines.length === 0 ? [''] : lines
}

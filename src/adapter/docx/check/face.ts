import { visible } from '../../../outline/export/visible.ts'
import { isShown, numbered, shownItems } from '../../../outline/number.ts'
import type { Outline } from '../../../outline/outline.ts'
import { childAt, elementsOf } from '../../archive/index.ts'
import { FONT, STYLE } from '../profile.ts'
import { paragraphsIn } from './body.ts'
import { type Finding, unless } from './finding.ts'
import type { Parts } from './parts.ts'

const FACES = [FONT.first.name, FONT.second.name, FONT.body.name, FONT.body.name]
const RUNNING: readonly string[] = [STYLE.body, ...STYLE.headings]

/** Each heading of the tree is found in its turn, in the face of its level. */
export function faceFindings({ document }: Parts, outline: Outline): readonly Finding[] {
  const found = paragraphsIn(childAt(document, 'body')).filter(({ style }) => RUNNING.includes(style))
  let from = 0
  return headingsOf(outline).flatMap(({ words, level }) => {
    const at = found.findIndex(({ text }, index) => index >= from && text.startsWith(words))
    const paragraph = found[at]
    if (paragraph === undefined)
      return [{ grade: 'P0', message: `标题没有写进文件：“${words.slice(0, 20)}”` }]
    from = at + 1
    const fonts = childAt(elementsOf(paragraph.element, 'r')[0], 'rPr', 'rFonts')?.attributes
    return unless(
      fonts?.get('eastAsia') === FACES[level - 1],
      'P1',
      `第${level}级标题字体不合标准：“${words.slice(0, 20)}”`,
    )
  })
}

interface Heading {
  readonly words: string
  readonly level: number
}

/** The first line of each, for a line end begins another paragraph. */
function headingsOf(outline: Outline): readonly Heading[] {
  const first = (text: string) =>
    visible(text)
      .split('\n')
      .find((line) => line !== '') ?? ''
  return numbered(outline)
    .sections.filter(isShown)
    .flatMap((section) => [
      { words: first(`${section.number}${section.heading}`), level: 1 },
      ...shownItems(section)
        .filter(({ heading }) => heading !== '')
        .map(({ number, heading, level }) => ({ words: first(`${number}${heading}`), level })),
    ])
}

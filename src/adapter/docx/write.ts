import { Document, DocumentGridType, Packer, Paragraph } from 'docx'
import type { ExportOptions } from '../../outline/export/export.ts'
import { aigcLabel } from '../../outline/export/label.ts'
import { pageOf } from '../../outline/export/page.ts'
import { visible } from '../../outline/export/visible.ts'
import type { Outline } from '../../outline/outline.ts'
import { contentOf } from './block.ts'
import { pageFooter } from './footer.ts'
import { GRID, PAGE, STYLE } from './profile.ts'
import { linesOf, plainRun } from './run.ts'
import { fontsXml, stylesXml } from './style.ts'

const AUTHOR = '要点'

/** Writes a draft as docx. Nothing is checked here. */
export async function writeDocx(
  outline: Outline,
  options: ExportOptions,
  cut: (text: string) => readonly string[],
): Promise<Uint8Array> {
  const { blocks, notes } = pageOf(outline, cut, options)
  const document = new Document({
    title: visible(outline.title),
    creator: AUTHOR,
    lastModifiedBy: AUTHOR,
    customProperties: [{ name: 'AIGC', value: JSON.stringify(aigcLabel(outline)) }],

    evenAndOddHeaderAndFooters: true,
    ...(notes.length === 0 ? {} : { comments: { children: notes.map(commentOf) } }),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.top,
              bottom: PAGE.bottom,
              left: PAGE.left,
              right: PAGE.right,
              footer: PAGE.footer,
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: GRID.line },
        },
        footers: { default: pageFooter('right'), even: pageFooter('left') },
        children: blocks.flatMap((block) => contentOf(block, !options.isAdopted)),
      },
    ],
  })
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'word/styles.xml', data: stylesXml() },
    { path: 'word/fontTable.xml', data: fontsXml() },
  ])
  return new Uint8Array(bytes)
}

function commentOf(lines: readonly string[], id: number) {
  return {
    id,
    author: AUTHOR,
    initials: AUTHOR,
    children: linesOf(lines).map(
      (line) => new Paragraph({ style: STYLE.annexCell, children: [plainRun(line)] }),
    ),
  }
}

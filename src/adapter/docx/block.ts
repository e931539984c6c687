import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx'
import type { Block, Paragraph as PlanParagraph } from '../../outline/export/page.ts'
import { annexTable } from './annex-table.ts'
import { GRID, STYLE } from './profile.ts'
import { plainRun, runsOf } from './run.ts'

type Content = Paragraph | Table

/** One block of the page as paragraphs and tables of Word. */
export function contentOf(block: Block, isDraft: boolean): readonly Content[] {
  switch (block.kind) {
    case 'title':
      return block.lines.map((line) => lineOf(STYLE.title, line))
    case 'mark':
      return [lineOf(STYLE.mark, block.text)]
    case 'draft':
      return [lineOf(STYLE.draft, block.text)]
    case 'annex_name':
      return [lineOf(STYLE.body, block.text)]
    case 'blank':
      return [new Paragraph({ style: STYLE.blank })]
    case 'paragraph':
      return [paragraphOf(block, isDraft)]
    case 'signature':
      return [
        new Paragraph({
          style: STYLE.signature,
          indent: { right: Math.round(block.gap * (GRID.indent / 2)) },
          children: [...runsOf({ text: block.text, level: 0 }, isDraft)],
        }),
      ]
    case 'annex':
      return [
        new Paragraph({ style: STYLE.annexLabel, pageBreakBefore: true, children: [plainRun(block.label)] }),
        new Paragraph({ style: STYLE.blank }),
        lineOf(STYLE.title, block.title),
        new Paragraph({ style: STYLE.blank }),
        annexTable(block.rows),
      ]
  }
}

function lineOf(style: string, text: string): Paragraph {
  return new Paragraph({ style, children: [plainRun(text)] })
}

/** A paragraph that is a heading from end to end is one for Word's navigation too. */
function paragraphOf({ segments, opens, closes }: PlanParagraph, isDraft: boolean): Paragraph {
  const [first] = segments
  const isHeading = segments.length === 1 && first !== undefined && first.level > 0
  const style = isHeading ? (STYLE.headings[first.level - 1] ?? STYLE.body) : STYLE.body
  const children: ParagraphChild[] = segments.flatMap((segment) => [...runsOf(segment, isDraft)])
  return new Paragraph({
    style,
    children: [
      ...(opens === null ? [] : [new CommentRangeStart(opens)]),
      ...children,
      ...(closes === null
        ? []
        : [new CommentRangeEnd(closes), new TextRun({ children: [new CommentReference(closes)] })]),
    ],
  })
}

import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx'
import { SIZE } from './profile.ts'
import { fontOf } from './run.ts'

/** — 1 — in 14 pt, one character from the outer edge: at the right of odd pages, at the left of even ones. */
export function pageFooter(side: 'left' | 'right'): Footer {
  const edge = SIZE.footer * 10
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: side === 'left' ? { left: edge } : { right: edge },
        spacing: { line: edge, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: fontOf('number'),
            size: SIZE.footer,
            characterSpacing: 0,
          }),
        ],
      }),
    ],
  })
}

import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { AnnexRow } from '../../outline/export/annex.ts'
import { ANNEX_COLUMNS, STYLE } from './profile.ts'
import { linesOf, plainRun } from './run.ts'

const HEAD = ['编号', '任务', '状态', '出处与原文']

/** A longer row than this may go on over the page. */
const LONGEST_WHOLE = 200

/** The table of sources; its first row stands on every page. */
export function annexTable(rows: readonly AnnexRow[]): Table {
  return new Table({
    width: { size: ANNEX_COLUMNS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...ANNEX_COLUMNS],
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cellsOf(
          HEAD.map((word) => [word]),
          true,
        ),
      }),
      // Told `false`, the library would write an attribute that readers take for a header.
      ...rows.map(
        ({ number, task, status, sources }) =>
          new TableRow({
            ...(sources.join('').length <= LONGEST_WHOLE ? { cantSplit: true } : {}),
            children: cellsOf([[number], [task], [status], sources], false),
          }),
      ),
    ],
  })
}

function cellsOf(cells: readonly (readonly string[])[], isHead: boolean): TableCell[] {
  return cells.map(
    (lines, at) =>
      new TableCell({
        width: { size: ANNEX_COLUMNS[at] ?? 0, type: WidthType.DXA },
        margins: { left: 60, right: 60, top: 40, bottom: 40 },
        verticalAlign: isHead ? VerticalAlign.CENTER : VerticalAlign.TOP,
        children: linesOf(lines).map(
          (line) =>
            new Paragraph({
              style: STYLE.annexCell,
              ...(isHead || at === 2 ? { alignment: AlignmentType.CENTER } : {}),
              children: [plainRun(line)],
            }),
        ),
      }),
  )
}

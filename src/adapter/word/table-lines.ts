import { childAt, elementsOf, type XmlElement } from '../archive/index.ts'
import type { DocumentLine } from './document-lines.ts'
import { settingOf, wholeOf } from './properties.ts'

const WIDEST_SPAN = 63
const TRANSPARENT = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'])

/**
 * A table row by row, cells parted by tabs; a cell over several columns leaves the further places empty. A
 * table of one column only frames its paragraphs, which stay lines of their own.
 */
export function tableLines(
  table: XmlElement,
  linesOf: (cell: XmlElement) => readonly DocumentLine[],
): readonly string[] {
  const rows = rowsOf(table).map((row) => ({
    before: gridSpan(row, 'trPr', 'gridBefore', 0),
    cells: childrenOf(row, 'tc'),
  }))
  if (rows.every(({ cells, before }) => cells.length <= 1 && before === 0))
    return rows.flatMap(({ cells }) => cells.flatMap((cell) => linesOf(cell).map(({ text }) => text)))
  return rows.map(({ before, cells }) =>
    [...Array<string>(before).fill(''), ...cells.flatMap((cell) => columnsOf(cell, linesOf))].join('\t'),
  )
}

function rowsOf(table: XmlElement): readonly XmlElement[] {
  return childrenOf(table, 'tr').filter((row) => childAt(row, 'trPr', 'del') === undefined)
}

function columnsOf(
  cell: XmlElement,
  linesOf: (cell: XmlElement) => readonly DocumentLine[],
): readonly string[] {
  const merged = childAt(cell, 'tcPr', 'vMerge')
  const isCovered = merged !== undefined && merged.attributes.get('val') !== 'restart'
  const isDeleted = childAt(cell, 'tcPr', 'cellDel') !== undefined
  const text =
    isCovered || isDeleted
      ? ''
      : linesOf(cell)
          .map((line) => line.text.replaceAll('\t', ' ').trim())
          .filter((line) => line !== '')
          .join(' ')
  return [text, ...Array<string>(gridSpan(cell, 'tcPr', 'gridSpan', 1) - 1).fill('')]
}

function gridSpan(element: XmlElement, properties: string, name: string, otherwise: number): number {
  const span = wholeOf(settingOf(element, properties, name)) ?? otherwise
  return Math.min(Math.max(span, otherwise), WIDEST_SPAN)
}

function childrenOf(parent: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === name) return [child]
    return TRANSPARENT.has(child.name) ? childrenOf(child, name) : []
  })
}

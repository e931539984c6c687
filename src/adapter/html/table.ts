import { attribute, isElement, type PageElement } from './parse-page.ts'

const WIDEST_SPAN = 50
/** A cell with more blocks or text than this is page layout and not a value. */
const MOST_CELL_BLOCKS = 6
const LONGEST_CELL = 1200
const BLOCK_IN_CELL = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'dl', 'center'])

/** The rows of a table that holds values, or undefined for one that only lays out a page. */
export function dataRowsOf(table: PageElement): readonly PageElement[] | undefined {
  if (attribute(table, 'role') === 'presentation') return undefined
  const rows = rowsOf(table)
  const cells = rows.map(cellsOf)
  if (Math.max(0, ...cells.map(({ length }) => length)) < 2) return undefined
  return cells.flat().every(isValue) ? rows : undefined
}

function rowsOf(table: PageElement): readonly PageElement[] {
  return table.childNodes
    .filter(isElement)
    .flatMap((child) =>
      child.tagName === 'tr'
        ? [child]
        : child.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'tr'),
    )
}

export function cellsOf(row: PageElement): readonly PageElement[] {
  return row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th')
}

function isValue(cell: PageElement): boolean {
  let blocks = 0
  let length = 0
  const open: PageElement[] = [cell]
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    for (const child of element.childNodes) {
      if (!isElement(child)) {
        if ('value' in child) length += child.value.trim().length
        continue
      }
      if (child.tagName === 'table') return false
      if (BLOCK_IN_CELL.has(child.tagName)) blocks++
      open.push(child)
    }
    if (blocks > MOST_CELL_BLOCKS || length > LONGEST_CELL) return false
  }
  return true
}

/**
 * Puts the cells of successive rows into columns: a cell that spans columns or rows leaves the further places
 * empty, so that a value stays under its heading.
 */
export function createColumns(): (
  cells: readonly { text: string; cell: PageElement }[],
) => readonly string[] {
  let covered: number[] = []
  return (cells) => {
    const line: string[] = []
    const next: number[] = []
    const skipCovered = () => {
      while ((covered[line.length] ?? 0) > 0) {
        next[line.length] = (covered[line.length] ?? 0) - 1
        line.push('')
      }
    }
    for (const { text, cell } of cells) {
      skipCovered()
      const rows = spanOf(cell, 'rowspan')
      for (let column = 0; column < spanOf(cell, 'colspan'); column++) {
        next[line.length] = rows - 1
        line.push(column === 0 ? text : '')
      }
    }
    skipCovered()
    covered = next
    return line
  }
}

function spanOf(cell: PageElement, name: 'rowspan' | 'colspan'): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10)
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), WIDEST_SPAN)
}

import type { TextRange } from './code-point.ts'

/** Name under which the cited words are registered in `CSS.highlights`. */
const CITATION_HIGHLIGHT = 'citation'
const SIBLING_HIGHLIGHT = 'citation-sibling'

/** Both ends of a range as (index of a text node, offset within it). */
export interface NodePosition {
  readonly startNode: number
  readonly startOffset: number
  readonly endNode: number
  readonly endOffset: number
}

/**
 * Finds a range of the joined text in the text nodes it was rendered as. The start binds to the node that
 * holds its first character and the end to the one that holds its last, so no empty node is ever touched.
 * @param lengths UTF-16 length of each text node, in document order
 */
export function positionIn(lengths: readonly number[], range: TextRange): NodePosition | undefined {
  if (range.start < 0 || range.start >= range.end) return undefined
  let from = 0
  let start: { node: number; offset: number } | undefined
  for (const [node, length] of lengths.entries()) {
    const to = from + length
    if (start === undefined && range.start < to) start = { node, offset: range.start - from }
    if (start !== undefined && range.end <= to) {
      return { startNode: start.node, startOffset: start.offset, endNode: node, endOffset: range.end - from }
    }
    from = to
  }
  return undefined
}

/** Whether the browser can paint a range without touching the DOM. */
export function canHighlight(): boolean {
  return typeof Highlight === 'function' && typeof CSS === 'object' && 'highlights' in CSS
}

/** The DOM range of `range` within the text nodes under `root`, or undefined when it is not there. */
export function domRange(root: Node, range: TextRange): Range | undefined {
  const nodes: Text[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) nodes.push(walker.currentNode as Text)
  const position = positionIn(
    nodes.map((node) => node.data.length),
    range,
  )
  const first = position && nodes[position.startNode]
  const last = position && nodes[position.endNode]
  if (position === undefined || first === undefined || last === undefined) return undefined
  const found = document.createRange()
  found.setStart(first, position.startOffset)
  found.setEnd(last, position.endOffset)
  return found
}

/** Paints the citation, and underlines what else its sentence rests on. */
export function paintCitation(cited: Range, siblings: readonly Range[]): void {
  if (!canHighlight()) return
  CSS.highlights.set(CITATION_HIGHLIGHT, new Highlight(cited))
  CSS.highlights.set(SIBLING_HIGHLIGHT, new Highlight(...siblings))
}

export function clearCitation(): void {
  if (!canHighlight()) return
  CSS.highlights.delete(CITATION_HIGHLIGHT)
  CSS.highlights.delete(SIBLING_HIGHLIGHT)
}

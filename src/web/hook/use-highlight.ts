import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { DocumentTextJson } from '../../api/document-schema.ts'
import type { TextRange } from '../code-point.ts'
import { clearCitation, domRange, paintCitation } from '../highlight.ts'
import type { SourceTarget } from '../opened-source.ts'

/** What may be lit: proven ranges of the text. */
export interface Lit {
  readonly cited: TextRange
  readonly siblings: readonly TextRange[]
}

/**
 * Lights proven ranges of the text and brings the cited one to the middle of the pane. A text that comes again, after
 * an edit of what is excluded of it, stays where the reader has it.
 * @param target what the pane was asked for
 * @returns whether the words on the page are the ones meant
 */
export function useHighlight(
  textRef: RefObject<HTMLElement | null>,
  paneRef: RefObject<HTMLElement | null>,
  source: DocumentTextJson,
  lit: Lit | undefined,
  target: SourceTarget,
): boolean {
  const [isPainted, setPainted] = useState(true)
  const shown = useRef<SourceTarget>(null)
  useLayoutEffect(() => {
    const root = textRef.current
    const pane = paneRef.current
    if (root === null || pane === null) return
    const exactRange = (range: TextRange) => {
      const found = domRange(root, range)
      return found?.toString() === source.text.slice(range.start, range.end) ? found : undefined
    }
    const cited = lit && exactRange(lit.cited)
    setPainted(cited !== undefined)
    const siblings = lit?.siblings.flatMap((range) => exactRange(range) ?? []) ?? []
    if (cited !== undefined) paintCitation(cited, siblings)
    if (shown.current !== target) {
      shown.current = target
      if (cited === undefined) pane.scrollTop = 0
      else bringToMiddle(cited, pane)
    }
    return clearCitation
  }, [textRef, paneRef, source, lit, target])
  return isPainted
}

/** A range taller than the pane starts right under the sticky header instead. */
function bringToMiddle(range: Range, pane: HTMLElement): void {
  range.startContainer.parentElement?.closest('details')?.setAttribute('open', '')
  const words = range.getBoundingClientRect()
  const frame = pane.getBoundingClientRect()
  const header = stickyHeight(pane)
  const room = frame.height - header
  const margin = Math.max(16, (room - words.height) / 2)
  pane.scrollTop += words.top - frame.top - header - margin
}

/** What covers the top of the pane: the whole header, or on low screens only its row of buttons. */
function stickyHeight(pane: HTMLElement): number {
  const parts = [...pane.querySelectorAll('.source-header, .source-bar')]
  const sticky = parts.find((part) => getComputedStyle(part).position === 'sticky')
  return sticky?.getBoundingClientRect().height ?? 0
}

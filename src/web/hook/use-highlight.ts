import { type RefObject, useLayoutEffect, useState } from 'react'
import type { DocumentTextJson } from '../../api/schema.ts'
import type { TextRange } from '../code-point.ts'
import { domRange, paintCitation } from '../highlight.ts'

/**
 * Lights a proven range of the text and brings it to the middle of the pane.
 * @returns whether the words on the page are the ones meant
 */
export function useHighlight(
  textRef: RefObject<HTMLElement | null>,
  paneRef: RefObject<HTMLElement | null>,
  source: DocumentTextJson,
  range: TextRange | undefined,
): boolean {
  const [isPainted, setPainted] = useState(true)
  useLayoutEffect(() => {
    const root = textRef.current
    const pane = paneRef.current
    if (root === null || pane === null) return
    const found = range && domRange(root, range)
    const isExact = range !== undefined && found?.toString() === source.text.slice(range.start, range.end)
    setPainted(isExact)
    paintCitation(isExact ? found : null)
    if (isExact) bringToMiddle(found, pane)
    else pane.scrollTop = 0
    return () => paintCitation(null)
  }, [textRef, paneRef, source, range])
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

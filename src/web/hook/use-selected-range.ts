import { type RefObject, useEffect, useState } from 'react'
import type { TextRange } from '../code-point.ts'

/** On a touch screen the press of a button first ends the selection that it is about. */
const LINGER_MS = 300

/** The range of the text under `root` that the reader has selected, if it lies wholly within. */
export function useSelectedRange(root: RefObject<HTMLElement | null>): TextRange | undefined {
  const [range, setRange] = useState<TextRange>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = () => {
      clearTimeout(timer)
      const found = root.current === null ? undefined : selectedRange(root.current)
      if (found === undefined) timer = setTimeout(() => setRange(undefined), LINGER_MS)
      else setRange(found)
    }
    document.addEventListener('selectionchange', follow)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', follow)
    }
  }, [root])
  return range
}

function selectedRange(root: HTMLElement): TextRange | undefined {
  const selection = getSelection()
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const selected = selection.getRangeAt(0)
  if (!root.contains(selected.commonAncestorContainer)) return undefined
  const before = document.createRange()
  before.setStart(root, 0)
  before.setEnd(selected.startContainer, selected.startOffset)
  const start = before.toString().length
  return { start, end: start + selected.toString().length }
}

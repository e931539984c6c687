import { type RefObject, useState } from 'react'
import type { DocumentTextJson } from '../../api/document-schema.ts'
import type { CodePointIndex, TextRange } from '../code-point.ts'
import { useSelectedRange } from '../hook/use-selected-range.ts'
import type { CodePointSpan } from '../route.ts'

interface Props {
  readonly textRef: RefObject<HTMLElement | null>
  readonly text: DocumentTextJson
  readonly index: CodePointIndex
  onExclude(span: CodePointSpan): void
}

/** Takes the selected words out of the document. Without a selection it says how to make one. */
export function ExcludeButton({ textRef, text, index, onExclude }: Props) {
  const selected = useSelectedRange(textRef)
  const [isAsked, setAsked] = useState(false)
  const range = selected && trimmed(text.text, selected)
  const press = () => {
    setAsked(range === undefined)
    if (range === undefined) return
    onExclude({ start: index.toCodePoint(range.start), end: index.toCodePoint(range.end) })
    getSelection()?.removeAllRanges()
  }
  return (
    <span className="exclude">
      <button type="button" aria-disabled={range === undefined} data-testid="exclude" onClick={press}>
        排除所选文字
      </button>
      <span className="note" role="status">
        {isAsked && range === undefined && '先选中文字'}
      </span>
    </span>
  )
}

/** Blanks around the words are no part of what somebody means; undefined when nothing else was selected. */
function trimmed(text: string, { start, end }: TextRange): TextRange | undefined {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = end - (words.length - words.trimEnd().length)
  return from < to ? { start: from, end: to } : undefined
}

import { memo, type Ref } from 'react'
import type { TextRange } from '../code-point.ts'
import { canHighlight } from '../highlight.ts'
import type { CodePointSpan } from '../route.ts'
import type { FoldedLines, Segment, SourceBlock, SourceLine } from '../source-block.ts'
import { countLabel, reasonLabel } from '../wording.ts'

interface Props {
  readonly ref: Ref<HTMLDivElement>
  readonly text: string
  readonly blocks: readonly SourceBlock[]
  readonly isTraditional: boolean
  /** Marked in the DOM only where the browser cannot paint a range. */
  readonly range: TextRange | undefined
  /** Takes an exclusion back; undefined where nothing can be edited. */
  readonly onRestore: ((span: CodePointSpan) => void) | undefined
}

/**
 * The original, character for character: the text nodes joined are the text. Labels are attributes shown by
 * the style sheet, so that offsets, copies and searches see nothing but the document.
 */
export const SourceText = memo(function SourceText({
  ref,
  text,
  blocks,
  isTraditional,
  range,
  onRestore,
}: Props) {
  const marked = canHighlight() ? undefined : range
  return (
    <div
      ref={ref}
      className="source-text"
      data-testid="source-text"
      lang={isTraditional ? 'zh-Hant' : 'zh-CN'}
    >
      {blocks.map((block) =>
        block.kind === 'line' ? (
          <Line key={block.start} line={block} {...{ text, marked, onRestore }} />
        ) : (
          <Folded key={block.start} block={block} {...{ text, onRestore }} />
        ),
      )}
    </div>
  )
})

interface FoldedProps extends Pick<Props, 'text' | 'onRestore'> {
  readonly block: FoldedLines
}

function Folded({ block, text, onRestore }: FoldedProps) {
  const reasons = block.reasons.map(reasonLabel).join('、')
  const label = `不属正文，已排除：${reasons}，${countLabel(block.characters)} 字`
  return (
    <details className="folded" data-reasons={block.reasons.length}>
      <summary aria-label={label} data-label={label} />
      {block.lines.map((line) => (
        <Line key={line.start} line={line} marked={undefined} {...{ text, onRestore }} />
      ))}
    </details>
  )
}

interface LineProps extends Pick<Props, 'text' | 'onRestore'> {
  readonly line: SourceLine
  readonly marked: TextRange | undefined
}

function Line({ line, ...rest }: LineProps) {
  return (
    <p className={`line ${line.role}`}>
      {line.segments.map((segment) => (
        <SegmentText key={segment.start} segment={segment} {...rest} />
      ))}
    </p>
  )
}

interface SegmentProps extends Omit<LineProps, 'line'> {
  readonly segment: Segment
}

function SegmentText({ segment, text, marked, onRestore }: SegmentProps) {
  const words = withMark(text, segment, marked)
  const { opens } = segment
  switch (segment.kind) {
    case 'body':
      return words
    case 'excluded':
      return (
        <>
          {opens !== null && onRestore !== undefined && (
            <button
              type="button"
              className="restore"
              aria-label={`恢复为正文：${text.slice(segment.start, segment.end).trim()}`}
              onClick={() => onRestore(opens)}
            />
          )}
          <del className="excluded" data-reason={reasonLabel(segment.reason ?? '')}>
            {words}
          </del>
        </>
      )
    default:
      return <span className={segment.kind}>{words}</span>
  }
}

function withMark(text: string, { start, end }: TextRange, marked: TextRange | undefined) {
  const from = Math.max(start, marked?.start ?? end)
  const to = Math.min(end, marked?.end ?? start)
  if (from >= to) return text.slice(start, end)
  return (
    <>
      {text.slice(start, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to, end)}
    </>
  )
}

import { memo, type Ref } from 'react'
import type { TextRange } from '../code-point.ts'
import { canHighlight } from '../highlight.ts'
import type { FoldedLines, Segment, SourceBlock, SourceLine } from '../source-block.ts'
import { countLabel, reasonLabel } from '../wording.ts'

interface Props {
  readonly ref: Ref<HTMLDivElement>
  readonly text: string
  readonly blocks: readonly SourceBlock[]
  readonly isTraditional: boolean
  /** Marked in the DOM only where the browser cannot paint a range. */
  readonly range: TextRange | undefined
}

/**
 * The original, character for character: the text nodes joined are the text. Labels are attributes shown by
 * the style sheet, so that offsets, copies and searches see nothing but the document.
 */
export const SourceText = memo(function SourceText({ ref, text, blocks, isTraditional, range }: Props) {
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
          <Line key={block.start} line={block} text={text} marked={marked} />
        ) : (
          <Folded key={block.start} block={block} text={text} />
        ),
      )}
    </div>
  )
})

function Folded({ block, text }: { readonly block: FoldedLines; readonly text: string }) {
  const reasons = block.reasons.map(reasonLabel).join('、')
  const label = `不属正文，已排除：${reasons}，${countLabel(block.characters)} 字`
  return (
    <details className="folded" data-reasons={block.reasons.length}>
      <summary aria-label={label} data-label={label} />
      {block.lines.map((line) => (
        <Line key={line.start} line={line} text={text} marked={undefined} />
      ))}
    </details>
  )
}

interface LineProps {
  readonly line: SourceLine
  readonly text: string
  readonly marked: TextRange | undefined
}

function Line({ line, text, marked }: LineProps) {
  return (
    <p className={`line ${line.role}`}>
      {line.segments.map((segment) => (
        <SegmentText key={segment.start} segment={segment} text={text} marked={marked} />
      ))}
    </p>
  )
}

interface SegmentProps {
  readonly segment: Segment
  readonly text: string
  readonly marked: TextRange | undefined
}

function SegmentText({ segment, text, marked }: SegmentProps) {
  const words = withMark(text, segment, marked)
  switch (segment.kind) {
    case 'body':
      return words
    case 'excluded':
      return (
        <del className="excluded" data-reason={reasonLabel(segment.reason ?? '')}>
          {words}
        </del>
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

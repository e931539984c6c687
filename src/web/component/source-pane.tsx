import { type RefObject, useMemo, useRef } from 'react'
import type { DocumentSummaryJson, DocumentTextJson } from '../../api/document-schema.ts'
import type { CitationJson } from '../../api/schema.ts'
import { findCited } from '../cited-range.ts'
import { type CodePointIndex, indexCodePoints } from '../code-point.ts'
import { useDocumentText } from '../hook/use-documents.ts'
import { type Lit, useHighlight } from '../hook/use-highlight.ts'
import type { OpenedSource, SourceTarget } from '../opened-source.ts'
import { toSourceBlocks } from '../source-block.ts'
import { Failure } from './failure.tsx'
import { SourceHeader } from './source-header.tsx'
import { SourceText } from './source-text.tsx'

interface Props {
  readonly source: OpenedSource
  readonly summary: DocumentSummaryJson | null
  readonly paneRef: RefObject<HTMLElement | null>
  /** Undefined when there is only one source to see. */
  readonly onStep: ((step: 1 | -1) => void) | undefined
  onClose(): void
}

/** The whole original beside the answer, with the cited words lit only after they were proven to be there. */
export function SourcePane({ source, summary, paneRef, onStep, onClose }: Props) {
  const text = useDocumentText(source.documentId)
  const loaded = text.kind === 'ready' ? text.value : null
  return (
    <aside
      id="source-pane"
      className="source-pane"
      data-testid="source-pane"
      ref={paneRef}
      tabIndex={-1}
      aria-label="原文"
      aria-busy={text.kind === 'waiting'}
    >
      {loaded === null ? (
        <>
          <SourceHeader
            {...{ source, summary, onStep, onClose }}
            title={summary?.title ?? ''}
            note={text.kind === 'waiting' ? '正在读取原文。' : ''}
          />
          {text.kind === 'failed' && <Failure error={text.error} onRetry={text.retry} />}
        </>
      ) : (
        <LoadedSource {...{ source, summary, paneRef, onStep, onClose }} text={loaded} />
      )}
    </aside>
  )
}

function LoadedSource({ text, source, ...rest }: Props & { readonly text: DocumentTextJson }) {
  const textRef = useRef<HTMLDivElement>(null)
  const index = useMemo(() => indexCodePoints(text.text), [text])
  const blocks = useMemo(() => toSourceBlocks(text, index), [text, index])
  const lit = useMemo(() => litIn(text, index, source.target), [text, index, source.target])
  const isPainted = useHighlight(textRef, rest.paneRef, text, lit)
  const isLit = lit !== undefined && isPainted
  return (
    <>
      <SourceHeader
        {...rest}
        source={source}
        title={text.title}
        note={noteFor(source.target, isLit)}
        isWarning={source.target.kind !== 'whole' && !isLit}
      />
      <SourceText
        ref={textRef}
        text={text.text}
        blocks={blocks}
        isTraditional={rest.summary?.script === 'traditional'}
        range={lit?.cited}
      />
    </>
  )
}

/** What may be lit; undefined when there is nothing or its proof failed. */
function litIn(text: DocumentTextJson, index: CodePointIndex, target: SourceTarget): Lit | undefined {
  if (target.kind === 'whole') return undefined
  const find = (citation: CitationJson) => findCited(text.text, index, citation)
  const cited =
    target.kind === 'citation' ? find(target.citation) : index.rangeOf(target.span.start, target.span.end)
  const siblings = target.kind === 'citation' ? target.siblings.flatMap((one) => find(one) ?? []) : []
  return cited && { cited, siblings }
}

function noteFor(target: SourceTarget, isLit: boolean): string {
  if (target.kind === 'whole') return ''
  if (target.kind === 'span') return isLit ? '按链接所指位置高亮。' : '链接所指位置不在本文内，未显示高亮。'
  return isLit ? '高亮文字与引文逐字一致，校验值相符。' : '原文与引文不一致，未显示高亮。'
}

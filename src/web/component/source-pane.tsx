import { type RefObject, useMemo, useRef } from 'react'
import type { DocumentSummaryJson, DocumentTextJson } from '../../api/document-schema.ts'
import type { CitationJson } from '../../api/schema.ts'
import { RequestError } from '../api-client.ts'
import { findCited } from '../cited-range.ts'
import { type CodePointIndex, indexCodePoints } from '../code-point.ts'
import { useDocumentText } from '../hook/use-documents.ts'
import { useEdit } from '../hook/use-edit.ts'
import { type Lit, useHighlight } from '../hook/use-highlight.ts'
import { useLibrary } from '../hook/use-library.ts'
import type { OpenedSource, SourceTarget } from '../opened-source.ts'
import type { CodePointSpan } from '../route.ts'
import { toSourceBlocks } from '../source-block.ts'
import { EditStatus } from './edit-status.tsx'
import { ExcludeButton } from './exclude-button.tsx'
import { Failure } from './failure.tsx'
import { MissingSource } from './missing-source.tsx'
import { SourceHeader } from './source-header.tsx'
import { SourceStanding } from './source-standing.tsx'
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
  const text = useDocumentText(source.documentId, useLibrary().version)
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
            title={summary?.title ?? citedTitle(source.target)}
            note={text.kind === 'waiting' ? '正在读取原文。' : ''}
          />
          {text.kind === 'failed' &&
            (isGone(text.error) ? (
              <MissingSource target={source.target} />
            ) : (
              <Failure error={text.error} onRetry={text.retry} />
            ))}
        </>
      ) : (
        <LoadedSource {...{ source, summary, paneRef, onStep, onClose }} text={loaded} />
      )}
    </aside>
  )
}

function LoadedSource({ text, source, ...rest }: Props & { readonly text: DocumentTextJson }) {
  const textRef = useRef<HTMLDivElement>(null)
  const { target } = source
  const index = useMemo(() => indexCodePoints(text.text), [text])
  const blocks = useMemo(() => toSourceBlocks(text, index), [text, index])
  const lit = useMemo(() => litIn(text, index, target), [text, index, target])
  const isPainted = useHighlight(textRef, rest.paneRef, text, lit, target)
  const [edit, setExcluded] = useExclusionEdit(text)
  const isLit = lit !== undefined && isPainted
  const canEdit = target.kind !== 'citation' && text.superseded_by === null
  return (
    <>
      <SourceHeader
        {...rest}
        source={source}
        title={text.title}
        note={noteFor(target, isLit)}
        isWarning={target.kind !== 'whole' && !isLit}
        tools={canEdit && <ExcludeButton {...{ textRef, text, index }} onExclude={setExcluded.exclude} />}
      >
        <SourceStanding text={text} target={target} />
        {canEdit && <EditStatus edit={edit} saved="已保存，问答立即按新的范围进行。" />}
      </SourceHeader>
      <SourceText
        ref={textRef}
        text={text.text}
        blocks={blocks}
        isTraditional={rest.summary?.script === 'traditional'}
        range={lit?.cited}
        onRestore={canEdit ? setExcluded.restore : undefined}
      />
    </>
  )
}

function useExclusionEdit({ document_id, etag }: DocumentTextJson) {
  const [edit, save] = useEdit(document_id)
  const actions = useMemo(() => {
    const set = (excluded: boolean) => (span: CodePointSpan) => {
      void save(etag, { exclusions: [{ ...span, excluded }] })
    }
    return { exclude: set(true), restore: set(false) }
  }, [etag, save])
  return [edit, actions] as const
}

function isGone(error: Error): boolean {
  return error instanceof RequestError && error.status === 404
}

function citedTitle(target: SourceTarget): string {
  return target.kind === 'citation' ? target.citation.document_title : ''
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

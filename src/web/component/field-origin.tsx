import type { InspectionJson } from '../../api/document-schema.ts'
import {
  type Draft,
  type DraftField,
  draftAsRead,
  draftLabel,
  inputsOf,
  isCorrected,
} from '../correction-draft.ts'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly id: string
  readonly documentId: string
  readonly inspection: InspectionJson
  readonly field: DraftField
  readonly label: string
  readonly draft: Draft
  /** Puts into the form what was read. */
  onBack(): void
}

/** Where a fact comes from: the place in the original, an inference, a person, or nowhere. */
export function FieldOrigin({ id, documentId, inspection, field, label, draft, onBack }: Props) {
  const asRead = draftAsRead(inspection)
  const isBack = same(inputsOf(draft, field), inputsOf(asRead, field))
  return (
    <p className="origin" id={id}>
      {isCorrected(inspection, field) ? (
        <>已更正（原读为：{draftLabel(asRead, field)}）</>
      ) : (
        <Reading {...{ documentId, field, label }} read={inspection.metadata[field]} />
      )}
      {!isBack && (
        <button type="button" className="quiet" onClick={onBack} aria-label={`${label}恢复原读`}>
          恢复原读
        </button>
      )}
    </p>
  )
}

interface ReadingProps {
  readonly documentId: string
  readonly label: string
  readonly read: InspectionJson['metadata'][DraftField]
}

function Reading({ documentId, label, read }: ReadingProps) {
  if (read === null) return <>原文未载明</>
  if (read.evidence === null) return <>{read.inferred ? '推断，原文没有直接写明' : '读自原文'}</>
  return (
    <>
      {read.inferred ? '推断，依据' : '读自'}
      <RouteLink to={{ view: 'documents', documentId, span: read.evidence }}>
        <span className="visually-hidden">{label}在</span>原文此处
      </RouteLink>
    </>
  )
}

function same(a: Partial<Draft>, b: Partial<Draft>): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

import type { InspectionJson } from '../../api/document-schema.ts'
import { type Draft, type DraftField, draftAsRead, inputsOf } from '../correction-draft.ts'
import { CorrectionInput } from './correction-input.tsx'
import { FieldOrigin } from './field-origin.tsx'
import { PlaceDetail } from './place-detail.tsx'

interface Props {
  readonly id: string
  readonly documentId: string
  readonly inspection: InspectionJson
  readonly field: DraftField
  readonly label: string
  readonly draft: Draft
  /** What is wrong with the field. */
  readonly fault: string | undefined
  type(change: Partial<Draft>): void
}

/** One fact of a document: its input, what is wrong with it, and where it was read. */
export function CorrectionField(props: Props) {
  const { id, inspection, field, label, draft, fault, type } = props
  return (
    <div className="field" data-field={field}>
      <label htmlFor={id}>{label}</label>
      <CorrectionInput {...props} />
      {fault !== undefined && (
        <p className="warning" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {field === 'jurisdiction' && <PlaceDetail {...{ draft, type }} isUnclear={fault !== undefined} />}
      <FieldOrigin
        {...props}
        id={`${id}-note`}
        onBack={() => type(inputsOf(draftAsRead(inspection), field))}
      />
    </div>
  )
}

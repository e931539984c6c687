import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { RequestError } from '../api-client.ts'
import { correctionOf, type Draft, type DraftField, draftFaults, draftOf } from '../correction-draft.ts'
import type { Inspected } from '../document-client.ts'
import { useInspected } from '../hook/use-documents.ts'
import { type Edit, useEdit } from '../hook/use-edit.ts'
import { useLibrary } from '../hook/use-library.ts'
import { CorrectionField } from './correction-field.tsx'
import { EditStatus } from './edit-status.tsx'
import { Failure } from './failure.tsx'

interface Props {
  readonly documentId: string
  onSaved(): void
  onCancel(): void
}

const LABELS: readonly (readonly [DraftField, string])[] = [
  ['title', '标题'],
  ['issuer', '发文单位'],
  ['jurisdiction', '地区'],
  ['years', '年份'],
  ['kind', '文种'],
  ['document_number', '文号'],
  ['issued_on', '日期'],
]

/** What was read from a document, to be set right by a person. */
export function CorrectionForm(props: Props) {
  const inspected = useInspected(props.documentId, useLibrary().version)
  if (inspected.kind === 'waiting') return <p className="note">正在读取。</p>
  if (inspected.kind === 'failed') return <Failure error={inspected.error} onRetry={inspected.retry} />
  return <LoadedForm {...props} inspected={inspected.value} />
}

/** Only what was typed is held here; the rest follows the document, also when somebody else changes it meanwhile. */
function LoadedForm({ documentId, inspected, onSaved, onCancel }: Props & { readonly inspected: Inspected }) {
  const { inspection, etag } = inspected
  const [typed, setTyped] = useState<Partial<Draft>>({})
  const [edit, save] = useEdit(documentId)
  const [seen, setSeen] = useState<ReadonlyMap<DraftField, string>>(new Map())
  const form = useRef<HTMLFormElement>(null)
  const formId = useId()
  const draft: Draft = { ...draftOf(inspection.metadata), ...typed }
  const faults = new Map([...faultsIn(edit), ...seen])
  const type = (change: Partial<Draft>) => setTyped((before) => ({ ...before, ...change }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (edit.kind === 'saving') return
    const own = draftFaults(draft)
    setSeen(own)
    if (own.size === 0 && (await save(etag, correctionOf(inspection, draft)))) onSaved()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try that found faults leads to the first of them
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [edit, seen])
  return (
    <form className="correction-form" data-testid="correction-form" ref={form} noValidate onSubmit={submit}>
      <p className="note">原文不会改动；更正的内容另存，随时可以恢复原读。留空表示原文未载明。</p>
      {LABELS.map(([field, label]) => (
        <CorrectionField
          key={field}
          {...{ documentId, inspection, field, label, draft, type }}
          id={`${formId}-${field}`}
          fault={faults.get(field)}
        />
      ))}
      <EditStatus edit={faults.size > 0 && edit.kind === 'failed' ? { kind: 'idle' } : edit} saved="" />
      <div className="form-actions">
        <button type="submit" className="primary" aria-disabled={edit.kind === 'saving'}>
          保存
        </button>
        <button type="button" onClick={onCancel}>
          取消
        </button>
      </div>
    </form>
  )
}

/** What the service found wrong with single fields. */
function faultsIn(edit: Edit): readonly (readonly [DraftField, string])[] {
  if (edit.kind !== 'failed' || !(edit.error instanceof RequestError)) return []
  return edit.error.faults.flatMap(({ pointer, detail }) => {
    const name = pointer.split('/')[2]
    const known = LABELS.find(([field]) => field === name)
    return known === undefined ? [] : [[known[0], detail] as const]
  })
}

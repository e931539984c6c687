import { type Edit, STALE } from '../hook/use-edit.ts'
import { Failure } from './failure.tsx'

/** What became of a change, for eyes and screen readers. */
export function EditStatus({ edit, saved }: { readonly edit: Edit; readonly saved: string }) {
  return (
    <div className="edit-status" role="status">
      {edit.kind === 'saving' && <p className="note">正在保存。</p>}
      {edit.kind === 'saved' && <p className="note">{saved}</p>}
      {edit.kind === 'stale' && <p className="warning">{STALE}</p>}
      {edit.kind === 'failed' && <Failure error={edit.error} onRetry={null} />}
    </div>
  )
}

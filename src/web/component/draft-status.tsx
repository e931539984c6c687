import type { DraftEdit } from '../hook/use-draft.ts'
import { Failure } from './failure.tsx'

const SAID = {
  idle: '',
  saving: '正在保存。',
  saved: '已保存为新的一版。',
  stale: '这份提纲刚被别处改动，您的更改没有保存。现在显示的是最新一版，请核对后再改。',
} as const

/** What became of the last change, for eyes and screen readers. */
export function DraftStatus({ edit }: { readonly edit: DraftEdit }) {
  return (
    <div className="draft-status" role="status">
      {edit.kind === 'failed' ? (
        <Failure error={edit.error} onRetry={null} />
      ) : (
        <p className={edit.kind === 'stale' ? 'warning' : 'note'}>{SAID[edit.kind]}</p>
      )}
    </div>
  )
}

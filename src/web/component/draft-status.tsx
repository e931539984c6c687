import type { OutlineJson } from '../../api/outline-schema.ts'
import type { Draft, DraftEdit } from '../hook/use-draft.ts'
import { Failure } from './failure.tsx'

interface Props {
  readonly outline: OutlineJson
  readonly draft: Draft
}

/** What became of the last change, for eyes and screen readers, and the way back. It stays in view. */
export function DraftStatus({ outline, draft: { edit, undo } }: Props) {
  return (
    <div className="draft-status" data-kind={edit.kind}>
      <div role="status">
        {edit.kind === 'failed' ? (
          <Failure error={edit.error} onRetry={null} />
        ) : (
          <p className={edit.kind === 'stale' ? 'warning' : 'note'}>{said(edit.kind, outline.version)}</p>
        )}
      </div>
      {edit.kind !== 'idle' && (
        <button type="button" className="quiet" aria-disabled={undo === null} onClick={() => void undo?.()}>
          撤销
        </button>
      )}
    </div>
  )
}

function said(kind: Exclude<DraftEdit['kind'], 'failed'>, version: number): string {
  switch (kind) {
    case 'idle':
      return ''
    case 'saving':
      return '正在保存。'
    case 'saved':
      return `已保存为第 ${version} 版。`
    case 'stale':
      return '这份提纲刚被别处改动，您的更改没有保存，写的字还在。现在显示的是最新一版，请核对后再保存。'
  }
}

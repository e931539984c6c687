import { useRef, useState } from 'react'
import type { OutlineHeadJson } from '../../api/outline-schema.ts'
import { focusPlace } from '../draft-focus.ts'
import { useResource } from '../hook/use-resource.ts'
import { deleteOutline, getOutlines } from '../outline-list-client.ts'
import { timeLabel } from '../wording.ts'
import { ConfirmRemoval } from './confirm-removal.tsx'
import { Failure } from './failure.tsx'
import { RouteLink } from './route-link.tsx'

/** Drafts that were saved, the newest first. */
export function DraftList() {
  const [version, setVersion] = useState(0)
  const drafts = useResource('drafts', getOutlines, version)
  if (drafts.kind === 'failed') return <Failure error={drafts.error} onRetry={drafts.retry} />
  if (drafts.kind === 'waiting' || drafts.value.length === 0) return null
  return (
    <section className="draft-list" aria-labelledby="draft-list-title">
      <h2 id="draft-list-title" className="label" tabIndex={-1}>
        已保存的提纲
      </h2>
      <ul>
        {drafts.value.map((head) => (
          <Row
            key={head.id}
            head={head}
            onDeleted={() => {
              setVersion((count) => count + 1)
              focusPlace(drafts.value.length > 1 ? 'draft-list-title' : 'draft-start-title')
            }}
          />
        ))}
      </ul>
    </section>
  )
}

function Row({ head, onDeleted }: { readonly head: OutlineHeadJson; onDeleted(): void }) {
  const [isAsking, setAsking] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <li>
      <RouteLink to={{ view: 'draft', outlineId: head.id, source: null }}>{head.title}</RouteLink>
      <span className="note">
        {head.region}，第 {head.version} 版，{timeLabel(head.saved_at)}
      </span>
      <button
        ref={button}
        type="button"
        className="quiet"
        aria-label={`删除：${head.title}`}
        onClick={() => setAsking(true)}
      >
        删除
      </button>
      {isAsking && (
        <ConfirmRemoval
          remove={() => deleteOutline(head.id)}
          onRemoved={onDeleted}
          onCancel={() => {
            setAsking(false)
            button.current?.focus()
          }}
        >
          确定删除“{head.title}”和它的 {head.version} 个版本吗？不能恢复。
        </ConfirmRemoval>
      )}
    </li>
  )
}

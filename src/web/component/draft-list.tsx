import { useState } from 'react'
import type { DiscardedOutlineJson, OutlineHeadJson } from '../../api/outline-schema.ts'
import { focusPlace } from '../draft-focus.ts'
import { asError, useResource } from '../hook/use-resource.ts'
import { getOutlines } from '../outline-list-client.ts'
import { OUTLINE_BIN } from '../recycle-bin-client.ts'
import { timeLabel } from '../wording.ts'
import { Failure } from './failure.tsx'
import { RecycleBin } from './recycle-bin.tsx'
import { RouteLink } from './route-link.tsx'

/** Drafts that were saved, the newest first, and the recycle bin. */
export function DraftList() {
  const [version, setVersion] = useState(0)
  const drafts = useResource('drafts', getOutlines, version)
  const changed = () => setVersion((count) => count + 1)
  if (drafts.kind === 'failed') return <Failure error={drafts.error} onRetry={drafts.retry} />
  if (drafts.kind === 'waiting') return null
  return (
    <>
      {drafts.value.length > 0 && (
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
                  changed()
                  focusPlace(drafts.value.length > 1 ? 'draft-list-title' : 'draft-start-title')
                }}
              />
            ))}
          </ul>
          <p className="note">删除的提纲在回收站里保留三十天，也可以立即彻底删除。</p>
        </section>
      )}
      <RecycleBin client={OUTLINE_BIN} version={version} question={questionOf} onRestored={changed} />
    </>
  )
}

function questionOf({ title, version }: DiscardedOutlineJson): string {
  return `确定彻底删除提纲“${title}”吗？它的 ${version} 个版本会从这台电脑上抹去，不能恢复。`
}

function Row({ head, onDeleted }: { readonly head: OutlineHeadJson; onDeleted(): void }) {
  const [error, setError] = useState<Error | null>(null)
  return (
    <li>
      <RouteLink to={{ view: 'draft', outlineId: head.id, source: null }}>{head.title}</RouteLink>
      <span className="note">
        {head.region}，第 {head.version} 版，{timeLabel(head.saved_at)}
      </span>
      <button
        type="button"
        className="quiet"
        aria-label={`删除：${head.title}`}
        onClick={() =>
          OUTLINE_BIN.discard(head.id).then(onDeleted, (fault: unknown) => setError(asError(fault)))
        }
      >
        删除
      </button>
      {error !== null && <Failure error={error} onRetry={null} />}
    </li>
  )
}

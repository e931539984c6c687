import { useCallback, useState } from 'react'
import type { OutlineComparisonJson, OutlineJson } from '../../api/outline-schema.ts'
import type { Draft } from '../hook/use-draft.ts'
import { useResource } from '../hook/use-resource.ts'
import { getChanges, getVersions } from '../outline-list-client.ts'
import { timeLabel } from '../wording.ts'
import { Difference } from './draft-difference.tsx'
import { Failure } from './failure.tsx'

interface Props {
  readonly outline: OutlineJson
  readonly draft: Draft
}

/** Every version there was; what changed since, and the way back to it. */
export function DraftVersions({ outline, draft }: Props) {
  const versions = useResource(outline.id, getVersions, outline.version)
  const [since, setSince] = useState<number | null>(null)
  if (versions.kind === 'waiting') return <p className="note">正在读取。</p>
  if (versions.kind === 'failed') return <Failure error={versions.error} onRetry={versions.retry} />
  return (
    <section className="draft-versions" aria-label="版本">
      <ol>
        {versions.value.map(({ number, note, saved_at }) => (
          <li key={number} className="draft-version">
            <span>
              第 {number} 版　{note}
            </span>
            <span className="note">{timeLabel(saved_at)}</span>
            {number !== outline.version && (
              <>
                <button
                  type="button"
                  className="quiet"
                  aria-label={`看改动：第 ${number} 版以来`}
                  onClick={() => setSince(number)}
                >
                  看改动
                </button>
                <button
                  type="button"
                  className="quiet"
                  aria-label={`恢复到第 ${number} 版`}
                  onClick={() => draft.restore(number)}
                >
                  恢复
                </button>
              </>
            )}
          </li>
        ))}
      </ol>
      {since !== null && <Changes outline={outline} since={since} />}
    </section>
  )
}

const KIND = { added: '增加', removed: '去掉', changed: '改写', moved: '移动' } as const

function Changes({ outline, since }: { readonly outline: OutlineJson; readonly since: number }) {
  const load = useCallback((id: string, signal: AbortSignal) => getChanges(id, since, signal), [since])
  const changes = useResource<OutlineComparisonJson>(outline.id, load, outline.version)
  if (changes.kind === 'waiting') return <p className="note">正在比较。</p>
  if (changes.kind === 'failed') return <Failure error={changes.error} onRetry={changes.retry} />
  const found = changes.value.changes
  return (
    <section className="draft-changes" aria-label={`第 ${since} 版以来的改动`}>
      <p className="label">
        第 {since} 版以来{found.length === 0 ? '各条文字没有改动。' : `改动 ${found.length} 处`}
      </p>
      <ul>
        {found.map(({ kind, section, before, after }) => (
          <li key={`${kind}${before}${after}`}>
            <span className="note">
              {KIND[kind]}（{section}）
            </span>
            {kind === 'changed' && before !== null && after !== null ? (
              <Difference earlier={before} later={after} />
            ) : (
              <Whole kind={kind} words={after ?? before ?? ''} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Whole({ kind, words }: { readonly kind: keyof typeof KIND; readonly words: string }) {
  if (kind === 'removed') return <del>{words}</del>
  return kind === 'added' ? <ins>{words}</ins> : <p>{words}</p>
}

import { useState } from 'react'
import type { OutlineJson } from '../../api/outline-schema.ts'
import type { Draft } from '../hook/use-draft.ts'
import { exportAddress } from '../outline-client.ts'
import { DRAFTS } from '../route.ts'
import { DraftVersions } from './draft-versions.tsx'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly outline: OutlineJson
  readonly draft: Draft
}

const MODES = [
  ['comments', 'Word，出处作批注'],
  ['annex', 'Word，出处作附表'],
  ['clean', 'Word，清样（不带出处）'],
] as const

/** Export, versions, and the way back to the other drafts. */
export function DraftTools({ outline, draft }: Props) {
  const [areVersionsOpen, setVersionsOpen] = useState(false)
  return (
    <>
      <div className="draft-tools">
        <details className="draft-export">
          <summary>导出</summary>
          <div>
            <ul>
              {MODES.map(([mode, label]) => (
                <li key={mode}>
                  <a href={exportAddress(outline.id, 'docx', mode)} download>
                    {label}
                  </a>
                </li>
              ))}
              <li>
                <a href={exportAddress(outline.id, 'md', 'comments')} download>
                  Markdown
                </a>
              </li>
              <li>
                <a href={exportAddress(outline.id, 'json', 'comments')} download>
                  JSON
                </a>
              </li>
            </ul>
            <ul className="note export-warnings" aria-label="导出前请看">
              {outline.export_warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </div>
        </details>
        <button
          type="button"
          className="quiet"
          aria-expanded={areVersionsOpen}
          onClick={() => setVersionsOpen(!areVersionsOpen)}
        >
          版本
        </button>
        <button type="button" className="quiet" onClick={() => print()}>
          打印
        </button>
        <RouteLink to={DRAFTS} className="draft-back">
          其他提纲
        </RouteLink>
      </div>
      {areVersionsOpen && <DraftVersions outline={outline} draft={draft} />}
    </>
  )
}

import { useState } from 'react'
import type { OutlineJson } from '../../api/outline-schema.ts'
import type { Draft } from '../hook/use-draft.ts'
import { DRAFTS } from '../route.ts'
import { DraftExport } from './draft-export.tsx'
import { DraftVersions } from './draft-versions.tsx'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly outline: OutlineJson
  readonly draft: Draft
}

/** Export, versions, and the way back to the other drafts. */
export function DraftTools({ outline, draft }: Props) {
  const [areVersionsOpen, setVersionsOpen] = useState(false)
  return (
    <>
      <div className="draft-tools">
        <DraftExport outline={outline} />
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

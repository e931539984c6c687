import type { Draft } from '../hook/use-draft.ts'
import { OUTLINE_BIN } from '../recycle-bin-client.ts'
import { DRAFTS } from '../route.ts'
import { DiscardedFailure } from './discarded-failure.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import { DraftStart } from './draft-start.tsx'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly outlineId: string | null
  readonly draft: Draft
  /** Changes with the library: what can be drafted depends on it. */
  readonly libraryVersion: number
}

/** Drafts of next year's plan: the beginning of one, or the one that stands open. */
export default function DraftPage({ outlineId, draft, libraryVersion }: Props) {
  if (outlineId === null) return <DraftStart show={draft.show} libraryVersion={libraryVersion} />
  const { outline, sources } = draft
  if (outline.kind === 'failed')
    return (
      <>
        <DiscardedFailure
          error={outline.error}
          onRetry={outline.retry}
          restore={() => OUTLINE_BIN.restore(outlineId)}
          onRestored={outline.retry}
        />
        <p>
          <RouteLink to={DRAFTS}>其他提纲</RouteLink>
        </p>
      </>
    )
  if (outline.kind === 'waiting' || sources === null) return <p className="note">正在读取提纲。</p>
  return <DraftSheet key={outline.value.id} outline={outline.value} sources={sources} draft={draft} />
}

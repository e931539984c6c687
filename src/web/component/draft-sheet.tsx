import { useEffect, useRef } from 'react'
import type { OutlineJson } from '../../api/outline-schema.ts'
import type { DraftSources } from '../draft-source.ts'
import { sumOf } from '../draft-wording.ts'
import type { Draft } from '../hook/use-draft.ts'
import { REVIEW_LABEL } from '../wording.ts'
import { DraftAside } from './draft-aside.tsx'
import { DraftSection } from './draft-section.tsx'
import { DraftSentences } from './draft-sentences.tsx'
import { DraftStatus } from './draft-status.tsx'
import { DraftTools } from './draft-tools.tsx'

interface Props {
  readonly outline: OutlineJson
  readonly sources: DraftSources
  readonly draft: Draft
}

/** One draft: what it says, what each task rests on, and what a person does with it. */
export function DraftSheet({ outline, sources, draft }: Props) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  return (
    <article className="draft" data-testid="draft">
      <h1 ref={title} tabIndex={-1} className="page-title">
        {outline.title}
      </h1>
      <p className="note">
        草稿，第 {outline.version} 版。{sumOf(outline)}。{REVIEW_LABEL}。
      </p>
      <DraftTools outline={outline} draft={draft} />
      <DraftStatus edit={draft.edit} />
      <Warnings warnings={outline.warnings} />
      {outline.opening.length > 0 && (
        <div className="draft-opening">
          <DraftSentences sentences={outline.opening} sources={sources} />
        </div>
      )}
      {outline.sections.map((section, index) => (
        <DraftSection key={section.id} section={section} index={index} sources={sources} draft={draft} />
      ))}
      <DraftAside outline={outline} sources={sources} draft={draft} />
    </article>
  )
}

function Warnings({ warnings }: Pick<OutlineJson, 'warnings'>) {
  if (warnings.length === 0) return null
  return (
    <details className="draft-warnings" open={warnings.length <= 3}>
      <summary>须注意 {warnings.length} 处</summary>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </details>
  )
}

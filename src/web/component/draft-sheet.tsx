import { useEffect, useRef, useState } from 'react'
import type { OutlineJson } from '../../api/outline-schema.ts'
import type { DraftSources } from '../draft-source.ts'
import { sumOf } from '../draft-wording.ts'
import type { Draft } from '../hook/use-draft.ts'
import { REVIEW_LABEL } from '../wording.ts'
import { DraftAside } from './draft-aside.tsx'
import { DraftContents } from './draft-contents.tsx'
import { DraftLeftover } from './draft-leftover.tsx'
import { DraftRename } from './draft-rename.tsx'
import { DraftSection } from './draft-section.tsx'
import { DraftSentences } from './draft-sentences.tsx'
import { DraftStatus } from './draft-status.tsx'
import { DraftTools } from './draft-tools.tsx'
import { PaperSources } from './paper-sources.tsx'

interface Props {
  readonly outline: OutlineJson
  readonly sources: DraftSources
  readonly draft: Draft
}

/** One draft: what it says, what each task rests on, and what a person does with it. */
export function DraftSheet({ outline, sources, draft }: Props) {
  const title = useRef<HTMLHeadingElement>(null)
  const [shown, setShown] = useState<ReadonlySet<string> | null>(null)
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  return (
    <article className="draft" data-testid="draft">
      <div className="draft-title">
        <DraftRename
          name={outline.title}
          label="题目"
          longest={200}
          save={(words) => draft.change([{ kind: 'title', title: words }])}
        >
          <h1 ref={title} tabIndex={-1} className="page-title">
            {outline.title}
          </h1>
        </DraftRename>
      </div>
      <p className="note">
        草稿，第 {outline.version} 版。{sumOf(outline)}。{REVIEW_LABEL}。
      </p>
      <DraftTools outline={outline} draft={draft} />
      <DraftStatus outline={outline} draft={draft} />
      <DraftLeftover outline={outline} unsaved={draft.unsaved} />
      <Warnings warnings={outline.warnings} />
      <DraftContents outline={outline} shown={shown} onShow={setShown} />
      {outline.opening.length > 0 && shown === null && (
        <div className="draft-opening">
          <DraftSentences sentences={outline.opening} sources={sources} />
          <PaperSources
            label="出处"
            chips={outline.opening.flatMap(({ citations }) => sources.behind(citations))}
          />
        </div>
      )}
      {outline.sections.map(({ id }, index) => (
        <DraftSection
          key={id}
          outline={outline}
          index={index}
          shown={shown}
          sources={sources}
          draft={draft}
        />
      ))}
      <DraftAside outline={outline} sources={sources} draft={draft} />
    </article>
  )
}

function Warnings({ warnings }: Pick<OutlineJson, 'warnings'>) {
  if (warnings.length === 0) return null
  return (
    <section className="draft-warnings" aria-labelledby="draft-warnings">
      <h2 id="draft-warnings" className="label">
        定稿前须注意
      </h2>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  )
}

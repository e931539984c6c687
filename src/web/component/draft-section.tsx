import { useState } from 'react'
import type { OutlineJson } from '../../api/outline-schema.ts'
import type { DraftSources } from '../draft-source.ts'
import type { Draft } from '../hook/use-draft.ts'
import { DraftItem } from './draft-item.tsx'
import { DraftItemForm } from './draft-item-form.tsx'
import { DraftSentences } from './draft-sentences.tsx'

interface Props {
  readonly section: OutlineJson['sections'][number]
  readonly index: number
  readonly sources: DraftSources
  readonly draft: Draft
}

/** One part of a draft with its tasks. */
export function DraftSection({ section, index, sources, draft }: Props) {
  const [isAdding, setAdding] = useState(false)
  const { items } = section
  const add = async (heading: string, text: string) => {
    const added = { kind: 'add', section_id: section.id, before: null, level: 2, heading, text } as const
    if (await draft.change([added])) setAdding(false)
  }
  return (
    <section className="draft-section" data-testid="draft-section">
      <div className="draft-section-head">
        <h2>
          {section.number}
          {section.heading}
        </h2>
        <button
          type="button"
          className="quiet"
          aria-label={`重新生成：${section.heading}`}
          onClick={() => draft.regenerate(index + 1)}
        >
          重新生成
        </button>
      </div>
      {section.intro_sentences.length > 0 && (
        <DraftSentences sentences={section.intro_sentences} sources={sources} />
      )}
      <ol>
        {items.map((item, at) => (
          <DraftItem
            key={item.id}
            item={item}
            section={section}
            before={items[at - 1]?.id ?? null}
            after={items[at + 2]?.id ?? null}
            isLast={at === items.length - 1}
            sources={sources}
            draft={draft}
          />
        ))}
      </ol>
      {isAdding ? (
        <DraftItemForm
          heading=""
          text=""
          basis={[]}
          sources={sources}
          onSave={add}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <button type="button" className="quiet" onClick={() => setAdding(true)}>
          添加一条
        </button>
      )}
    </section>
  )
}

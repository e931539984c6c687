import { useRef, useState } from 'react'
import type { OutlineItemJson, OutlineJson } from '../../api/outline-schema.ts'
import type { DraftSources } from '../draft-source.ts'
import { flagLabel, nameOf, stateLabel, statusLabel } from '../draft-wording.ts'
import type { Draft } from '../hook/use-draft.ts'
import { DraftItemActions } from './draft-item-actions.tsx'
import { DraftItemForm } from './draft-item-form.tsx'
import { DraftChips, DraftSentences } from './draft-sentences.tsx'

interface Props {
  readonly item: OutlineItemJson
  readonly section: OutlineJson['sections'][number]
  /** The task in front of which this one stands after a move up; null when it is the first. */
  readonly before: string | null
  /** The same for a move down; null puts it last. */
  readonly after: string | null
  readonly isLast: boolean
  readonly sources: DraftSources
  readonly draft: Draft
}

/** One task: its words, its status, what it rests on, what to look at, and what can be done with it. */
export function DraftItem({ item, sources, draft, ...place }: Props) {
  const [isEditing, setEditing] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const done = () => {
    setEditing(false)
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('[data-action="edit"]')?.focus())
  }
  const rewrite = async (heading: string, text: string) => {
    if (await draft.change([{ kind: 'rewrite', item_id: item.id, heading, text }])) done()
  }
  return (
    <li
      ref={row}
      className="draft-item"
      data-testid="draft-item"
      data-level={item.level}
      data-state={item.state}
    >
      {isEditing ? (
        <DraftItemForm
          heading={item.heading}
          text={item.text}
          basis={item.basis}
          sources={sources}
          onSave={rewrite}
          onCancel={done}
        />
      ) : (
        <Words item={item} sources={sources} />
      )}
      <p className="draft-standing">
        <span className="status" data-status={item.basis.length === 0 ? 'none' : item.status}>
          {statusLabel(item)}
        </span>
        {item.state !== 'draft' && <span className="state">{stateLabel(item.state)}</span>}
        {item.basis.length > 0 && (
          <span className="draft-rests">
            依据
            <DraftChips chips={sources.under(item.basis)} />
          </span>
        )}
        {!isEditing && (
          <DraftItemActions
            item={item}
            name={nameOf(item)}
            {...place}
            draft={draft}
            onEdit={() => setEditing(true)}
          />
        )}
      </p>
      {item.state !== 'rejected' && <Flags flags={item.flags} />}
    </li>
  )
}

function Words({ item, sources }: Pick<Props, 'item' | 'sources'>) {
  const { number, heading, sentences } = item
  return (
    <>
      {heading !== '' && (
        <h3>
          {number}
          {heading}
        </h3>
      )}
      {(sentences.length > 0 || heading === '') && (
        <div className="draft-body" data-number={heading === '' ? number : undefined}>
          <DraftSentences sentences={sentences} sources={sources} />
        </div>
      )}
    </>
  )
}

function Flags({ flags }: Pick<OutlineItemJson, 'flags'>) {
  if (flags.length === 0) return null
  return (
    <ul className="draft-flags">
      {flags.map(({ kind, text, note }) => (
        <li key={`${kind}${text}${note}`} data-kind={kind}>
          <strong>{flagLabel(kind)}</strong>
          {text !== '' && <q>{text}</q>}
          {note}
        </li>
      ))}
    </ul>
  )
}

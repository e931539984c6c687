import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { OutlineItemJson, OutlineJson } from '../../api/outline-schema.ts'
import { focusTask } from '../draft-focus.ts'
import type { DraftSources } from '../draft-source.ts'
import { flagLabel, nameOf, stateLabel, statusLabel } from '../draft-wording.ts'
import type { Draft } from '../hook/use-draft.ts'
import type { Written } from '../hook/use-unsaved.ts'
import { DraftDifference } from './draft-difference.tsx'
import { DraftItemActions } from './draft-item-actions.tsx'
import { DraftItemForm } from './draft-item-form.tsx'
import { DraftChips, DraftSentences } from './draft-sentences.tsx'
import { PaperSources } from './paper-sources.tsx'

interface Props {
  readonly item: OutlineItemJson
  readonly outline: OutlineJson
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
  const kept = `${place.outline.id}/${item.id}`
  const [isEditing, setEditing] = useState(draft.unsaved.all.has(kept))
  const done = () => {
    flushSync(() => setEditing(false))
    focusTask(item.id, 'edit')
  }
  const rewrite = (words: Written) => draft.change([{ kind: 'rewrite', item_id: item.id, ...words }])
  return (
    <li
      id={`item-${item.id}`}
      className="draft-item"
      data-testid="draft-item"
      data-level={item.level}
      data-state={item.state}
    >
      {isEditing ? (
        <DraftItemForm
          saved={item}
          place={kept}
          unsaved={draft.unsaved}
          basis={item.basis}
          sources={sources}
          save={rewrite}
          onDone={done}
        />
      ) : (
        <Words item={item} sources={sources} />
      )}
      <div className="draft-standing">
        <Standing item={item} sources={sources} />
        {!isEditing && (
          <DraftItemActions
            item={item}
            name={nameOf(item)}
            {...place}
            draft={draft}
            onEdit={() => setEditing(true)}
          />
        )}
      </div>
      {item.state !== 'rejected' && <Flags flags={item.flags} />}
      <DraftDifference item={item} name={nameOf(item)} sources={sources} />
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

function Standing({ item, sources }: Pick<Props, 'item' | 'sources'>) {
  return (
    <>
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
      <PaperSources label="依据" chips={sources.under(item.basis)} />
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
          {text !== '' && !note.includes(text) && <q>{text}</q>}
          {note}
        </li>
      ))}
    </ul>
  )
}

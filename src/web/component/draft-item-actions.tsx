import type { OutlineEditJson, OutlineItemJson, OutlineJson } from '../../api/outline-schema.ts'
import type { Draft } from '../hook/use-draft.ts'

interface Props {
  readonly item: OutlineItemJson
  readonly name: string
  readonly section: OutlineJson['sections'][number]
  readonly before: string | null
  readonly after: string | null
  readonly isLast: boolean
  readonly draft: Draft
  onEdit(): void
}

/** The buttons of one task; every move has a button, nothing needs a pointer. */
export function DraftItemActions({ item, name, section, before, after, isLast, draft, onEdit }: Props) {
  const change = (...edits: readonly OutlineEditJson[]) => draft.change(edits)
  const setState = (state: 'draft' | 'accepted' | 'rejected') =>
    change({ kind: 'state', item_id: item.id, state })
  const moveTo = (place: string | null) =>
    change({ kind: 'move', item_id: item.id, section_id: section.id, before: place })
  const setLevel = (level: number) => {
    if (level === 2 || level === 3 || level === 4) void change({ kind: 'level', item_id: item.id, level })
  }
  const button = (label: string, act: () => void, isOff = false) => (
    <button
      type="button"
      className="quiet"
      aria-label={`${label}：${name}`}
      aria-disabled={isOff}
      onClick={() => !isOff && act()}
    >
      {label}
    </button>
  )
  if (item.state === 'rejected')
    return <span className="draft-actions">{button('取回', () => setState('draft'))}</span>
  return (
    <span className="draft-actions">
      {item.state === 'accepted'
        ? button('取消采纳', () => setState('draft'))
        : button('采纳', () => setState('accepted'))}
      <button
        type="button"
        className="quiet"
        data-action="edit"
        aria-label={`修改：${name}`}
        onClick={onEdit}
      >
        修改
      </button>
      {button('否决', () => setState('rejected'))}
      <details className="draft-moves">
        <summary aria-label={`移动：${name}`}>移动</summary>
        {button('上移', () => moveTo(before), before === null)}
        {button('下移', () => moveTo(after), isLast)}
        {button('升级', () => setLevel(item.level - 1), item.level <= 2)}
        {button('降级', () => setLevel(item.level + 1), item.level >= 4)}
      </details>
    </span>
  )
}

import type { OutlineEditJson, OutlineItemJson, OutlineJson } from '../../api/outline-schema.ts'
import { focusTask } from '../draft-focus.ts'
import type { Draft } from '../hook/use-draft.ts'
import { DraftSectionChoice } from './draft-section-choice.tsx'

interface Props {
  readonly item: OutlineItemJson
  readonly name: string
  readonly outline: OutlineJson
  readonly section: OutlineJson['sections'][number]
  readonly before: string | null
  readonly after: string | null
  readonly isLast: boolean
  readonly draft: Draft
  onEdit(): void
}

interface ActionProps extends Pick<Props, 'item' | 'name' | 'draft'> {
  readonly label: string
  readonly edit: OutlineEditJson
  readonly isOff?: boolean
}

/** A button that does one thing to a task and keeps the focus there. */
function Action({ item, name, draft, label, edit, isOff = false }: ActionProps) {
  const act = async () => {
    if (!isOff && (await draft.change([edit]))) focusTask(item.id, label)
  }
  return (
    <button
      type="button"
      className="quiet"
      data-action={label}
      aria-label={`${label}：${name}`}
      aria-disabled={isOff}
      onClick={act}
    >
      {label}
    </button>
  )
}

/** The buttons of one task; every move has a button, nothing needs a pointer. */
export function DraftItemActions(props: Props) {
  const { item, name, draft, onEdit } = props
  const one = { item, name, draft }
  const stateTo = (state: 'draft' | 'accepted' | 'rejected') =>
    ({ kind: 'state', item_id: item.id, state }) as const
  if (item.state === 'rejected')
    return (
      <span className="draft-actions">
        <Action {...one} label="取回" edit={stateTo('draft')} />
      </span>
    )
  return (
    <span className="draft-actions">
      {item.state === 'accepted' ? (
        <Action {...one} label="取消采纳" edit={stateTo('draft')} />
      ) : (
        <Action {...one} label="采纳" edit={stateTo('accepted')} />
      )}
      <button
        type="button"
        className="quiet"
        data-action="edit"
        aria-label={`修改：${name}`}
        onClick={onEdit}
      >
        修改
      </button>
      <Action {...one} label="否决" edit={stateTo('rejected')} />
      <Moves {...props} />
    </span>
  )
}

function Moves({ item, name, outline, section, before, after, isLast, draft }: Props) {
  const one = { item, name, draft }
  const moveTo = (place: string | null) =>
    ({ kind: 'move', item_id: item.id, section_id: section.id, before: place }) as const
  const levelTo = (level: 2 | 3 | 4) => ({ kind: 'level', item_id: item.id, level }) as const
  const others = outline.sections.filter(({ id }) => id !== section.id)
  const moveAway = async (section_id: string) => {
    if (await draft.change([{ kind: 'move', item_id: item.id, section_id, before: null }]))
      focusTask(item.id, 'edit')
  }
  return (
    <details className="draft-moves">
      <summary aria-label={`移动：${name}`}>移动</summary>
      <Action {...one} label="上移" edit={moveTo(before)} isOff={before === null} />
      <Action {...one} label="下移" edit={moveTo(after)} isOff={isLast} />
      <Action {...one} label="升级" edit={levelTo(item.level === 4 ? 3 : 2)} isOff={item.level <= 2} />
      <Action {...one} label="降级" edit={levelTo(item.level === 2 ? 3 : 4)} isOff={item.level >= 4} />
      <DraftSectionChoice sections={others} verb="移到" name={name} onChoose={moveAway} />
    </details>
  )
}

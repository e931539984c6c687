import type { MouseEvent, ReactNode } from 'react'
import type { OutlineJson } from '../../api/outline-schema.ts'
import { attentionIn, needsAttention } from '../draft-attention.ts'

interface Props {
  readonly outline: OutlineJson
  /** Ids of the tasks shown; null shows all. */
  readonly shown: ReadonlySet<string> | null
  onShow(shown: ReadonlySet<string> | null): void
}

/** The parts of a draft with what is to be done in each. */
export function DraftContents({ outline, shown, onShow }: Props) {
  const open = attentionIn(outline)
  const { dropped, borrowable } = outline
  return (
    <nav className="draft-contents" aria-label="提纲目录">
      <ol>
        {outline.sections.map(({ id, number, heading, items }) => (
          <Entry key={id} target={`section-${id}`} name={`${number}${heading}`}>
            {countOf(
              items.filter(({ state }) => state !== 'rejected').length,
              items.filter(needsAttention).length,
            )}
          </Entry>
        ))}
        {dropped.length > 0 && (
          <Entry target="draft-dropped" name="未沿用">
            {dropped.length} 处
          </Entry>
        )}
        {borrowable.length > 0 && (
          <Entry target="draft-borrowable" name="可借鉴">
            {borrowable.length} 项
          </Entry>
        )}
      </ol>
      {(open.size > 0 || shown !== null) && (
        <label className="draft-filter">
          <input
            type="checkbox"
            checked={shown !== null}
            onChange={(event) => onShow(event.target.checked ? open : null)}
          />
          只看须处理的（还有 {open.size} 项）
        </label>
      )}
    </nav>
  )
}

function countOf(items: number, open: number): string {
  return open === 0 ? `${items} 项` : `${items} 项，须处理 ${open} 项`
}

interface EntryProps {
  readonly target: string
  readonly name: string
  readonly children: ReactNode
}

function Entry({ target, name, children }: EntryProps) {
  // The address bar belongs to the router, so that the page goes there by itself.
  const go = (event: MouseEvent) => {
    event.preventDefault()
    const place = document.getElementById(target)
    if (place instanceof HTMLDetailsElement) place.open = true
    const focus = place instanceof HTMLDetailsElement ? place.querySelector('summary') : place
    focus?.focus({ preventScroll: true })
    place?.scrollIntoView()
  }
  return (
    <li>
      <a href={`#${target}`} onClick={go}>
        {name}
      </a>
      <span className="note">{children}</span>
    </li>
  )
}

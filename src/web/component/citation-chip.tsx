import { type FocusEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import type { CitationJson } from '../../api/schema.ts'
import { chipName } from '../wording.ts'
import { CitationCard } from './citation-card.tsx'
import { useSource } from './source-context.ts'

interface Props {
  readonly sourceKey: string
  /** What the chip shows, such as [1]. */
  readonly text: string
  /** What it is called, such as 出处1. */
  readonly label: string
  readonly citation: CitationJson
}

/** Long enough to cross from the chip to its card. */
const CLOSE_DELAY_MS = 160
/** Room the card needs below the chip. */
const CARD_HEIGHT = 230

/** The number of a source: hover or focus shows the quote, a click or Enter opens the original. */
export function CitationChip({ sourceKey, text, label, citation }: Props) {
  const { openKey, open } = useSource()
  const cardId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const card = useCard()
  const isOpen = openKey === sourceKey
  const enter = (event: PointerEvent) => event.pointerType === 'mouse' && card.show(button.current)
  const focus = (event: FocusEvent) => event.target.matches(':focus-visible') && card.show(button.current)
  return (
    <span className="citation" onPointerEnter={enter} onPointerLeave={card.hideSoon}>
      <button
        ref={button}
        type="button"
        className="citation-chip"
        data-testid="citation-chip"
        data-source={sourceKey}
        aria-label={chipName(citation, label)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? 'source-pane' : undefined}
        aria-describedby={card.placement === null ? undefined : cardId}
        onFocus={focus}
        onBlur={card.hide}
        onClick={(event) => {
          card.hide()
          open(sourceKey, event.currentTarget)
        }}
      >
        {text}
      </button>
      {card.placement !== null && (
        <CitationCard id={cardId} citation={citation} label={label} placement={card.placement} />
      )}
    </span>
  )
}

function useCard() {
  const [placement, setPlacement] = useState<'below' | 'above' | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hide = () => {
    clearTimeout(timer.current)
    setPlacement(null)
  }
  useEffect(() => {
    if (placement === null) return
    const dismiss = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      setPlacement(null)
    }
    addEventListener('keydown', dismiss, true)
    return () => removeEventListener('keydown', dismiss, true)
  }, [placement])
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    placement,
    hide,
    hideSoon: () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(hide, CLOSE_DELAY_MS)
    },
    show: (chip: HTMLElement | null) => {
      clearTimeout(timer.current)
      const box = chip?.getBoundingClientRect()
      if (box === undefined) return
      const hasRoomBelow = box.bottom + CARD_HEIGHT < innerHeight || box.top < CARD_HEIGHT
      setPlacement(hasRoomBelow ? 'below' : 'above')
    },
  }
}

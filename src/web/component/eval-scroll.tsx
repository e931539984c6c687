import type { ReactNode } from 'react'

interface Props {
  readonly label: string
  readonly children: ReactNode
}

/** A wide table that scrolls by itself on a narrow screen, with the keyboard too. */
export function EvalScroll({ label, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="eval-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

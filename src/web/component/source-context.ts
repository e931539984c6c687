import { createContext, useContext } from 'react'

/** How anything in an answer opens its source. */
export interface SourceControl {
  /** Key of the citation that stands open in the source pane. */
  readonly openKey: string | null
  /** @param opener gets the focus back when the pane closes */
  open(key: string, opener: HTMLElement): void
}

export const SourceContext = createContext<SourceControl>({ openKey: null, open: () => undefined })

export function useSource(): SourceControl {
  return useContext(SourceContext)
}

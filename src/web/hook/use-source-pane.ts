import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import type { OpenedSource } from '../opened-source.ts'
import type { Route } from '../route.ts'
import { type KeyedCitation, neighbourKey } from '../source-key.ts'
import type { Navigate } from './use-route.ts'

export interface SourcePaneControl {
  readonly source: OpenedSource | null
  readonly openKey: string | null
  /** How many sources there are to step through. */
  readonly count: number
  readonly paneRef: RefObject<HTMLElement | null>
  open(key: string, opener: HTMLElement): void
  /** @returns whether there was a source to go to */
  step(by: 1 | -1): boolean
  /** @returns whether a pane was open */
  close(): boolean
}

/**
 * Which source stands open follows from the address alone; focus goes to the pane and back to its chip.
 * @param openable must be stable
 */
export function useSourcePane(
  route: Route,
  navigate: Navigate,
  openable: readonly KeyedCitation[],
): SourcePaneControl {
  const paneRef = useRef<HTMLElement>(null)
  const opener = useRef<HTMLElement | null>(null)
  const openKey = 'source' in route ? route.source : null
  const source = useMemo(() => sourceOf(route, openable), [route, openable])

  const go = useCallback(
    (key: string | null) => {
      if ('source' in route) navigate({ ...route, source: key }, 'replace')
    },
    [route, navigate],
  )
  const open = useCallback(
    (key: string, from: HTMLElement) => {
      opener.current = from
      go(key)
      paneRef.current?.focus({ preventScroll: true })
    },
    [go],
  )
  const step = useCallback(
    (by: 1 | -1) => {
      const keys = openable.map(({ key }) => key)
      const next = neighbourKey(keys, openKey, by)
      if (next === undefined) return false
      opener.current = null
      go(next)
      return true
    },
    [openable, openKey, go],
  )
  const close = useCallback(() => {
    if (source === null) return false
    const back = opener.current?.isConnected ? opener.current : elementFor(route)
    if ('documentId' in route) navigate({ ...route, documentId: null, span: null })
    else go(null)
    // The page under a sheet is inert until React has taken the pane away.
    requestAnimationFrame(() => back?.focus())
    opener.current = null
    return true
  }, [source, route, navigate, go])

  const place = source === null ? undefined : placeOf(source)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another source is a reason to move there
  useEffect(() => {
    const pane = paneRef.current
    const active = document.activeElement
    if (place === undefined || pane?.contains(active)) return
    // The address alone opens a document; whatever was pressed for it is where the focus belongs afterwards.
    if ('documentId' in route && active instanceof HTMLElement && active !== document.body)
      opener.current = active
    pane?.focus({ preventScroll: true })
  }, [place, openKey])
  return { source, openKey, count: openable.length, paneRef, open, step, close }
}

function sourceOf(route: Route, openable: readonly KeyedCitation[]): OpenedSource | null {
  if ('documentId' in route) {
    if (route.documentId === null) return null
    const target =
      route.span === null ? ({ kind: 'whole' } as const) : ({ kind: 'span', span: route.span } as const)
    return { documentId: route.documentId, target }
  }
  const at = openable.findIndex(({ key }) => key === route.source)
  const found = openable[at]
  if (found === undefined) return null
  const { citation, siblings, label } = found
  return {
    documentId: citation.document_id,
    target: { kind: 'citation', citation, siblings, label, position: at + 1, count: openable.length },
  }
}

/** Tells two sources of the document page apart. */
function placeOf({ documentId, target }: OpenedSource): string {
  return target.kind === 'span' ? `${documentId} ${target.span.start}-${target.span.end}` : documentId
}

/** The chip or link of what is open, for a pane that was opened by a key or by the address. */
function elementFor(route: Route): HTMLElement | null {
  if ('documentId' in route)
    return document.querySelector<HTMLElement>('.document-row a[aria-current], .lineage a[aria-current]')
  return document.querySelector<HTMLElement>(`[data-source="${CSS.escape(route.source ?? '')}"]`)
}

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { OutlineEditJson, OutlineJson } from '../../api/outline-schema.ts'
import { RequestError } from '../api-client.ts'
import { type DraftSources, draftSources } from '../draft-source.ts'
import { getOutline, type HeldOutline, patchOutline, regenerate, restore } from '../outline-client.ts'
import type { Route } from '../route.ts'
import { asError, type Resource, useResource } from './use-resource.ts'
import { type Unsaved, useUnsaved } from './use-unsaved.ts'

/** How the last change went. `stale`: somebody else was faster; what they made of the draft is shown now. */
export type DraftEdit =
  | { readonly kind: 'idle' | 'saving' | 'saved' | 'stale' }
  | { readonly kind: 'failed'; readonly error: Error }

/** The draft that stands open, and what can be done with it. Each change tells whether it went well. */
export interface Draft {
  readonly outline: Resource<OutlineJson>
  readonly edit: DraftEdit
  readonly sources: DraftSources | null
  /** Shows a draft that was just made, without asking for it again. */
  show(held: HeldOutline): void
  change(edits: readonly OutlineEditJson[]): Promise<boolean>
  /** @param section counted from 1 */
  regenerate(section: number): Promise<boolean>
  restore(version: number): Promise<boolean>
  /** Takes the last change of this visit back, then the one before; null when there is none. */
  readonly undo: (() => Promise<boolean>) | null
  readonly unsaved: Unsaved
}

export function useDraft(route: Route): Draft {
  const id = route.view === 'draft' ? route.outlineId : null
  const [version, setVersion] = useState(0)
  const loaded = useResource(id, getOutline, version)
  const [own, setOwn] = useState<HeldOutline | null>(null)
  const [edit, setEdit] = useState<DraftEdit>({ kind: 'idle' })
  const held = newest(id, own, loaded)
  const sources = useMemo(() => held && draftSources(held.outline), [held])
  const [past, setPast] = useState<readonly number[]>([])
  const unsaved = useUnsaved()
  const isBusy = useRef(false)
  const run = useCallback(
    async (make: (held: HeldOutline) => Promise<HeldOutline>, isUndo = false) => {
      if (held === null || isBusy.current) return false
      isBusy.current = true
      setEdit({ kind: 'saving' })
      try {
        const made = await make(held)
        // On the page before anybody puts the focus there.
        flushSync(() => {
          setOwn(made)
          setPast((before) => (isUndo ? before.slice(0, -1) : [...before, held.outline.version]))
          setEdit({ kind: 'saved' })
        })
        return true
      } catch (error) {
        const isStale = error instanceof RequestError && error.status === 412
        setEdit(isStale ? { kind: 'stale' } : { kind: 'failed', error: asError(error) })
        if (isStale) {
          // Going back further would undo what somebody else has done.
          setPast([])
          setVersion((count) => count + 1)
        }
        return false
      } finally {
        isBusy.current = false
      }
    },
    [held],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another draft is the reason
  useEffect(() => {
    setPast([])
    setEdit({ kind: 'idle' })
  }, [id])
  const last = past.at(-1)
  return {
    outline: held === null ? shownAs(loaded) : { kind: 'ready', value: held.outline },
    edit,
    sources,
    show: useCallback((made: HeldOutline) => {
      setOwn(made)
      setPast([])
      setEdit({ kind: 'idle' })
    }, []),
    change: useCallback((edits) => run((one) => patchOutline(one, edits)), [run]),
    regenerate: useCallback((section) => run((one) => regenerate(one, section)), [run]),
    restore: useCallback((number) => run((one) => restore(one, number)), [run]),
    undo: last === undefined ? null : () => run((one) => restore(one, last), true),
    unsaved,
  }
}

function newest(
  id: string | null,
  own: HeldOutline | null,
  loaded: Resource<HeldOutline>,
): HeldOutline | null {
  const mine = own?.outline.id === id ? own : null
  if (loaded.kind !== 'ready') return mine
  return mine !== null && mine.outline.version >= loaded.value.outline.version ? mine : loaded.value
}

function shownAs(loaded: Resource<HeldOutline>): Resource<OutlineJson> {
  return loaded.kind === 'ready' ? { kind: 'ready', value: loaded.value.outline } : loaded
}

import { useCallback, useEffect, useRef } from 'react'

export interface Written {
  readonly heading: string
  readonly text: string
}

/** Words a person has typed and not saved, by where they belong. They outlive the field they were typed in. */
export interface Unsaved {
  readonly all: ReadonlyMap<string, Written>
  /** @param words null when they were saved or given up */
  keep(place: string, words: Written | null): void
}

/** Leaving the page altogether is asked about as long as there are any. */
export function useUnsaved(): Unsaved {
  const held = useRef(new Map<string, Written>())
  const keep = useCallback((place: string, words: Written | null) => {
    if (words === null) held.current.delete(place)
    else held.current.set(place, words)
  }, [])
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => held.current.size > 0 && event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])
  return { all: held.current, keep }
}

import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import { forgetTexts } from './use-documents.ts'

/** The stored documents as this page knows them. */
export interface Library {
  /** Another number after every change; whatever was loaded is then loaded again. */
  readonly version: number
  /** To be called after every change, also one that somebody else has made. */
  changed(): void
}

export const LibraryContext = createContext<Library>({ version: 0, changed: () => undefined })

export function useLibrary(): Library {
  return useContext(LibraryContext)
}

/** The one library of the page, for its context. */
export function useLibraryState(): Library {
  const [version, setVersion] = useState(0)
  const changed = useCallback(() => {
    forgetTexts()
    setVersion((before) => before + 1)
  }, [])
  return useMemo(() => ({ version, changed }), [version, changed])
}

import { createContext, useContext } from 'react'
import type { DocumentSummaryJson } from '../../api/schema.ts'

/** The documents of the corpus, empty until they are loaded. */
export const DocumentContext = createContext<readonly DocumentSummaryJson[]>([])

export function useDocument(id: string | undefined): DocumentSummaryJson | undefined {
  return useContext(DocumentContext).find((document) => document.id === id)
}

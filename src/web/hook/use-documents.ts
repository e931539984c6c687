import type { DocumentSummaryJson, DocumentTextJson } from '../../api/document-schema.ts'
import type { OverviewJson } from '../../api/schema.ts'
import { getDocuments, getDocumentText, getOverview } from '../api-client.ts'
import { type Resource, useResource } from './use-resource.ts'

const texts = new Map<string, DocumentTextJson>()

/** @param version changes when the library has changed */
export function useOverview(version: number): Resource<OverviewJson> {
  return useResource(`overview ${version}`, loadOverview)
}

/** @param version changes when the library has changed */
export function useDocuments(version: number): Resource<readonly DocumentSummaryJson[]> {
  return useResource(`documents ${version}`, loadDocuments)
}

/** A text never changes under its id, so it is loaded once for each page load. */
export function useDocumentText(id: string | null): Resource<DocumentTextJson> {
  return useResource(id, loadText)
}

function loadOverview(_key: string, signal: AbortSignal): Promise<OverviewJson> {
  return getOverview(signal)
}

function loadDocuments(_key: string, signal: AbortSignal): Promise<readonly DocumentSummaryJson[]> {
  return getDocuments(signal)
}

async function loadText(id: string, signal: AbortSignal): Promise<DocumentTextJson> {
  const text = texts.get(id) ?? (await getDocumentText(id, signal))
  texts.set(id, text)
  return text
}

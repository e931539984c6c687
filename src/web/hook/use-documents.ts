import type {
  DocumentSummaryJson,
  DocumentTextJson,
  LocationJson,
  VersionsJson,
} from '../../api/document-schema.ts'
import type { ReceiptJson } from '../../api/job-schema.ts'
import type { OverviewJson } from '../../api/schema.ts'
import { getOverview } from '../api-client.ts'
import {
  getDocuments,
  getDocumentText,
  getInspected,
  getLocation,
  getReceipts,
  getVersions,
  type Inspected,
} from '../document-client.ts'
import type { CodePointSpan } from '../route.ts'
import { type Resource, useResource } from './use-resource.ts'

let texts = new Map<string, DocumentTextJson>()

/** The words of a text never change under its id; what is excluded of it does. */
export function forgetTexts(): void {
  texts = new Map()
}

/** @param version changes when the library has changed, here and below */
export function useOverview(version: number): Resource<OverviewJson> {
  return useResource('overview', loadOverview, version)
}

export function useDocuments(version: number): Resource<readonly DocumentSummaryJson[]> {
  return useResource('documents', loadDocuments, version)
}

export function useDocumentText(id: string | null, version: number): Resource<DocumentTextJson> {
  return useResource(id, loadText, version)
}

export function useInspected(id: string, version: number): Resource<Inspected> {
  return useResource(id, getInspected, version)
}

export function useVersions(id: string, version: number): Resource<VersionsJson> {
  return useResource(id, getVersions, version)
}

export function useReceipts(id: string, version: number): Resource<readonly ReceiptJson[]> {
  return useResource(id, getReceipts, version)
}

function loadOverview(_key: string, signal: AbortSignal): Promise<OverviewJson> {
  return getOverview(signal)
}

function loadDocuments(_key: string, signal: AbortSignal): Promise<readonly DocumentSummaryJson[]> {
  return getDocuments(signal)
}

async function loadText(id: string, signal: AbortSignal): Promise<DocumentTextJson> {
  const known = texts
  const text = known.get(id) ?? (await getDocumentText(id, signal))
  known.set(id, text)
  return text
}

/** Where the words of a range stand today. */
export function useLocation(
  id: string,
  { start, end }: CodePointSpan,
  version: number,
): Resource<LocationJson> {
  return useResource(`${id} ${start} ${end}`, loadLocation, version)
}

function loadLocation(key: string, signal: AbortSignal): Promise<LocationJson> {
  const [id = '', start, end] = key.split(' ')
  return getLocation(id, { start: Number(start), end: Number(end) }, signal)
}

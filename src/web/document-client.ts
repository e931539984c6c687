import type {
  CorrectionRequestJson,
  DocumentSummaryJson,
  DocumentTextJson,
  InspectionJson,
  LocationJson,
  VersionsJson,
} from '../api/document-schema.ts'
import type { ReceiptJson } from '../api/job-schema.ts'
import { request, send } from './api-client.ts'
import type { CodePointSpan } from './route.ts'

/** What was read from a document, with the tag an edit of it must name. */
export interface Inspected {
  readonly inspection: InspectionJson
  readonly etag: string
}

export async function getDocuments(signal: AbortSignal): Promise<readonly DocumentSummaryJson[]> {
  const { documents } = await request<{ documents: DocumentSummaryJson[] }>('/documents', { signal })
  return documents
}

export async function getInspected(id: string, signal: AbortSignal): Promise<Inspected> {
  const response = await send(pathOf(id), { signal })
  return { inspection: (await response.json()) as InspectionJson, etag: response.headers.get('etag') ?? '' }
}

export function getDocumentText(id: string, signal: AbortSignal): Promise<DocumentTextJson> {
  return request(`${pathOf(id)}/text`, { signal })
}

export function getVersions(id: string, signal: AbortSignal): Promise<VersionsJson> {
  return request(`${pathOf(id)}/versions`, { signal })
}

export function getLocation(id: string, span: CodePointSpan, signal: AbortSignal): Promise<LocationJson> {
  return request(`${pathOf(id)}/location?start=${span.start}&end=${span.end}`, { signal })
}

/** What became of the document since it first came, newest first. */
export async function getReceipts(id: string, signal: AbortSignal): Promise<readonly ReceiptJson[]> {
  const { receipts } = await request<{ receipts: ReceiptJson[] }>(`${pathOf(id)}/receipt`, { signal })
  return receipts
}

/** @param etag of what the change was made from; the service refuses it when that is no longer the state */
export async function patchDocument(id: string, etag: string, change: CorrectionRequestJson): Promise<void> {
  await send(pathOf(id), {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': etag },
    body: JSON.stringify(change),
  })
}

export async function deleteDocument(id: string): Promise<void> {
  await send(pathOf(id), { method: 'DELETE' })
}

function pathOf(id: string): string {
  return `/documents/${encodeURIComponent(id)}`
}

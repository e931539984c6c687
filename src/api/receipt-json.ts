import type { Receipt } from '../ingest/index.ts'
import type { ReceiptJson } from './schema.ts'

const NOTHING_READ = {
  document_id: null,
  title: null,
  coverage: null,
  passages: null,
  excluded: null,
  parts: null,
  enumerations: null,
  assignments: null,
}

export function toReceiptJson(receipt: Receipt): ReceiptJson {
  const { file, kind } = receipt
  if (kind === 'failed') {
    return { file, status: kind, code: receipt.code, reason: receipt.reason, ...NOTHING_READ }
  }
  const { document } = receipt
  return {
    file,
    status: kind,
    code: null,
    reason: null,
    document_id: document.id,
    title: document.metadata.title?.value ?? null,
    coverage: document.coverage,
    passages: document.passages.length,
    excluded: document.exclusions.length,
    parts: document.parts.length,
    enumerations: document.enumerations.length,
    assignments: document.assignments.length,
  }
}

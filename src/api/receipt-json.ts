import type { Receipt } from '../ingest/index.ts'
import type { ReceiptJson } from './schema.ts'

export function toReceiptJson(receipt: Receipt): ReceiptJson {
  const { file, kind } = receipt
  if (kind === 'failed') {
    const nothing = {
      document_id: null,
      title: null,
      coverage: null,
      passages: null,
      excluded: null,
      doubts: [],
    }
    return { file, status: kind, code: receipt.code, reason: receipt.reason, ...nothing }
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
    doubts: [...document.doubts],
  }
}

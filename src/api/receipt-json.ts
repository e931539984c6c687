import { InvalidRequestError } from '../error.ts'
import type { NumberedReceipt, Receipt } from '../ingest/index.ts'
import type { ReceiptJson, ReceiptPageJson } from './job-schema.ts'

export function toReceiptJson(receipt: Receipt): ReceiptJson {
  const { file, kind: status, at, sha256 } = receipt
  const steps = receipt.steps.map((step) => ({ ...step }))
  if (receipt.kind === 'failed') {
    const { code, reason } = receipt
    return { file, status, at, sha256, reason, code, ...NOTHING_READ, ...listsOfNothing(), steps }
  }
  return {
    file,
    status,
    at,
    sha256,
    reason: null,
    code: null,
    document_id: receipt.documentId,
    title: receipt.title,
    encoding: receipt.encoding,
    coverage: receipt.coverage,
    passages: receipt.passages,
    excluded: receipt.exclusions.reduce((sum, { count }) => sum + count, 0),
    exclusions: receipt.exclusions.map((each) => ({ ...each })),
    doubts: [...receipt.doubts],
    parts: receipt.parts,
    enumerations: receipt.enumerations,
    assignments: receipt.assignments,
    targets: receipt.targets,
    superseded: receipt.superseded === null ? null : namedJson(receipt.superseded),
    copies: receipt.copies.map(namedJson),
    steps,
  }
}

function namedJson({ documentId, title }: { readonly documentId: string; readonly title: string }) {
  return { document_id: documentId, title }
}

function listsOfNothing() {
  return { exclusions: [], doubts: [], copies: [] }
}

const NOTHING_READ = {
  superseded: null,
  document_id: null,
  title: null,
  encoding: null,
  coverage: null,
  passages: null,
  excluded: null,
  parts: null,
  enumerations: null,
  assignments: null,
  targets: null,
}

/** @param page receipts, newest first, one more than `limit` where there are more */
export function toReceiptPageJson(page: readonly NumberedReceipt[], limit: number): ReceiptPageJson {
  const shown = page.slice(0, limit)
  const last = shown.at(-1)
  return {
    receipts: shown.map(({ receipt }) => toReceiptJson(receipt)),
    next_cursor: page.length > limit && last !== undefined ? receiptCursorOf(last.number) : null,
  }
}

export function receiptCursorOf(number: number): string {
  return `r${number.toString(36)}`
}

/** @throws InvalidRequestError for a cursor that is none of ours */
export function receiptNumberOf(cursor: string): number {
  const number = /^r[0-9a-z]{1,10}$/u.test(cursor) ? Number.parseInt(cursor.slice(1), 36) : 0
  if (number === 0) {
    throw new InvalidRequestError('翻页位置无效，请从第一页重新开始。', { details: { pointer: '/cursor' } })
  }
  return number
}

import type { DocumentId } from '../../src/corpus/index.ts'
import type { Receipt } from '../../src/ingest/index.ts'
import { documentId } from './id.ts'

/** A receipt with every field filled. */
export function receiptOf(
  kind: 'added' | 'unchanged' | 'removed',
  id: DocumentId = documentId('a'),
  file = '甲市要点.txt',
): Receipt {
  return {
    kind,
    file,
    at: '2031-02-03T04:05:06.789Z',
    sha256: 'f'.repeat(64),
    documentId: id,
    title: '甲市2031年工作要点',
    encoding: 'gb18030',
    coverage: 0.9987,
    passages: 27,
    exclusions: [{ reason: 'page_chrome', count: 2, characters: 31 }],
    doubts: ['年份是推断的，原文没有直接写明。'],
    targets: 12,
    steps: [{ step: 'reading', milliseconds: 12.5 }],
  }
}

export function failedReceipt(file: string): Extract<Receipt, { kind: 'failed' }> {
  return {
    kind: 'failed',
    file,
    at: '2031-02-03T04:05:06.789Z',
    sha256: null,
    code: 'file_unreadable',
    reason: `文件是空的：${file}`,
    steps: [],
  }
}

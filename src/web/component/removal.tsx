import type { DocumentSummaryJson } from '../../api/document-schema.ts'
import { deleteDocument } from '../document-client.ts'
import { ConfirmRemoval } from './confirm-removal.tsx'

interface Props {
  readonly document: DocumentSummaryJson
  onRemoved(): void
  onCancel(): void
}

/** Asks once more before a document goes. */
export function Removal({ document, onRemoved, onCancel }: Props) {
  return (
    <ConfirmRemoval remove={() => deleteDocument(document.id)} onRemoved={onRemoved} onCancel={onCancel}>
      确定删除《{document.title}
      》吗？它的所有版本会一并删除，不能恢复；以前的回答仍在，但打不开这份原文。人工更正会留着，再次导入同一个文件时仍然有效。
    </ConfirmRemoval>
  )
}

import type { ReceiptJson } from '../../api/job-schema.ts'
import { type Upload, useUpload } from '../hook/use-upload.ts'
import { countLabel, percentLabel } from '../wording.ts'
import { Failure } from './failure.tsx'

const FORMATS = '.txt,.md,.html,.htm,.doc,.docx,.pdf,.ofd,.zip,.png,.jpg,.jpeg,.tif,.tiff'

/** Takes files into the library and shows what became of each. */
export function UploadForm({ onDone }: { readonly onDone: () => void }) {
  const [upload, send] = useUpload(onDone)
  const isBusy = upload.kind === 'sending' || upload.kind === 'reading'
  return (
    <section className="upload" aria-busy={isBusy}>
      <label className="upload-field">
        <span>导入文件</span>
        <input
          type="file"
          multiple
          accept={FORMATS}
          disabled={isBusy}
          data-testid="upload-input"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            if (files.length > 0) send(files)
            event.target.value = ''
          }}
        />
      </label>
      <p className="note">文本、网页、Word、PDF、OFD、扫描件，或它们的 zip 包。仅限非涉密文件。</p>
      <p className="note" role="status">
        {progressOf(upload)}
      </p>
      {upload.kind === 'failed' && <Failure error={upload.error} onRetry={null} />}
      {(upload.kind === 'reading' || upload.kind === 'done') && <Receipts receipts={upload.job.receipts} />}
    </section>
  )
}

function progressOf(upload: Upload): string {
  if (upload.kind === 'sending') return `正在上传 ${countLabel(upload.files)} 个文件。`
  if (upload.kind === 'reading') return `正在读取，已完成 ${upload.job.files_done}/${upload.job.files}。`
  return upload.kind === 'done' ? '全部读完。' : ''
}

function Receipts({ receipts }: { readonly receipts: readonly ReceiptJson[] }) {
  if (receipts.length === 0) return null
  return (
    <ul className="receipts">
      {receipts.map((receipt, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: receipts only ever grow at the end
        <li key={at} data-status={receipt.status} data-testid="receipt">
          {describe(receipt)}
        </li>
      ))}
    </ul>
  )
}

function describe({ file, status, reason, title, passages, excluded, coverage }: ReceiptJson): string {
  if (status === 'failed') return `未入库：${reason}`
  const state = status === 'added' ? '已入库' : '已在库中'
  const read = `${countLabel(passages ?? 0)} 段，排除 ${countLabel(excluded ?? 0)} 处，覆盖率 ${percentLabel(coverage ?? 0)}`
  return `${state}：${title ?? file}（${read}）`
}

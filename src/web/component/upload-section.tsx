import type { DocumentSummaryJson } from '../../api/document-schema.ts'
import { useFileDrop } from '../hook/use-file-drop.ts'
import type { Uploads } from '../hook/use-uploads.ts'
import { countLabel } from '../wording.ts'
import { Failure } from './failure.tsx'
import { UploadTable } from './upload-table.tsx'

interface Props {
  readonly uploads: Uploads
  readonly documents: readonly DocumentSummaryJson[]
}

const FORMATS = '.txt,.md,.html,.htm,.doc,.docx,.pdf,.ofd,.zip,.png,.jpg,.jpeg,.tif,.tiff'

/** Takes files into the library, chosen or dropped anywhere on the page, and shows what becomes of each. */
export function UploadSection({ uploads, documents }: Props) {
  const isOver = useFileDrop(uploads.send)
  const isBusy = uploads.sending > 0 || uploads.jobs.some(({ status }) => status === 'running')
  return (
    <section className="upload" aria-label="导入" aria-busy={isBusy} data-over={isOver}>
      <label className="upload-field">
        <span>导入文件</span>
        <input
          type="file"
          multiple
          accept={FORMATS}
          data-testid="upload-input"
          onChange={(event) => {
            uploads.send([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </label>
      <p className="note">
        也可以把文件拖到本页。文本、网页、Word、PDF、OFD、扫描件，或它们的 zip 包。仅限非涉密文件。
      </p>
      <p className="upload-progress" role="status">
        {progressOf(uploads)}
      </p>
      {uploads.error !== null && <Failure error={uploads.error} onRetry={null} />}
      {uploads.jobs.length > 0 && <UploadTable jobs={uploads.jobs} documents={documents} />}
      {uploads.jobs.length > 0 && !isBusy && (
        <button type="button" className="quiet" onClick={uploads.clear}>
          收起导入结果
        </button>
      )}
      {isOver && (
        <p className="drop-hint" aria-hidden="true">
          松开鼠标，导入文件
        </p>
      )}
    </section>
  )
}

function progressOf({ jobs, sending }: Uploads): string {
  if (sending > 0) return `正在上传 ${countLabel(sending)} 个文件。`
  const running = jobs.filter(({ status }) => status === 'running')
  const sum = (count: 'files' | 'files_done') => running.reduce((all, job) => all + job[count], 0)
  if (running.length > 0)
    return `正在读取，已完成 ${countLabel(sum('files_done'))}/${countLabel(sum('files'))}。`
  if (jobs.length === 0) return ''
  const failed = jobs.flatMap(({ receipts }) => receipts).filter(({ status }) => status === 'failed').length
  return failed === 0 ? '全部读完。' : `全部读完。${countLabel(failed)} 个文件没有入库。`
}

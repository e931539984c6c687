import type { ReactNode } from 'react'
import type { DocumentSummaryJson } from '../../api/document-schema.ts'
import type { JobJson, ReceiptJson } from '../../api/job-schema.ts'
import { countLabel, NOT_STATED, percentLabel, periodLabel } from '../wording.ts'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly jobs: readonly JobJson[]
  /** The library, in which more is known of a document than on its receipt. */
  readonly documents: readonly DocumentSummaryJson[]
}

type JobItem = JobJson['items'][number]

const STEPS: readonly (readonly [JobItem['step'], string])[] = [
  ['waiting', '等待'],
  ['reading', '读取'],
  ['storing', '入库'],
  ['done', '完成'],
]

/** One row for each file with its steps, and at the end what was read or why it was refused. */
export function UploadTable({ jobs, documents }: Props) {
  return (
    <table className="upload-table">
      <caption className="visually-hidden">导入的文件</caption>
      <thead>
        <tr>
          <th scope="col">文件</th>
          <th scope="col">进度</th>
          <th scope="col">结果</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <JobRows key={job.id} job={job} documents={documents} />
        ))}
      </tbody>
    </table>
  )
}

interface RowsProps extends Pick<Props, 'documents'> {
  readonly job: JobJson
}

function JobRows({ job, documents }: RowsProps) {
  return job.items.map((item, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the files of a job keep their order
    <tr key={at} data-testid="receipt" data-status={item.receipt?.status ?? item.step}>
      <th scope="row">{item.file}</th>
      <td>
        <Steps item={item} />
      </td>
      <td>{item.receipt !== null && <Result receipt={item.receipt} documents={documents} />}</td>
    </tr>
  ))
}

function Steps({ item: { step, receipt } }: { readonly item: JobItem }) {
  if (receipt !== null) return <span className="step">{OUTCOMES[receipt.status]}</span>
  const now = STEPS.findIndex(([name]) => name === step)
  return (
    <ol className="steps">
      {STEPS.map(([name, label], at) => (
        <li
          key={name}
          data-state={at < now ? 'past' : at === now ? 'now' : 'next'}
          aria-current={at === now && 'step'}
        >
          {label}
        </li>
      ))}
    </ol>
  )
}

const OUTCOMES: Readonly<Record<ReceiptJson['status'], string>> = {
  added: '已入库',
  unchanged: '已在库中',
  failed: '未入库',
  removed: '已删除',
}

interface ResultProps {
  readonly receipt: ReceiptJson
  readonly documents: Props['documents']
}

function Result({ receipt, documents }: ResultProps) {
  const { file, status, reason, document_id, title, doubts, superseded, copies } = receipt
  if (status === 'failed') return <span className="warning">{reason}</span>
  return (
    <>
      {document_id === null ? (title ?? file) : <DocumentLink id={document_id}>{title ?? file}</DocumentLink>}
      {doubts.length > 0 && <span className="doubts">存疑：{doubts.join('')}</span>}
      {superseded !== null && (
        <span className="doubts">
          替换了<DocumentLink id={superseded.document_id}>旧版本</DocumentLink>。
        </span>
      )}
      <Copies copies={copies} />
      <span className="note facts">{factsOf(receipt, documents).join('，')}</span>
    </>
  )
}

function Copies({ copies }: Pick<ReceiptJson, 'copies'>) {
  const [first] = copies
  if (first === undefined) return null
  return (
    <span className="doubts">
      与《<DocumentLink id={first.document_id}>{first.title}</DocumentLink>》
      {copies.length > 1 && `等 ${countLabel(copies.length)} 份文件`}文字近似。
    </span>
  )
}

function DocumentLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return <RouteLink to={{ view: 'documents', documentId: id, span: null }}>{children}</RouteLink>
}

/** Place and years are those the library has now, also when a person has set them since. */
function factsOf(receipt: ReceiptJson, documents: Props['documents']): readonly string[] {
  const { document_id, encoding, passages, excluded, coverage } = receipt
  const document = documents.find(({ id }) => id === document_id)
  const place = document && (document.jurisdiction?.name ?? `地区${NOT_STATED}`)
  const years = document && (document.years === null ? `年份${NOT_STATED}` : periodLabel(document.years))
  return [
    place,
    years,
    `${countLabel(passages ?? 0)} 段`,
    `排除 ${countLabel(excluded ?? 0)} 处`,
    `覆盖率 ${percentLabel(coverage ?? 0)}`,
    encoding,
  ].filter((fact) => typeof fact === 'string')
}

import { type FormEvent, useId, useState } from 'react'
import type { ComplaintListJson } from '../../api/eval-schema.ts'
import { deleteComplaint, getComplaints, postComplaint } from '../complaint-client.ts'
import { complaintLabel } from '../eval-wording.ts'
import { asError, useResource } from '../hook/use-resource.ts'
import { countLabel, timeLabel } from '../wording.ts'
import { Failure } from './failure.tsx'

type ComplaintJson = ComplaintListJson['complaints'][number]

interface QueueProps {
  readonly version: number
  /** A case was made or taken back. */
  onChanged(): void
}

/** What readers said of answers; a click makes a case of it, with the evidence as it was shown. */
export function EvalComplaints({ version, onChanged }: QueueProps) {
  const [error, setError] = useState<Error | null>(null)
  const complaints = useResource('complaints', getComplaints, version)
  const act = (work: Promise<void>) => {
    setError(null)
    work.then(onChanged, (fault: unknown) => setError(asError(fault)))
  }
  if (complaints.kind === 'waiting') return null
  if (complaints.kind === 'failed') return <Failure error={complaints.error} onRetry={complaints.retry} />
  const made = complaints.value.filter((one) => one.case !== null).length
  return (
    <section aria-labelledby="eval-complaints">
      <h2 id="eval-complaints">读者意见</h2>
      <p className="note" role="status">
        {complaints.value.length === 0
          ? '还没有人在回答下面提过意见。'
          : `共 ${countLabel(complaints.value.length)} 条，其中 ${countLabel(made)} 条已成为用例。成为用例时，问题、筛选、出处和当时的文字都固定下来，以后每次评测都会重问。`}
      </p>
      {error !== null && <Failure error={error} onRetry={null} />}
      <ul className="eval-complaints">
        {complaints.value.map((one) => (
          <Complaint key={one.feedback.id} one={one} act={act} />
        ))}
      </ul>
    </section>
  )
}

interface Props {
  readonly one: ComplaintJson
  act(work: Promise<void>): void
}

function Complaint({ one, act }: Props) {
  const { feedback, shown } = one
  return (
    <li data-testid="eval-complaint" data-made={one.case !== null}>
      <p className="eval-question">{feedback.question}</p>
      <p>
        {complaintLabel(feedback.verdict)}
        {feedback.note === '' ? '' : `：${feedback.note}`}
        <span className="note">　{timeLabel(feedback.created_at)}</span>
      </p>
      <blockquote className="note">{feedback.sentence_text ?? shown ?? '当时的回答已经不在了。'}</blockquote>
      {one.case === null ? (
        shown !== null && <MakeCase feedbackId={feedback.id} act={act} />
      ) : (
        <p className="eval-made">
          已成为用例，固定了 {countLabel(one.case.shown.spans.length)} 处出处
          {one.case.right_answer.length > 0 && `；正确答案：${one.case.right_answer.join('；')}`}
          <button type="button" className="quiet" onClick={() => act(deleteComplaint(feedback.id))}>
            移除
          </button>
        </p>
      )}
    </li>
  )
}

function MakeCase({ feedbackId, act }: { readonly feedbackId: string; act(work: Promise<void>): void }) {
  const [facts, setFacts] = useState('')
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lines = facts.split('\n').map((line) => line.trim())
    act(
      postComplaint(
        feedbackId,
        lines.filter((line) => line !== ''),
      ),
    )
  }
  return (
    <form className="eval-make" onSubmit={submit}>
      <button type="submit" data-testid="eval-make">
        成为用例
      </button>
      <details>
        <summary className="note">先写明正确答案</summary>
        <label htmlFor={id}>回答里必须有的内容，一行一项</label>
        <textarea id={id} rows={2} value={facts} onChange={(event) => setFacts(event.target.value)} />
      </details>
    </form>
  )
}

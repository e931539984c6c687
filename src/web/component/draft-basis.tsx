import type { DraftableJson } from '../../api/outline-schema.ts'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly body: DraftableJson['bodies'][number]
  readonly year: number
}

/** The plans a draft of this body and year would rest on. */
export function DraftBasis({ body: { region, annual, multi_year }, year }: Props) {
  const prior = annual.filter((plan) => plan.year < year)
  const running = multi_year.filter(({ from, to }) => from <= year && year <= to)
  if (prior.length === 0)
    return (
      <p className="warning">
        文库里没有{region}
        {year}年以前的年度工作要点，起草没有依据。
      </p>
    )
  return (
    <section className="draft-basis" aria-label="依据的文件">
      <h2 className="label">将依据 {prior.length + running.length} 份文件</h2>
      <ul>
        {prior.map((plan) => (
          <Plan
            key={plan.document_id}
            id={plan.document_id}
            title={plan.title}
            note={`${plan.year}年工作要点`}
          />
        ))}
        {running.map(({ document_id, title, from, to }) => (
          <Plan key={document_id} id={document_id} title={title} note={`${from}—${to}年，仍在执行`} />
        ))}
      </ul>
      {running.length === 0 && <p className="note">没有覆盖{year}年的多年规划或行动计划。</p>}
    </section>
  )
}

function Plan({ id, title, note }: { readonly id: string; readonly title: string; readonly note: string }) {
  return (
    <li>
      <RouteLink to={{ view: 'documents', documentId: id, span: null }}>{title}</RouteLink>
      <span className="note">{note}</span>
    </li>
  )
}

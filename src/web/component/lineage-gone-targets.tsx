import type { LineageJson } from '../../api/lineage-json.ts'
import { planLabel } from '../lineage-wording.ts'
import type { LineageRoute } from './lineage-page.tsx'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly lineage: LineageJson
  readonly route: LineageRoute
}

/** Figures and milestones that the next plan does not name again. */
export function LineageGoneTargets({ lineage, route }: Props) {
  const gone = lineage.targets.flatMap(({ earlier, status, reason, later_document_id }) =>
    earlier === null || status !== 'dropped' ? [] : [{ row: earlier, reason, later_document_id }],
  )
  if (gone.length === 0) return null
  const yearOf = (id: string) => {
    const plan = lineage.plans.find(({ document_id }) => document_id === id)
    return plan === undefined ? '' : planLabel(plan)
  }
  const steps = Map.groupBy(gone, ({ later_document_id }) => later_document_id)
  return (
    <section aria-labelledby="lineage-gone">
      <h2 id="lineage-gone">未再列出的指标和事项</h2>
      {[...steps.entries()].map(([id, rows]) => (
        <details key={id}>
          <summary>
            {yearOf(id)}未再列出 {rows.length} 项
          </summary>
          <ul className="lineage-gone">
            {rows.map(({ row, reason }) => (
              <li key={row.id}>
                <RouteLink
                  to={{ ...route, documentId: row.document_id, span: { start: row.start, end: row.end } }}
                >
                  {row.quote}
                </RouteLink>
                <span className="note">　{reason}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

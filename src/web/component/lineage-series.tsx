import { useMemo } from 'react'
import type { LineageJson } from '../../api/lineage-json.ts'
import { columnsOf } from '../lineage-grid.ts'
import { planLabel, valueLabel } from '../lineage-wording.ts'
import type { LineageRoute } from './lineage-page.tsx'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly lineage: LineageJson
  readonly route: LineageRoute
}

/** Indicators as rows, plans as columns; each value opens its words. */
export function LineageSeries({ lineage, route }: Props) {
  const columns = useMemo(() => columnsOf(lineage), [lineage])
  if (lineage.series.length === 0) return null
  return (
    <section aria-labelledby="lineage-series">
      <h2 id="lineage-series">指标</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="lineage-scroll" aria-label="指标表" tabIndex={0}>
        <table className="lineage-table" data-testid="lineage-series">
          <thead>
            <tr>
              <th scope="col">指标</th>
              {columns.map((plan) => (
                <th key={plan.document_id} scope="col">
                  {planLabel(plan)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lineage.series.map(({ indicator, values }) => (
              <tr key={values.map(({ id }) => id).join(' ')}>
                <th scope="row">{indicator}</th>
                {columns.map(({ document_id }) => (
                  <td key={document_id}>
                    {values
                      .filter((value) => value.document_id === document_id)
                      .map((value) => (
                        <RouteLink
                          key={value.id}
                          to={{
                            ...route,
                            documentId: document_id,
                            span: { start: value.start, end: value.end },
                          }}
                        >
                          {valueLabel(value)}
                        </RouteLink>
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

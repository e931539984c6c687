import { Fragment, useMemo, useState } from 'react'
import type { LineageJson, LineageLinkJson } from '../../api/lineage-json.ts'
import {
  columnsOf,
  countStatuses,
  gridOf,
  type LineageGridRow,
  type LineagePlan,
  type RowStatus,
  rowStatusesOf,
} from '../lineage-grid.ts'
import { planLabel, ROW_STATUSES, rowStatusLabel } from '../lineage-wording.ts'
import { LineageCellContent } from './lineage-cell.tsx'
import { LineageDetail } from './lineage-detail.tsx'
import type { LineageRoute } from './lineage-page.tsx'

interface Props {
  readonly lineage: LineageJson
  readonly route: LineageRoute
}

/** Years as columns, tasks as rows. */
export function LineageTable({ lineage, route }: Props) {
  const [only, setOnly] = useState<RowStatus | null>(null)
  const columns = useMemo(() => columnsOf(lineage), [lineage])
  const rows = useMemo(() => gridOf(lineage), [lineage])
  const counts = useMemo(() => countStatuses(rows), [rows])
  const shown = only === null ? rows : rows.filter((row) => rowStatusesOf(row).has(only))
  return (
    <section aria-labelledby="lineage-tasks">
      <h2 id="lineage-tasks">任务</h2>
      <fieldset className="lineage-filter">
        <legend className="visually-hidden">只看一种变化</legend>
        <button type="button" aria-pressed={only === null} onClick={() => setOnly(null)}>
          全部 {rows.length}
        </button>
        {ROW_STATUSES.filter((status) => counts.has(status)).map((status) => (
          <button key={status} type="button" aria-pressed={only === status} onClick={() => setOnly(status)}>
            {rowStatusLabel(status)} {counts.get(status)}
          </button>
        ))}
      </fieldset>
      {countNotes(counts, rows.length).map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="lineage-scroll" aria-label="任务表" tabIndex={0}>
        <table className="lineage-table" data-testid="lineage-table">
          <thead>
            <tr>
              {columns.map((plan) => (
                <th key={plan.document_id} scope="col">
                  {planLabel(plan)}
                  <span className="note">{plan.title}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.key} row={row} columns={columns} route={route} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** Why the numbers do not add up to those of all rows, or what the last of them is. */
function countNotes(counts: ReadonlyMap<RowStatus, number>, rows: number): readonly string[] {
  const sum = [...counts.values()].reduce((total, count) => total + count, 0)
  return [
    ...(counts.has('uncompared') ? ['“未作比对”的任务只见于多年计划，或没有另一年的要点可比。'] : []),
    ...(sum > rows ? ['几年间有过几种变化的任务，在每一种里各算一次。'] : []),
  ]
}

interface RowProps {
  readonly row: LineageGridRow
  readonly columns: readonly LineagePlan[]
  readonly route: LineageRoute
}

function Row({ row, columns, route }: RowProps) {
  const [open, setOpen] = useState<LineageLinkJson | null>(null)
  return (
    <Fragment>
      <tr data-testid="lineage-row">
        {row.cells.map((cell) => (
          <td key={cell.plan.document_id} data-column={planLabel(cell.plan)}>
            <LineageCellContent
              cell={cell}
              route={route}
              open={open}
              onToggle={(link) => setOpen(link === open ? null : link)}
            />
          </td>
        ))}
      </tr>
      {open !== null && (
        <tr className="lineage-detail-row">
          <td colSpan={columns.length}>
            <LineageDetail link={open} row={row} columns={columns} route={route} />
          </td>
        </tr>
      )}
    </Fragment>
  )
}

import type { RunJson } from '../../api/eval-schema.ts'
import {
  boundLabel,
  type FigureJson,
  figureLabel,
  intervalLabel,
  type SuiteResultJson,
} from '../eval-wording.ts'
import { countLabel } from '../wording.ts'
import { EvalScroll } from './eval-scroll.tsx'

/** Right, faithful and refusing side by side, with what it cost in quoted characters. */
const SUMMARY = [
  'correctness',
  'citationRecall',
  'citationPrecision',
  'spanExactness',
  'refusalRecall',
  'wrongRefusals',
  'uncitedShare',
  'meanCitedCharacters',
] as const

/** All suites in one table, and every figure of each on demand. */
export function EvalFigures({ record }: { readonly record: NonNullable<RunJson['record']> }) {
  const asked = record.results.filter(({ task }) => task === 'answer')
  const all = [record.overall, ...asked.map(({ figures }) => figures)].flat()
  const columns = SUMMARY.flatMap((name) => all.find((figure) => figure.name === name) ?? [])
  return (
    <section aria-labelledby="eval-figures">
      <h2 id="eval-figures">结果</h2>
      {asked.length > 0 && (
        <>
          <p className="note">每格是结果、95% 区间和评分题数（n）。</p>
          <EvalScroll label="总表">
            <table className="eval-table">
              <thead>
                <tr>
                  <th scope="col">评测组</th>
                  {columns.map(({ name, label }) => (
                    <th key={name} scope="col">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {asked.map(({ name, label, figures }) => (
                  <SummaryRow key={name} label={label} figures={figures} columns={columns} />
                ))}
                {asked.length > 1 && <SummaryRow label="合计" figures={record.overall} columns={columns} />}
              </tbody>
            </table>
          </EvalScroll>
        </>
      )}
      {record.results.map((suite) => (
        <SuiteDetail key={suite.name} suite={suite} isOpen={suite.task !== 'answer'} />
      ))}
    </section>
  )
}

interface RowProps {
  readonly label: string
  readonly figures: readonly FigureJson[]
  readonly columns: readonly FigureJson[]
}

function SummaryRow({ label, figures, columns }: RowProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {columns.map(({ name }) => {
        const figure = figures.find((one) => one.name === name)
        return (
          <td key={name} data-below={figure?.bound?.holds === false}>
            {figure === undefined ? '—' : figureLabel(figure.value, figure.unit)}
            {figure !== undefined && <span className="small">{intervalLabel(figure)}</span>}
            {figure !== undefined && <span className="small">n={figure.n}</span>}
          </td>
        )
      })}
    </tr>
  )
}

function SuiteDetail({ suite, isOpen }: { readonly suite: SuiteResultJson; readonly isOpen: boolean }) {
  const byKind = suite.groups.flatMap(({ label, figures: [figure] }) =>
    figure === undefined ? [] : [{ ...figure, label }],
  )
  return (
    <details className="eval-suite" open={isOpen}>
      <summary>
        {suite.label}（{countLabel(suite.cases)} 题）
      </summary>
      <p className="note">{suite.about}</p>
      <FigureTable head="指标" figures={suite.figures} />
      {byKind.length > 1 && <FigureTable head="答对率，按题型" figures={byKind} />}
    </details>
  )
}

function FigureTable({ head, figures }: { readonly head: string; readonly figures: readonly FigureJson[] }) {
  const isBounded = figures.some(({ bound }) => bound !== null)
  return (
    <table className="eval-table">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">结果</th>
          <th scope="col">95% 区间</th>
          <th scope="col">n</th>
          {isBounded && <th scope="col">门槛</th>}
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.label}>
            <th scope="row">{figure.label}</th>
            <td data-below={figure.bound?.holds === false}>{figureLabel(figure.value, figure.unit)}</td>
            <td>{intervalLabel(figure)}</td>
            <td>{figure.n}</td>
            {isBounded && <td>{figure.bound === null ? '—' : boundLabel(figure.bound, figure.unit)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

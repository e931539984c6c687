import type { Figure, Group, RunRecord } from '../../src/evaluation/index.ts'
import { figureWording } from '../run/wording.ts'
import { html, Markup } from './markup.ts'
import { boundText, intervalText, valueText } from './number.ts'

/** Right, faithful and refusing stand side by side, with what it cost in quoted characters. */
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

export function summaryTable({ results, overall, cases }: RunRecord): Markup {
  const known = SUMMARY.filter((name) =>
    [overall, ...results.map(({ figures }) => figures)].some((figures) =>
      figures.some((one) => one.name === name),
    ),
  )
  const row = (label: string, n: number, figures: readonly Figure[]) =>
    html`<tr><th scope="row">${label}<span class="small">${n} 题</span></th>${known.map((name) => cell(figures.find((one) => one.name === name)))}</tr>
`
  return html`<h2>总表</h2>
<p class="note">每格依次是结果、95% 区间和评分题数（n）。区间由题目重抽样 1,000 次得出；全对或全错时为二项分布的精确界。红字低于门槛。</p>
<div class="scroll"><table class="wide">
<thead><tr><th>评测组</th>${known.map((name) => html`<th class="num">${figureWording(name).label}</th>`)}</tr></thead>
<tbody>${results.map(({ label, cases: n, figures }) => row(label, n, figures))}${results.length > 1 ? row('合计', cases, overall) : null}</tbody>
</table></div>`
}

function cell(figure: Figure | undefined): Markup {
  if (figure === undefined) return html`<td class="num">—</td>`
  const isBelow = figure.bound?.holds === false
  return html`<td class="num"><span class="${isBelow ? 'below' : 'value'}">${valueText(figure.value, figure.unit)}</span><span class="small">${intervalText(figure.low, figure.high, figure.unit)}</span><span class="small">n=${figure.n}</span></td>`
}

/** One suite: every figure with its meaning, and right answers by kind of question. */
export function suiteSection({ label, about, cases, figures, groups }: RunRecord['results'][number]): Markup {
  return html`<h3>${label}（${cases} 题）</h3>
${about === '' ? null : html`<p class="note">${about}</p>`}
<div class="scroll"><table>
<thead><tr><th>指标</th><th class="meaning">含义</th><th class="num">结果</th><th>95% 区间</th><th class="num">n</th><th class="num">门槛</th></tr></thead>
<tbody>${figures.map(figureRow)}</tbody>
</table></div>
${groups.length < 2 ? null : groupTable(groups)}`
}

function figureRow(figure: Figure): Markup {
  const { name, label, unit, value, low, high, n, bound } = figure
  return html`<tr><th scope="row">${label}</th><td class="meaning"><span class="small">${figureWording(name).meaning}</span></td><td class="num"><span class="${bound?.holds === false ? 'below' : 'value'}">${valueText(value, unit)}</span></td><td>${strip(figure)}<span class="small">${intervalText(low, high, unit)}</span></td><td class="num">${n}</td><td class="num">${bound === null ? '—' : boundText(bound, unit)}</td></tr>
`
}

function groupTable(groups: readonly Group[]): Markup {
  return html`<div class="scroll"><table>
<thead><tr><th>题型</th><th class="num">答对率</th><th>95% 区间</th><th class="num">n</th></tr></thead>
<tbody>${groups.map(({ label, figures: [figure] }) =>
    figure === undefined
      ? null
      : html`<tr><th scope="row">${label}</th><td class="num">${valueText(figure.value, figure.unit)}</td><td>${strip(figure)}<span class="small">${intervalText(figure.low, figure.high, figure.unit)}</span></td><td class="num">${figure.n}</td></tr>
`,
  )}</tbody>
</table></div>`
}

/** Value and interval on a line from 0 to 1, the gate as a stroke across; the numbers stand beside it. */
function strip({ unit, value, low, high, bound }: Figure): Markup | null {
  if (unit !== 'share' || value === null || low === null || high === null) return null
  const x = (share: number) => new Markup((2 + share * 96).toFixed(1))
  const gate =
    bound === null
      ? null
      : html`<line class="bound" x1="${x(bound.value)}" x2="${x(bound.value)}" y1="1" y2="13"/>`
  return html`<svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true"><line class="axis" x1="2" x2="98" y1="7" y2="7"/>${gate}<line class="spread" x1="${x(low)}" x2="${x(high)}" y1="7" y2="7"/><rect class="at" x="${x(value - 0.01)}" y="3.5" width="2" height="7"/></svg>`
}

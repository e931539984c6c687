import type { Figure, RunRecord } from '../../src/evaluation/index.ts'
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

export function summaryTable({ results, overall }: RunRecord): Markup {
  const asked = results.filter(({ task }) => task === 'answer')
  const others = results.filter(({ task }) => task !== 'answer')
  return html`<h2>总表</h2>
<p class="note">每格依次是结果、95% 区间和评分题数（n）。区间由题目重抽样 1,000 次得出；全对或全错时为二项分布的精确界。不达门槛的加粗，屏幕上为红字。</p>
${asked.length === 0 ? null : answerTable(asked, overall)}
${others.map(({ label, cases, figures }) => figureTable(`${label}（${cases} 题）`, rowsOf(figures)))}`
}

function answerTable(asked: RunRecord['results'], overall: readonly Figure[]): Markup {
  const all = [overall, ...asked.map(({ figures }) => figures)]
  const known = SUMMARY.filter((name) => all.some((figures) => figures.some((one) => one.name === name)))
  const row = (label: string, note: string, figures: readonly Figure[]) =>
    html`<tr><th scope="row">${label}<span class="small">${note}</span></th>${known.map((name) => cell(figures.find((one) => one.name === name)))}</tr>
`
  return html`<div class="scroll" role="group" aria-label="总表" tabindex="0"><table class="wide">
<thead><tr><th>评测组</th>${known.map((name) => html`<th class="num">${figureWording(name).label}</th>`)}</tr></thead>
<tbody>${asked.map(({ label, cases, figures }) => row(label, `${cases} 题`, figures))}${asked.length > 1 ? row('合计', '不含繁简对照和读者意见', overall) : null}</tbody>
</table></div>`
}

function rowsOf(figures: readonly Figure[]): readonly Row[] {
  return figures.map((figure) => ({ label: figure.label, figure }))
}

function cell(figure: Figure | undefined): Markup {
  if (figure === undefined) return html`<td class="num">—</td>`
  const isBelow = figure.bound?.holds === false
  return html`<td class="num"><span class="${isBelow ? 'below' : 'value'}">${valueText(figure.value, figure.unit)}</span><span class="small">${intervalText(figure.low, figure.high, figure.unit)}</span><span class="small">n=${figure.n}</span></td>`
}

/** What each figure means, once for the whole report. */
export function meaningSection({ results }: RunRecord): Markup {
  const names = [...new Set(results.flatMap(({ figures }) => figures.map(({ name }) => name)))]
  return html`<h2>附件三　指标的意思</h2>
<dl class="meanings">${names.map((name) => html`<div><dt>${figureWording(name).label}</dt><dd>${figureWording(name).meaning}</dd></div>`)}</dl>`
}

/** One suite: every figure, and right answers by kind of question. */
export function suiteSection({ label, about, cases, figures, groups }: RunRecord['results'][number]): Markup {
  return html`<h3>${label}（${cases} 题）</h3>
${about === '' ? null : html`<p class="note">${about}</p>`}
${figureTable('指标', rowsOf(figures))}
${
  groups.length < 2
    ? null
    : figureTable(
        '答对率，按题型',
        groups.flatMap(({ label: name, figures: [figure] }) =>
          figure === undefined ? [] : [{ label: name, figure }],
        ),
      )
}`
}

interface Row {
  readonly label: string
  readonly figure: Figure
}

function figureTable(head: string, rows: readonly Row[]): Markup {
  const isBounded = rows.some(({ figure }) => figure.bound !== null)
  return html`<div class="scroll"><table class="figures">
<thead><tr><th>${head}</th><th class="num">结果</th><th>95% 区间</th><th class="num">n</th>${isBounded ? html`<th class="num">门槛</th>` : html`<td></td>`}</tr></thead>
<tbody>${rows.map((row) => figureRow(row, isBounded))}</tbody>
</table></div>`
}

function figureRow({ label, figure }: Row, isBounded: boolean): Markup {
  const { unit, value, low, high, n, bound } = figure
  const gate = bound === null ? (isBounded ? '—' : '') : boundText(bound, unit)
  return html`<tr><th scope="row">${label}</th><td class="num"><span class="${bound?.holds === false ? 'below' : 'value'}">${valueText(value, unit)}</span></td><td><span class="spread-cell">${strip(figure)}<span>${intervalText(low, high, unit)}</span></span></td><td class="num">${n}</td><td class="num">${gate}</td></tr>
`
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

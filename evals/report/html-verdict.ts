import type { Figure, RunRecord } from '../../src/evaluation/index.ts'
import { html, type Markup } from './markup.ts'
import { boundText, intervalText, valueText } from './number.ts'

const SENTENCE = {
  passed: '通过门槛',
  failed: '没有通过门槛',
  none: '这次没有门槛',
} as const

/** The first thing to read: whether the gate held, and by what. */
export function verdictBlock(record: RunRecord): Markup {
  const { verdict, overall, cases } = record
  if (verdict === null) return html`<p class="verdict">评测没有做完，没有结论。</p>`
  const counted =
    verdict.kind === 'none'
      ? '门槛文件（evals/gate.json）没有为这次的评测组规定数值。'
      : `门槛共 ${verdict.bounds} 项，${verdict.shortfalls.length === 0 ? '全部达到' : `${verdict.shortfalls.length} 项没有达到`}。`
  return html`<section class="verdict" data-kind="${verdict.kind}">
<strong>${SENTENCE[verdict.kind]}</strong>
<p>共问 ${cases} 题。${counted}</p>
${keyFigures(overall)}
</section>
${verdict.shortfalls.length === 0 ? null : shortfallTable(verdict.shortfalls)}`
}

const KEY = [
  'correctness',
  'citationRecall',
  'citationPrecision',
  'spanExactness',
  'refusalRecall',
  'wrongRefusals',
  'uncitedShare',
  'meanCitedCharacters',
]

/** Never one figure without the others: whoever quotes everything has perfect citations. */
function keyFigures(overall: readonly Figure[]): Markup {
  const figures = KEY.flatMap((name) => overall.filter((one) => one.name === name))
  return html`<dl class="key-figures">${figures.map(
    ({ label, unit, value, low, high, n }) =>
      html`<div><dt>${label}</dt><dd>${valueText(value, unit)}</dd><dd>${low === null ? '' : `95% 区间 ${intervalText(low, high, unit)}，`}n=${n}</dd></div>
`,
  )}</dl>`
}

function shortfallTable(shortfalls: NonNullable<RunRecord['verdict']>['shortfalls']): Markup {
  return html`<h3>没有达到的</h3>
<div class="scroll" role="group" aria-label="没有达到的指标" tabindex="0"><table>
<thead><tr><th>评测组</th><th>指标</th><th class="num">结果</th><th class="num">门槛</th><th>说明</th></tr></thead>
<tbody>${shortfalls.map(
    (
      one,
    ) => html`<tr><th scope="row">${one.suite_label}</th><td>${one.label}</td><td class="num below">${valueText(one.value, one.unit)}</td><td class="num">${boundText({ side: one.side, value: one.bound }, one.unit)}</td><td>${one.reason}</td></tr>
`,
  )}</tbody>
</table></div>`
}

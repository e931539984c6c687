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
<p>${counted}共问 ${cases} 题。${sentencesOf(overall)}</p>
</section>
${verdict.shortfalls.length === 0 ? null : shortfallTable(verdict.shortfalls)}`
}

/** Never one figure without the others: whoever quotes everything has perfect citations. */
function sentencesOf(overall: readonly Figure[]): string {
  const said = [
    'correctness',
    'citationRecall',
    'spanExactness',
    'refusalRecall',
    'wrongRefusals',
    'uncitedShare',
    'meanCitedCharacters',
  ]
  const parts = said.flatMap((name) => {
    const figure = overall.find((one) => one.name === name)
    if (figure === undefined || figure.value === null) return []
    const spread = intervalText(figure.low, figure.high, figure.unit)
    return [`${figure.label} ${valueText(figure.value, figure.unit)}（95% 区间 ${spread}，n=${figure.n}）`]
  })
  return parts.length === 0 ? '' : `${parts.join('；')}。`
}

function shortfallTable(shortfalls: NonNullable<RunRecord['verdict']>['shortfalls']): Markup {
  return html`<h3>没有达到的</h3>
<div class="scroll"><table>
<thead><tr><th>评测组</th><th>指标</th><th class="num">结果</th><th class="num">门槛</th><th>为什么有这个门槛</th></tr></thead>
<tbody>${shortfalls.map(
    (
      one,
    ) => html`<tr><th scope="row">${one.suite_label}</th><td>${one.label}</td><td class="num below">${valueText(one.value, one.unit)}</td><td class="num">${boundText({ side: one.side, value: one.bound }, one.unit)}</td><td>${one.reason}</td></tr>
`,
  )}</tbody>
</table></div>`
}

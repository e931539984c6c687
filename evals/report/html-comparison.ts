import type { ChangedCase, Comparison } from '../../src/evaluation/index.ts'
import { suiteWording } from '../run/wording.ts'
import { html, type Markup } from './markup.ts'
import { differenceText, intervalText, valueText } from './number.ts'

const KIND = { lost: '变错的', won: '变对的', changed: '对错未变、文字变了的' } as const

const HASHED: Readonly<Record<string, string>> = {
  code: '程序',
  prompts: '提示词',
  config: '设置',
  corpus: '文件',
  datasets: '题目',
  gate: '门槛',
}

/** Whether it got worse, figure by figure and case by case. */
export function comparisonSection(comparison: Comparison | null): Markup | null {
  if (comparison === null) return null
  const { base, differs, matched, unmatched, same, figures, cases } = comparison
  const count = (kind: ChangedCase['kind']) => cases.filter((one) => one.kind === kind).length
  const moved = figures.filter(({ difference }) => difference !== null && Math.abs(difference) > 1e-9)
  return html`<h2>与上次相比</h2>
<p>对照的是 ${base.created_at.slice(0, 10)} 的评测（编号 ${base.id}）。同样的题 ${matched} 道：变对 ${count('won')}，变错 ${count('lost')}，对错未变而文字变了 ${count('changed')}，完全相同 ${same}。</p>
<p class="note">${differs.length === 0 ? '程序、设置、文件、题目都没有变。' : `变了的：${differs.map((name) => HASHED[name] ?? name).join('、')}。`}${unmatched === 0 ? '' : `另有 ${unmatched} 道题只在其中一次里有，不计入比较。`}</p>
${moved.length === 0 ? html`<p>所有指标都没有变化。</p>` : differenceTable(moved)}
${(['lost', 'won', 'changed'] as const).map((kind) =>
  changedCases(
    kind,
    cases.filter((one) => one.kind === kind),
  ),
)}`
}

function differenceTable(figures: Comparison['figures']): Markup {
  return html`<div class="scroll" role="group" aria-label="变化的指标" tabindex="0"><table>
<thead><tr><th>评测组</th><th>指标</th><th class="num">上次</th><th class="num">这次</th><th class="num">差</th><th class="num">差的 95% 区间</th><th class="num">n</th></tr></thead>
<tbody>${figures.map(
    (
      one,
    ) => html`<tr><th scope="row">${suiteWording(one.suite).label}</th><td>${one.label}</td><td class="num">${valueText(one.base, one.unit)}</td><td class="num">${valueText(one.now, one.unit)}</td><td class="num">${differenceText(one.difference, one.unit)}</td><td class="num">${intervalText(one.low, one.high, one.unit)}</td><td class="num">${one.n}</td></tr>
`,
  )}</tbody>
</table></div>
<p class="note">差的区间由同一批题目成对重抽样得出；区间含 0 的，不能说有变化。</p>`
}

function changedCases(kind: ChangedCase['kind'], cases: readonly ChangedCase[]): Markup | null {
  if (cases.length === 0) return null
  return html`<h3>${KIND[kind]}（${cases.length} 题）</h3>
<ol>${cases.map(
    (
      one,
    ) => html`<li class="case"><p class="q">${one.question}<span class="id">${suiteWording(one.suite).label} ${one.id}</span></p>
<dl><dt>应有</dt><dd>${one.expected}</dd><dt>上次</dt><dd>${one.base_text}</dd><dt>这次</dt><dd>${one.now_text}</dd></dl></li>
`,
  )}</ol>`
}

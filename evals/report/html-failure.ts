import type { CaseView } from '../../src/evaluation/index.ts'
import { groupLabel, suiteWording } from '../run/wording.ts'
import { html, type Markup } from './markup.ts'

/** Everything that did not come out right, with what is needed to judge it. */
export function failureSection(failures: readonly CaseView[], cases: number): Markup {
  if (failures.length === 0) return html`<h2>附件二　逐条看不足</h2><p>${cases} 题没有不足。</p>`
  const bySuite = [...Map.groupBy(failures, ({ suite }) => suite)]
  return html`<h2>附件二　逐条看不足</h2>
<p class="note">${cases} 题中有 ${failures.length} 题答错、没有评分，或者引文有欠缺。</p>
${bySuite.map(
  ([suite, own]) => html`<h3>${suiteWording(suite).label}（${own.length} 题）</h3>
<ol>${own.map(caseItem)}</ol>`,
)}`
}

function caseItem(one: CaseView): Markup {
  const { expected, got } = one
  return html`<li class="case">
<p class="q">${one.history.length === 0 ? null : html`<span class="from">前面问过：${one.history.join(' → ')}</span><br>`}${one.question}<span class="id">${groupLabel(one.group)} ${one.id}</span></p>
<p class="fault">${one.faults.join('；')}</p>
<dl>
<dt>应有</dt><dd>${wantedText(one)}${expected.evidence.map(({ file, quote }) => html`<blockquote>${quote}<span class="from">　${file}</span></blockquote>`)}</dd>
<dt>实得</dt><dd>${gotText(one)}</dd>
${got.citations.length === 0 ? null : html`<dt>引文</dt><dd>${got.citations.map(({ title, path, quote }) => html`<blockquote>${quote}<span class="from">　${[title, ...path].join(' › ')}</span></blockquote>`)}</dd>`}
${got.near_misses.length === 0 ? null : html`<dt>相近内容</dt><dd>${got.near_misses.map(({ why, quote }) => html`<blockquote>${quote}<span class="from">　${why}</span></blockquote>`)}</dd>`}
</dl></li>
`
}

function wantedText({ task, expected }: CaseView): string {
  if (task === 'proof') return expected.kind === 'answered' ? '属实，应当认可' : '不属实，不应认可'
  if (task === 'search') return '下列段落排在前十'
  if (expected.kind === 'refused') return '如实说没有写明'
  const facts = expected.facts.join('；')
  return expected.kind === 'either' ? `${facts}（如实说没有写明也算对）` : facts
}

function gotText({ task, got }: CaseView): string {
  if (task === 'proof') return got.kind === 'answered' ? '认可' : `没有认可\n${got.text}`
  if (task === 'search') return `找到 ${got.citations.length} 段`
  if (task === 'draft' && got.text === '') return '提纲里没有提到'
  return `${got.kind === 'refused' ? '拒答：' : ''}${got.text}`
}

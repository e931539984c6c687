import type { Meta, RunRecord } from '../../src/evaluation/index.ts'
import { html, type Markup } from './markup.ts'
import { valueText } from './number.ts'

/** Whether the suite itself notices what is wrong: answers spoiled on purpose, and products broken on purpose. */
export function metaSection(meta: Meta | null): Markup {
  if (meta === null)
    return html`<h2>评测自身可靠吗</h2><p class="note">这次没有用故意弄坏的回答检验评测本身。完整评测（不选评测组）会做这一步。</p>`
  const all = meta.catches.reduce((sum, { n }) => sum + n, 0)
  const caught = meta.catches.reduce((sum, row) => sum + row.caught, 0)
  const agreed = meta.calibrations.filter((one) => one.agreed === one.n)
  const labelled = meta.calibrations.reduce((sum, { n }) => sum + n, 0)
  const stopped = meta.products.filter(({ shortfalls }) => shortfalls > 0)
  return html`<h2>评测自身可靠吗</h2>
<p>把正确的回答故意弄坏 ${all} 次，评测发现了 ${caught} 次（${valueText(all === 0 ? null : caught / all, 'share')}）。${meta.calibrations.length} 种评分办法与 ${labelled} 条人工标注对照，完全一致的 ${agreed.length} 种。故意弄坏的程序 ${meta.products.length} 个（${meta.products.map(({ label }) => label).join('、')}），门槛拦住 ${stopped.length} 个。</p>
<div class="scroll"><table class="figures">
<thead><tr><th>弄坏的办法</th><th class="num">发现率</th><td></td><th class="num">发现</th><th class="num">次数</th></tr></thead>
<tbody>${meta.catches.map(
    ({ label, n, caught: found }) =>
      html`<tr><th scope="row">${label}</th><td class="num">${valueText(n === 0 ? null : found / n, 'share')}</td><td></td><td class="num">${found}</td><td class="num">${n}</td></tr>
`,
  )}</tbody>
</table></div>`
}

const HASHED: readonly (readonly [keyof RunRecord['hashes'], string])[] = [
  ['code', '程序'],
  ['prompts', '提示词'],
  ['config', '设置'],
  ['corpus', '文件'],
  ['datasets', '题目与标准答案'],
  ['gate', '门槛'],
]

/** What was evaluated, to the byte. */
export function hashSection({ hashes, result_sha256, seconds, latency, suites, whole }: RunRecord): Markup {
  return html`<h2>怎样重做</h2>
<p>同样的程序、设置、文件和题目，两次评测逐题相同。下列指纹（SHA-256）都相同而结果指纹不同的，说明评测被改动过。</p>
<table>
<tbody>${HASHED.map(
    ([name, label]) => html`<tr><th scope="row">${label}</th><td class="hash">${hashes[name]}</td></tr>
`,
  )}<tr><th scope="row">结果</th><td class="hash">${result_sha256 ?? '—'}</td></tr></tbody>
</table>
<p class="note">命令：npx yaodian eval${whole ? '' : suites.map((name) => ` --suite ${name}`).join('')}　用时 ${seconds ?? '—'} 秒，每题中位数 ${Math.round(latency.p50 ?? 0)} 毫秒、99% 的题不超过 ${Math.round(latency.p99 ?? 0)} 毫秒（只作说明，不计入指纹）。</p>`
}

export function signatures(): Markup {
  return html`<section class="sign" aria-label="签署">
<p class="full">审核意见：</p>
<p>审核人（签名）：</p>
<p>日期：</p>
</section>`
}

import type { CaseView, RunRecord } from '../../src/evaluation/index.ts'
import { sha256 } from '../run/hashes.ts'
import { comparisonSection } from './html-comparison.ts'
import { failureSection } from './html-failure.ts'
import { meaningSection, suiteSection, summaryTable } from './html-figure.ts'
import { hashSection, metaSection, signatures } from './html-proof.ts'
import { verdictBlock } from './html-verdict.ts'
import { html, Markup } from './markup.ts'
import { STYLE } from './style.ts'

/** The report of a run: one file that needs nothing else, on a screen or on paper. */
export function reportHtml(record: RunRecord, failures: readonly CaseView[]): string {
  return `<!doctype html>\n${
    html`<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_SOURCE}'">
<title>评测报告 ${record.id}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<h1>要点评测报告</h1>
<p class="meta">${dateText(record.finished_at ?? record.created_at)}　编号 ${record.id}　${record.model === null ? '不用模型' : `模型 ${record.model}`}</p>
${verdictBlock(record)}
${summaryTable(record)}
${comparisonSection(record.baseline)}
${metaSection(record.meta)}
${hashSection(record)}
${signatures()}
<section class="annex">
<h2>附件一　各组结果</h2>
${record.results.map(suiteSection)}
</section>
<section class="annex">
${failureSection(failures, record.cases)}
</section>
<section class="annex">
${meaningSection(record)}
</section>
</main>
</body>
</html>`.text
  }\n`
}

const STYLE_SOURCE = `sha256-${Buffer.from(sha256(STYLE), 'hex').toString('base64')}`

/** Of the day on which it was made, whichever zone it is read in. */
function dateText(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)}（世界时）`
}

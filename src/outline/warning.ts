import type { IndexedDocument } from '../corpus/index.ts'
import type { Find } from './guard/index.ts'
import type { Outline } from './outline.ts'
import type { PriorPlans } from './prior.ts'

/** What the person who signs must know, in plain Chinese sentences. */
export function warningsOf(
  { sections, dropped, year }: Outline,
  { running, remarks }: PriorPlans,
  finds: readonly Find[],
  latest: IndexedDocument,
): readonly string[] {
  const items = sections.flatMap((section) => section.items)
  const count = (kind: string) =>
    items.flatMap(({ flags }) => flags).filter((flag) => flag.kind === kind).length
  const told = items
    .map(({ heading, sentences }) => heading + sentences.map(({ text }) => text).join(''))
    .join('\n')
  const marks = (mark: string) => told.split(mark).length - 1
  const warnings = [...remarks]
  if (latest.document.metadata.script?.value !== 'simplified')
    warnings.push('所依据的原文含繁体字，引用的文字照录原文，定稿前请转换并校对。')
  const left = finds.filter((find) => !find.isMild)
  const kept = finds
    .filter((find) => find.isMild)
    .map(({ start, end }) => latest.document.text.slice(start, end))
  if (left.length > 0)
    warnings.push(`开头和各部分标题里有${left.length}处随年度变化的提法已留空，请按最新精神填写。`)
  if (kept.length > 0)
    warnings.push(`开头和各部分标题里沿用了上年的提法：${[...new Set(kept)].join('、')}。请核对是否仍用。`)
  const open = marks('〔待定')
  const later = marks('〔未给出当年')
  if (open > 0) warnings.push(`有${open}处上年的数今年没有依据，写作〔待定〕。`)
  if (later > 0)
    warnings.push(`多年计划里有${later}处要求没有给出${year}年的数或进度，已在句中注明，请分解到当年。`)
  if (count('needs_result') > 0)
    warnings.push(`有${count('needs_result')}处上年事项的结果没有依据；计划不是结果，请先核实。`)
  if (dropped.length > 0) warnings.push(`有${dropped.length}处上年内容没有沿用，逐条列在“未沿用”里。`)
  if (running.length === 0) warnings.push(`文库里没有覆盖${year}年的多年计划，本稿只从年度工作要点而来。`)
  return warnings
}

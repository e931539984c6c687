import type { OutlineItemJson } from '../api/outline-schema.ts'
import type { DraftSources } from './draft-source.ts'
import { yearsLabel } from './wording.ts'

interface Earlier {
  /** 2022年 or 2022—2024年. */
  readonly name: string
  readonly text: string
}

/** A number in front of a heading; numbers are computed anew and are no change. */
const NUMBER =
  /^[\s　]*(?:第[一二三四五六七八九十]+[章节条]|[（(]?[一二三四五六七八九十\d]+[）)、.．])[\s　]*/u

/** The words of the plan a task first of all goes back to; null when it goes back to none. */
export function earlierText(item: Pick<OutlineItemJson, 'basis'>, sources: DraftSources): Earlier | null {
  const quoted = item.basis.flatMap((number) => sources.citation(number) ?? [])
  const [first] = quoted
  if (first === undefined) return null
  const text = quoted
    .filter(({ document_id }) => document_id === first.document_id)
    .map(({ cited_text }) => cited_text)
    .join('')
    .replace(NUMBER, '')
    .replaceAll(/\s+/gu, '')
  return { name: yearsLabel(first.years) || '原文', text }
}

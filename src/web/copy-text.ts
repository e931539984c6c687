import type { AnswerJson, CitationJson, SentenceJson } from '../api/schema.ts'
import { verifiedSentences } from './verdict.ts'
import { originLabel, pathLabel, periodLabel, placeAndYears, REVIEW_LABEL } from './wording.ts'

/** The answer as plain text: what was proven, what was not found, and the AI label. */
export function plainCopy(answer: AnswerJson): string {
  return compose(answer, (sentence) => sentence.text, [])
}

/** The same with [1] after each sentence and one numbered note for each source, quote included. */
export function copyWithSources(answer: AnswerJson): string {
  const marked = (sentence: SentenceJson) =>
    sentence.text + sentence.citations.map((id) => `[${id}]`).join('')
  const notes = citedBy(answer).map(noteOf)
  const near = answer.near_misses.map(
    ({ why, citation }) =>
      `近似但不同（${why}）：${sourceOf(citation)}。原文：${oneLine(citation.cited_text)}`,
  )
  return compose(answer, marked, [...section('出处', notes), ...section('近似内容，不作为答案', near)])
}

/** The sources of the verified sentences, by number. */
export function citedBy(answer: AnswerJson): readonly CitationJson[] {
  const used = new Set(verifiedSentences(answer).flatMap((sentence) => sentence.citations))
  return answer.citations.filter((citation) => used.has(citation.id)).sort((a, b) => a.id - b.id)
}

export function missingSideText(side: AnswerJson['missing'][number]): string {
  const year = side.year === null ? '' : `${side.year}年`
  return `${side.region ?? ''}${year}：${side.note === '' ? '全文已检，未提及' : side.note}`
}

export function scopeText(scope: AnswerJson['scope']): string {
  const titles = scope.documents
    .map(
      ({ title, jurisdiction, years }) =>
        `《${title}》（${jurisdiction ?? '地区未载明'}，${years === null ? '年份未载明' : periodLabel(years)}）`,
    )
    .join('、')
  const verb = scope.fully_scanned ? '已全文检索' : '已检索（非全文）'
  return `${verb} ${scope.documents.length} 份文件${titles === '' ? '' : `：${titles}`}`
}

function compose(
  answer: AnswerJson,
  say: (sentence: SentenceJson) => string,
  tail: readonly string[],
): string {
  const said = verifiedSentences(answer).map(say)
  const refused = answer.refusal === null ? [] : [answer.refusal.message]
  const lead = answer.lead === null ? [] : [answer.lead]
  const note = answer.comparison?.note ?? null
  const missing = answer.missing.map((side) => `${missingSideText(side)}。`)
  const scope = answer.refusal === null && missing.length === 0 ? [] : [`${scopeText(answer.scope)}。`]
  const label = `（${originLabel(answer)}；${REVIEW_LABEL}）`
  const { resolved_question: whole } = answer.interpreted
  return [
    whole ?? answer.question,
    '',
    ...lead,
    ...said,
    ...(note === null ? [] : [note]),
    ...refused,
    ...missing,
    ...scope,
    ...tail,
    '',
    label,
  ].join('\n')
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}

function noteOf(citation: CitationJson): string {
  return `[${citation.id}] ${sourceOf(citation)}。原文：${oneLine(citation.cited_text)}`
}

function sourceOf(citation: CitationJson): string {
  const page = citation.page === null ? '' : `，第${citation.page}页`
  return `《${citation.document_title}》（${placeAndYears(citation)}），${pathLabel(citation.path)}${page}`
}

/** A note is one line; only line breaks with the blanks around them are joined, nothing else is touched. */
function oneLine(quote: string): string {
  return quote.replace(/\s*\n\s*/gu, '')
}

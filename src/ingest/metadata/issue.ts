import type { Metadata, Range } from '../../corpus/index.ts'
import type { Line } from '../line.ts'
import { findDates } from './date.ts'

type Field<K extends keyof Metadata> = Metadata[K]

const BODY =
  '(?:中共)?[\\p{Script=Han}]{0,16}?(?:卫生(?:健康|和计划生育|计生)(?:委员会|委|局)|卫健[委局]|人民政府|党委|市委|区委|县委|省委|(?:委员会|厅|局))(?:办公厅|办公室)?'
const SIGNATURE = new RegExp(`^(?:${BODY})(?:\\s+${BODY})*$`, 'u')
const LABELLED_ISSUER = new RegExp(
  `(?:发文(?:单位|机关|机构)|发布(?:单位|机构|机关)|(?:信息|文章)?来源|印发单位)\\s*[:：]?\\s*(?<issuer>${BODY}(?:[\\s、]+${BODY})*)`,
  'u',
)
const TITLE_ISSUER =
  /^(?<issuer>[\p{Script=Han}]{0,12}(?:卫生健康(?:委员会|委|局)|卫生健康系统|卫健[委局]|卫生局))/u

/** Who issued the document: the signature, else a label, else the body named at the head of the title. */
export function findIssuer(
  text: string,
  view: string,
  lines: readonly Line[],
  title: Range | null,
): Field<'issuer'> {
  const signed = signatureOf(view, lines)
  if (signed !== undefined) return field(text, signed)
  for (const line of lines) {
    const match = LABELLED_ISSUER.exec(line.view)
    const issuer = match?.groups?.issuer
    if (match === null || issuer === undefined || line.view.length > 120) continue
    const start = line.content.start + match.index + match[0].length - issuer.length
    return field(text, { start, end: start + issuer.length })
  }
  const named =
    title === null ? undefined : TITLE_ISSUER.exec(view.slice(title.start, title.end))?.groups?.issuer
  if (title === null || named === undefined) return null
  return field(text, { start: title.start, end: title.start + named.length })
}

function field(text: string, evidence: Range): Field<'issuer'> {
  const value = text.slice(evidence.start, evidence.end).replace(/\s*\n\s*/gu, '、')
  return { value, evidence, inferred: false }
}

/** The lines in front of a line that is nothing but a date; several bodies may sign together. */
function signatureOf(view: string, lines: readonly Line[]): Range | undefined {
  const filled = lines.filter((line) => line.view !== '')
  for (const [index, line] of filled.entries()) {
    const [date] = findDates(line.view)
    if (date === undefined || date.start !== 0 || date.end !== line.view.length) continue
    let first = index
    while (SIGNATURE.test(filled[first - 1]?.view ?? '')) first--
    const [from, to] = [filled[first], filled[index - 1]]
    if (first === index || from === undefined || to === undefined) continue
    if (view.slice(from.content.start, to.content.end).length > 80) continue
    return { start: from.content.start, end: to.content.end }
  }
  return undefined
}

const DATE_LABEL = /(?:成文|印发|发布|发文|生成|公布)(?:日期|时间)?\s*[:：]?\s*$/u
const DOCUMENT_NUMBER = /[\p{Script=Han}]{1,10}[〔[(【][12]\d{3}[〕\])】]\s*第?\d{1,4}号/gu

/**
 * When it was issued: a signature date, else 成文/印发, else the day it was put on the web (inferred).
 * Dates inside the running text say nothing about it.
 */
export function findIssueDate(view: string, lines: readonly Line[]): Field<'issuedOn'> {
  const dates = findDates(view).map((date) => {
    const line = lines.find((candidate) => candidate.start <= date.start && date.end <= candidate.end)
    return { date, rank: line === undefined ? 9 : rankOf(view, line, date) }
  })
  const [best] = dates.filter(({ rank }) => rank < 9).sort((a, b) => a.rank - b.rank)
  if (best === undefined) return null
  const { start, end, date } = best.date
  return { value: date, evidence: { start, end }, inferred: best.rank >= 3 }
}

function rankOf(view: string, line: Line, date: Range): number {
  if (line.view.length > 120) return 9
  const before = view.slice(line.content.start, date.start)
  const isWholeLine = before === '' && date.end === line.content.end
  if (isWholeLine && /年/.test(line.view)) return 0
  if (/成文|印发|发文|生成/.test(before) || /^\s*印发/.test(view.slice(date.end, line.content.end))) return 1
  if (isWholeLine) return 2
  return DATE_LABEL.test(before) ? 3 : 9
}

export function findDocumentNumber(text: string, view: string, headEnd: number): Field<'documentNumber'> {
  for (const match of view.slice(0, headEnd).matchAll(DOCUMENT_NUMBER)) {
    const evidence = { start: match.index, end: match.index + match[0].length }
    return { value: text.slice(evidence.start, evidence.end), evidence, inferred: false }
  }
  return null
}

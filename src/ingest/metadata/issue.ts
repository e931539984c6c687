import type { Metadata, Range } from '../../corpus/index.ts'
import type { Line } from '../line.ts'
import { type DateMention, findDates } from './date.ts'

type Field<K extends keyof Metadata> = Metadata[K]

const BODY =
  '(?:中共)?[\\p{Script=Han}]{0,16}?(?:卫生(?:健康|和计划生育|计生)(?:委员会|委|局)|卫健[委局]|人民政府|党委|市委|区委|县委|省委|委员会|厅|局|领导小组|卫生院|医院|疾病预防控制中心|服务中心)(?:办公厅|办公室)?'
const SIGNATURE = new RegExp(`^(?:${BODY})(?:\\s+${BODY})*$`, 'u')
const LONGEST_LABELLED_LINE = 120
const ISSUER_LABEL = '(?:(?:发文|发布|印发)(?:单位|机关|机构))'
/** A label and the body behind it; a source named by a web page says less than an issuer named as such. */
const LABELLED_ISSUERS = [ISSUER_LABEL, '(?:信息|文章)?来源'].map(
  (label) => new RegExp(`${label}\\s*[:：]?\\s*(?<issuer>${BODY}(?:[\\s、]+${BODY})*)`, 'u'),
)
/** In tables that were saved cell by cell the label has a line of its own. */
const LABEL_ALONE = new RegExp(`^${ISSUER_LABEL}\\s*[:：]?$`, 'u')
const TITLE_ISSUER =
  /^(?<issuer>[\p{Script=Han}]{0,12}(?:卫生健康(?:委员会|委|局)|卫生健康系统|卫健[委局]|卫生局))/u

/**
 * Who issued the document: the signature (also the one in brackets below a title), else a label, else the body
 * named at the head of the title.
 */
export function findIssuer(
  text: string,
  view: string,
  lines: readonly Line[],
  title: Range | null,
): Field<'issuer'> {
  const signed = signatureOf(view, lines)
  if (signed !== undefined) return field(text, signed)
  const labelled = labelledIssuer(lines)
  if (labelled !== undefined) return field(text, labelled)
  const named =
    title === null ? undefined : TITLE_ISSUER.exec(view.slice(title.start, title.end))?.groups?.issuer
  if (title === null || named === undefined) return null
  return field(text, { start: title.start, end: title.start + named.length })
}

function labelledIssuer(lines: readonly Line[]): Range | undefined {
  const filled = lines.filter(({ view }) => view !== '' && view.length <= LONGEST_LABELLED_LINE)
  const alone = filled.findIndex(({ view }) => LABEL_ALONE.test(view))
  const below = alone === -1 ? undefined : filled[alone + 1]
  if (below !== undefined && SIGNATURE.test(below.view)) return below.content
  for (const pattern of LABELLED_ISSUERS) {
    for (const { view, content } of filled) {
      const match = pattern.exec(view)
      const issuer = match?.groups?.issuer
      if (match === null || issuer === undefined) continue
      const start = content.start + match.index + match[0].length - issuer.length
      return { start, end: start + issuer.length }
    }
  }
  return undefined
}

function field(text: string, evidence: Range): Field<'issuer'> {
  const value = text.slice(evidence.start, evidence.end).replace(/\s*\n\s*/gu, '、')
  return { value, evidence, inferred: false }
}

interface DatedLine {
  readonly date: DateMention
  /** The body that stands on the same line; null when the date stands alone. */
  readonly issuer: Range | null
}

/** A line that is nothing but a date, or a body and a date, in brackets or not. Offsets are into the text. */
function datedLine({ view, content }: Line): DatedLine | undefined {
  if (view.length > LONGEST_LABELLED_LINE) return undefined
  const [found] = findDates(view)
  if (found === undefined || !/^[\s)]*$/u.test(view.slice(found.end))) return undefined
  const name = /^[\s(]*(?<name>.*?)[\s,，、]*$/u.exec(view.slice(0, found.start))?.groups?.name ?? ''
  if (name !== '' && !SIGNATURE.test(name)) return undefined
  const start = content.start + view.indexOf(name)
  return {
    date: { ...found, start: content.start + found.start, end: content.start + found.end },
    issuer: name === '' ? null : { start, end: start + name.length },
  }
}

/** The bodies on a dated line or on the lines in front of it; several may sign together. */
function signatureOf(view: string, lines: readonly Line[]): Range | undefined {
  const filled = lines.filter((line) => line.view !== '')
  for (const [index, line] of filled.entries()) {
    const dated = datedLine(line)
    if (dated === undefined) continue
    if (dated.issuer !== null) return dated.issuer
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
export function findIssueDate(lines: readonly Line[]): Field<'issuedOn'> {
  const [best] = lines.flatMap(datesOf).sort((a, b) => a.rank - b.rank)
  if (best === undefined) return null
  const { start, end, date } = best.date
  return { value: date, evidence: { start, end }, inferred: best.rank >= RANK.published }
}

/** How much a date's place on its line says about the day of issue; smaller is more. */
const RANK = { signed: 0, labelled: 1, alone: 2, published: 3 } as const

interface RankedDate {
  readonly date: DateMention
  readonly rank: number
}

function datesOf(line: Line): readonly RankedDate[] {
  const dated = datedLine(line)
  if (dated !== undefined) {
    return [{ date: dated.date, rank: /年/.test(line.view) ? RANK.signed : RANK.alone }]
  }
  if (line.view.length > LONGEST_LABELLED_LINE) return []
  const { start } = line.content
  return findDates(line.view).flatMap((found) => {
    const rank = labelRank(line.view.slice(0, found.start), line.view.slice(found.end))
    return rank === undefined
      ? []
      : [{ date: { ...found, start: start + found.start, end: start + found.end }, rank }]
  })
}

function labelRank(before: string, after: string): number | undefined {
  if (/成文|印发|发文|生成/.test(before) || /^\s*印发/.test(after)) return RANK.labelled
  return DATE_LABEL.test(before) ? RANK.published : undefined
}

export function findDocumentNumber(text: string, view: string, headEnd: number): Field<'documentNumber'> {
  for (const match of view.slice(0, headEnd).matchAll(DOCUMENT_NUMBER)) {
    const evidence = { start: match.index, end: match.index + match[0].length }
    return { value: text.slice(evidence.start, evidence.end), evidence, inferred: false }
  }
  return null
}

import type { Range } from '../corpus/index.ts'
import { SIGNATURE } from './body-name.ts'
import type { Line } from './line.ts'
import { type DateMention, findDates } from './metadata/date.ts'

const LONGEST_SIGNED_LINE = 120
const LONGEST_UNKNOWN_SIGNER = 24
const NOTE =
  /^[(【]?\s*(?:(?:此|本)件)?\s*(?:信息)?(?:公开(?:属性|选项|方式|形式|范围|类别|发布)?|主动公开|依申请公开|不予公开|(?:社会|全文|删减)公开|此件.{0,6}公开.{0,8})\s*(?:[:：]\s*\p{Script=Han}{2,8})?\s*[)】]?$/u
const IMPRINT =
  /^(?:抄\s*送|抄\s*报|主\s*送|分\s*送|报\s*送|主题词|校\s*对|打\s*字|印\s*数|承办(?:单位|处室|科室)|公开(?:属性|选项|方式)|信息公开(?:选项|属性|形式)|联系(?:人|电话|方式)|经办人)\s*[:：]|^共?印\s*\d+\s*份|^\(共印\s*\d+\s*份\)/u
const PRINTED = /^(?<name>.{2,60}?)[\s,，]*$/u

export interface DatedLine {
  readonly date: DateMention
  /** The bodies that stand on the same line; null when the date stands alone. */
  readonly issuer: Range | null
  readonly isBracketed: boolean
}

/** A line that is nothing but a date, or bodies and a date, in brackets or not. Offsets are into the text. */
export function datedLine({ view, content }: Line): DatedLine | undefined {
  if (view.length > LONGEST_SIGNED_LINE) return undefined
  const [found] = findDates(view)
  if (found === undefined || !/^[\s)]*$/u.test(view.slice(found.end))) return undefined
  const before = view.slice(0, found.start)
  const name = /^[\s(]*(?<name>.*?)[\s,，、]*$/u.exec(before)?.groups?.name ?? ''
  if (name !== '' && !SIGNATURE.test(name)) return undefined
  const start = content.start + view.indexOf(name)
  return {
    date: { ...found, start: content.start + found.start, end: content.start + found.end },
    issuer: name === '' ? null : { start, end: start + name.length },
    isBracketed: view.startsWith('('),
  }
}

/** The line that tells which office printed a document and when: 某局办公室 2022年3月30日印发. */
export function isPrintedLine({ view }: Line): boolean {
  if (view.length > LONGEST_SIGNED_LINE) return false
  const [found] = findDates(view)
  if (found === undefined || !/^\s*印(?:发|制|刷)?\s*[)]?$/u.test(view.slice(found.end))) return false
  const name = PRINTED.exec(view.slice(0, found.start))?.groups?.name
  return found.start === 0 || (name !== undefined && !/[。；;:]/u.test(name))
}

/** What stands under a document: notes on publicity, who gets copies, who printed it. */
export function isImprintLine(line: Line): boolean {
  const { view } = line
  return isPrintedLine(line) || (view.length <= 200 && (NOTE.test(view) || IMPRINT.test(view)))
}

/** Names of bodies alone, or short words without a mark right above the date. */
export function isSignatureLine({ view }: Line, next: Line | undefined): boolean {
  if (view.length > LONGEST_SIGNED_LINE) return false
  if (SIGNATURE.test(view)) return true
  const isAboveDate = next !== undefined && datedLine(next)?.issuer === null && !next.view.startsWith('(')
  return isAboveDate && view.length <= LONGEST_UNKNOWN_SIGNER && /^[\p{Script=Han}\s]+$/u.test(view)
}

/** 各区县卫生健康局：, the bodies a notice is sent to. */
export function isSalutation({ view }: Line): boolean {
  return (
    /:$/u.test(view) &&
    view.length >= 3 &&
    view.length <= 300 &&
    !/[。；]/u.test(view) &&
    /^(?:.{0,24}各|.*(?:单位|部门|政府|[委局院科室所站办]|中心|办事处|机构|集团|协会)\s*:$)/u.test(view) &&
    !/(?:如下|以下|牵头单位|责任单位|配合单位|抄送)/u.test(view)
  )
}

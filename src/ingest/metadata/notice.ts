import type { Range } from '../../corpus/index.ts'
import type { Line } from '../line.ts'
import { datedLine, isSalutation } from '../official-form.ts'

/** A covering notice and what it says it carries. Line numbers count the readable lines. */
export interface Notice {
  /** The notice's own title; null when it begins with the bodies it is sent to. */
  readonly title: Range | null
  /** Title of what is carried, without blanks and quotation marks. */
  readonly carries: string
  /** Where the name of what is carried stands, when it stands on one line. */
  readonly named: Range | null
  /** The last line of the notice's title, or the line that hands over what is carried. */
  readonly at: number
  /** The line of the date under which the notice is signed. */
  readonly closing: number | null
}

/** A notice begins within this many readable lines and is signed within that many more. */
const HEAD = 40
const LONGEST_NOTICE = 40
const TITLE =
  /关于(?:印发|下发|发布|转发|公布|批转)(?<what>.{4,90}?)的(?:通\s*知|通\s*告|公\s*告|函)(?:\([^)]{1,30}\))*$/u
const HANDING =
  /(?:现|兹)将(?<what>.{4,90}?)(?:\([^)]{1,20}\))?(?:印发|下发|转发|公布|发布)(?:给|你|如|于|,|。)/u
const QUOTED = /《(?<name>[^《》]*(?:《[^《》]*》[^《》]*)*)》/u

/** @param lines readable lines: neither blank nor excluded */
export function findNotice(lines: readonly Line[]): Notice | null {
  for (let at = 0; at < Math.min(lines.length, HEAD); at++) {
    const found = titledNotice(lines, at) ?? handedOver(lines, at)
    if (found !== undefined) return { ...found, closing: closingOf(lines, found.at) }
  }
  return null
}

type OpenNotice = Omit<Notice, 'closing'>

/** 关于印发…的通知 on one line or broken over two or three. */
function titledNotice(lines: readonly Line[], first: number): OpenNotice | undefined {
  let joined = ''
  for (let at = first; at < Math.min(first + 3, lines.length); at++) {
    const line = lines[at]
    if (line === undefined || line.view.length > 100 || /[。；;:]/u.test(line.view)) return undefined
    joined += line.view
    const what = TITLE.exec(joined)?.groups?.what
    if (what === undefined) continue
    const from = lines[first]?.content.start ?? 0
    const isWhole = at === first
    const name = QUOTED.exec(what)?.groups?.name ?? what
    const start = from + joined.lastIndexOf(name)
    return {
      title: { start: from, end: line.content.end },
      carries: squeeze(name),
      named: isWhole ? { start, end: start + name.length } : null,
      at,
    }
  }
  return undefined
}

/** A notice without a title: 现将《…》印发给你们. */
function handedOver(lines: readonly Line[], at: number): OpenNotice | undefined {
  const line = lines[at]
  const what = line === undefined ? undefined : HANDING.exec(line.view)?.groups?.what
  if (line === undefined || what === undefined) return undefined
  const name = QUOTED.exec(what)?.groups?.name ?? what
  const start = line.content.start + line.view.indexOf(name)
  return { title: null, carries: squeeze(name), named: { start, end: start + name.length }, at }
}

function closingOf(lines: readonly Line[], at: number): number | null {
  for (let index = at + 1; index < Math.min(at + LONGEST_NOTICE, lines.length); index++) {
    const line = lines[index]
    const previous = lines[index - 1]
    if (line === undefined || previous === undefined || isSalutation(previous)) continue
    const dated = datedLine(line)
    if (dated !== undefined && !dated.isBracketed && index > at + 1) return index
  }
  return null
}

/** Words without blanks and quotation marks, as titles are compared. */
export function squeeze(view: string): string {
  return view.replace(/[\s《》“”"'‘’]+/gu, '')
}

import type { Metadata, Part } from '../../corpus/index.ts'
import { firstEndingAfter } from '../../corpus/index.ts'
import type { Line } from '../line.ts'
import { datedLine, isPrintedLine, isSignatureLine } from '../official-form.ts'
import { type DateMention, findDates } from './date.ts'
import type { IssueInput } from './issuer.ts'

const LONGEST_LABELLED_LINE = 120
/** How much a date's place says about the day of issue; smaller is more. */
const RANK = { signed: 0, labelled: 1, alone: 2, published: 3 } as const
const LABEL =
  /(?:(?<issued>成文|印发|发文|生成|签发|制发|拟稿)|(?<published>发布|发表|公布|公开|更新|上传|录入|添加))(?:日期|时间|于)?\s*[:：]?\s*$|(?<other>日期|时间)\s*[:：]\s*$/u
/** Dates that say when something else happens. */
const FOREIGN = /(?:实施|施行|生效|废止|失效|截止|有效)(?:日期|时间|期)?\s*[:：]?\s*$/u

interface RankedDate {
  readonly date: DateMention
  readonly rank: number
}

/**
 * When it was issued: a signature date, else 成文/印发, else a date that stands alone or the day it was put on the web,
 * both only inferred. Dates inside the running text say nothing about it.
 */
export function findIssueDate({ lines, readable, parts }: IssueInput): Metadata['issuedOn'] {
  const own = new Set(readable)
  const filled = lines.filter(({ view }) => view !== '' && view.length <= LONGEST_LABELLED_LINE)
  const ranked = filled.flatMap((line, index) =>
    datesOf(line, { previous: filled[index - 1], part: own.has(line) ? partOf(line, parts) : undefined }),
  )
  const [best] = ranked.sort((a, b) => a.rank - b.rank)
  if (best === undefined) return null
  const { start, end, date } = best.date
  return { value: date, evidence: { start, end }, inferred: best.rank >= RANK.alone }
}

function partOf(line: Line, parts: readonly Part[]): Part['kind'] | undefined {
  return firstEndingAfter(parts, line.start)?.kind
}

interface Place {
  readonly previous: Line | undefined
  /** The part the line stands in; undefined for excluded lines. */
  readonly part: Part['kind'] | undefined
}

function datesOf(line: Line, { previous, part }: Place): readonly RankedDate[] {
  const dated = datedLine(line)
  if (dated !== undefined) {
    const isSigned =
      part !== undefined &&
      (dated.issuer !== null ||
        dated.isBracketed ||
        part === 'imprint' ||
        (previous !== undefined && isSignatureLine(previous, line)))
    if (isSigned) return [{ date: dated.date, rank: RANK.signed }]
    return [{ date: dated.date, rank: rankByLabel(previous?.view ?? '') ?? RANK.alone }]
  }
  const { start } = line.content
  return findDates(line.view).flatMap((found) => {
    const rank = isPrintedLine(line) ? RANK.labelled : rankByLabel(line.view.slice(0, found.start))
    const date = { ...found, start: start + found.start, end: start + found.end }
    return rank === undefined || rank < 0 ? [] : [{ date, rank }]
  })
}

/** The rank that the nearest label in front gives; undefined without one. */
function rankByLabel(before: string): number | undefined {
  if (FOREIGN.test(before)) return undefined
  const groups = LABEL.exec(before.trimEnd())?.groups
  if (groups === undefined) return undefined
  return groups.issued === undefined ? RANK.published : RANK.labelled
}

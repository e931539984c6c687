import type { IndexedDocument, Range } from '../corpus/index.ts'
import { contains } from '../corpus/index.ts'
import { clausesIn, sentencesIn, takenBackBy, takesBack, trimMarks, turnOf } from '../text/index.ts'
import { headingWords, pathAt } from './citation.ts'
import { CONDITION, EXCEPTION } from './claim/support/clause-words.ts'
import { SUPPOSED } from './claim/word/supposed.ts'

/** What limits some words of an original: quoted without it they say more than the original does. */
export interface Limits {
  /** Headings, and words that lead over to a list, which turn round what stands under them; outermost first. */
  readonly heads: readonly Range[]
  /** The words with the conditions in front of them and the exceptions behind; ascending and disjoint. */
  readonly parts: readonly Range[]
  /** A later sentence that takes them back. */
  readonly withdrawal: Range | null
}

/** Cases that stand in front of what is to be done, and by whose account it is said; a claim may tell some of them apart. */
const CASE =
  /^(?:因(?!地制宜|素|人|病|子)|待|视|一旦|倘|原则上|据(?:反映|传|说|称|悉)|有(?:观点|意见|人|群众|代表|委员|专家))|(?<![前先随然最落今产术以课背幕战])后$/u
/** 对年内列入计划的6辆救护车增加负压装置 is a deed of its own and no case. */
const NO_CASE = /^(?:以下简称|若干|对照)|^对.*[^的]$|(?:目的|似的|以外)$/u
/** Says behind a clause on whose leave or on what it depends, or who need not. */
const DEPENDS =
  /^(?:须|需|应|要)?(?:报)?经.{1,15}(?:批准|同意|审核|审批|审定|批复)|^(?:具体)?(?:视|待|以).{2,14}(?:情况|到位|批复|为准|确定|而定)|^.{2,24}的[,，]?(?:可以?|不再|不予|暂|除外|例外|另行|从其|延|适当|酌情)/u

/** The first sentence of a paragraph that speaks of all above it. */
const BACK_LINE = /(?<=\n[^\S\n]*)(?:以上|上述|前述|所列|这些)[^\n。;!?]*/gu

/** Beyond so many lines a list is no longer looked back through for what leads over to it. */
const MOST_LINES = 40

/** @param range words of the document that are to be quoted */
export function limitsOf(range: Range, indexed: IndexedDocument): Limits {
  return {
    heads: headsOver(range.start, indexed),
    parts: withinSentence(range, indexed),
    withdrawal: withdrawalOf(range, indexed),
  }
}

/** The heads that turn round what stands at an offset, outermost first. */
export function headsOver(offset: number, indexed: IndexedDocument): readonly Range[] {
  const above = pathAt(indexed, offset).flatMap((section) => {
    const heading = headingWords(section, indexed)
    return heading !== undefined && heading.end <= offset && turnsRound(heading, indexed) ? [heading] : []
  })
  const leading = leadOver(offset, indexed)
  const isNew =
    leading !== undefined && !above.some((head) => contains(head, leading) || contains(leading, head))
  return isNew ? [...above, leading] : above
}

function turnsRound({ start, end }: Range, { view }: IndexedDocument): boolean {
  const leadsList = view[end] === ':'
  return turnOf(view.slice(start, leadsList ? end + 1 : end)) !== null
}

/** 严禁下列行为：…；…, in the sentence itself or in a line above a list that has no headings. */
function leadOver(offset: number, indexed: IndexedDocument): Range | undefined {
  const { view } = indexed
  const line = view.lastIndexOf('\n', offset - 1) + 1
  const before = view.slice(line, offset)
  const stop = Math.max(...[...'。！？!?'].map((mark) => before.lastIndexOf(mark))) + 1
  const colon = before.indexOf(':', stop)
  if (colon !== -1) {
    const own = trimMarks(view, { start: line + stop, end: line + colon })
    if (turnsRound(own, indexed)) return withoutNumber(own, indexed)
  }
  const from = pathAt(indexed, offset).at(-1)?.headingEnd ?? 0
  let end = line - 1
  for (let count = 0; count < MOST_LINES && end > from; count++) {
    const start = Math.max(from, view.lastIndexOf('\n', end - 1) + 1)
    const above = trimMarks(view, { start, end })
    if (view.slice(above.start, end).trimEnd().endsWith(':'))
      return turnsRound(above, indexed) ? withoutNumber(above, indexed) : undefined
    end = start - 1
  }
  return undefined
}

/** The last clause of a head is what leads over; a heading in front of it on the same line is quoted by itself. */
function withoutNumber(range: Range, { view }: IndexedDocument): Range {
  const last = sentencesIn(view, range).at(-1) ?? range
  return trimMarks(view, last)
}

function withinSentence(range: Range, { view }: IndexedDocument): readonly Range[] {
  const sentences = sentencesIn(view, { start: lineStart(view, range.start), end: lineEnd(view, range.end) })
  const first = sentences.find(({ end }) => end > range.start)
  const last = sentences.findLast(({ start }) => start < range.end)
  const words = ({ start, end }: Range) => view.slice(start, end)
  const cases =
    first === undefined
      ? []
      : clausesIn(view, first).filter(
          (clause) => clause.end <= range.start && limitsBehind(bare(words(clause))),
        )
  const behind =
    last === undefined
      ? undefined
      : clausesIn(view, last).findLast((clause) => clause.start >= range.end && limitsBefore(words(clause)))
  const [opening, ...others] = cases
  const own = { start: range.start, end: behind?.end ?? range.end }
  return opening === undefined ? [own] : [opening, ...others, own]
}

/** Whether a clause says in what case, or by whose account, what stands behind it holds. */
function limitsBehind(clause: string): boolean {
  return (CASE.test(clause) || CONDITION.test(clause) || SUPPOSED.test(clause)) && !NO_CASE.test(clause)
}

/** Whether a clause takes back, excepts from or makes depend what stands in front of it. */
function limitsBefore(clause: string): boolean {
  return EXCEPTION.test(clause) || DEPENDS.test(clause) || takesBack(clause)
}

/** A clause without the number of its item. */
function bare(clause: string): string {
  return clause.replace(/^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.]|[①-⑳])\s*/u, '')
}

function lineStart(view: string, at: number): number {
  return view.lastIndexOf('\n', at - 1) + 1
}

function lineEnd(view: string, at: number): number {
  const end = view.indexOf('\n', at)
  return end === -1 ? view.length : end
}

/** 以上任务暂缓实施, in the same paragraph or in one of its own behind a list; 该项目已终止, right behind. */
function withdrawalOf(range: Range, indexed: IndexedDocument): Range | null {
  const { view } = indexed
  const path = pathAt(indexed, range.start)
  const end = lineEnd(view, range.end)
  const isHeading = (path.at(-1)?.headingEnd ?? 0) >= range.end
  const following = sentencesIn(view, { start: range.end, end }).map((sentence) => trimMarks(view, sentence))
  for (const [at, sentence] of following.filter((own) => own.end > own.start).entries()) {
    const kind = takenBackBy(view.slice(sentence.start, sentence.end))
    if (kind === 'all' || (kind === 'last' && at < 2 && !isHeading)) return sentence
  }
  const outer = path.at(-2) ?? path.at(-1)
  for (const { index, 0: line } of view.slice(end, outer?.end).matchAll(BACK_LINE)) {
    const found = trimMarks(view, { start: end + index, end: end + index + line.length })
    if (takenBackBy(view.slice(found.start, found.end)) === 'all') return found
  }
  return null
}

import type { Range } from '../corpus/index.ts'
import { overlaps, subtract } from '../corpus/index.ts'
import { indicatorsOf, isBareState, standsAlone, trimLead } from './indicator.ts'
import { SHARED_VERB } from './lexicon.ts'
import { type ClauseContext, inList, namedFor, type Subject } from './naming.ts'
import { joinWords, NO_WORDS, type Reading, sliceWords, type Words, wordsOf } from './reading.ts'
import { type Found, type RowDraft, rowOf } from './row.ts'
import { boundsIn, bracketsWithFigures, type Segment, segmentsOf } from './segment.ts'
import { headOf, withHead } from './series.ts'
import { asSubject, measuredBy } from './subject.ts'

const RANK = /[国省市区县]家?级$/u

/** What a change is measured against: 较上年度, 比2023年, 由5家 (before 增加到8家). */
const BASE = new RegExp(
  [
    '同比',
    '[比较](?:去年同期|去年|上年度?|上一年度?|上年同期|前年|基线|近[两三四五\\d]年(?:均值|平均水平|平均值|同期均值)?|20\\d{2}年底?|基期|市场[\\p{Script=Han}]{1,4}(?=[低高]))',
    '[由从](?:20\\d{2}年[底末]?的?)?[\\p{Script=Han}]{0,6}\\d[\\d.,:∶]*[^\\d,，、]{0,6}?(?=(?:提高|提升|增加|增长|扩大|扩充|推广|降低|下降|减少|缩短|压缩|增|降|减|缩)(?:到|至))',
  ].join('|'),
  'gu',
)
/** 区医院力争占比达55%: part of neither the noun nor the figure. */
const HEDGE = /(?<=\p{Script=Han}{2})力争/gu

/** The rows of a clause that holds figures, and what the clause is about. */
export function figureRows(context: ClauseContext): Found {
  const { reading, clause, own } = context
  const { view } = reading
  const bases = matchesIn(view, clause, BASE)
  const inner = bracketsWithFigures(view, clause)
  const brackets = inner.map(({ start, end }) => ({ start: start - 1, end: end + 1 }))
  const holes = [...(own?.ranges ?? []), ...bases, ...matchesIn(view, clause, HEDGE)]
  const outer = unitRows(context, clause, [...holes, ...brackets], bases, null)
  const nested = inner.flatMap((unit, at) => {
    const from = inner[at - 1]?.end ?? clause.start - 1
    const owner = ownerOf(reading, { start: from + 1, end: unit.start - 1 }, holes)
    return unitRows(context, unit, holes, bases, outer[0]?.words ?? owner)
  })
  const rows = [...outer, ...nested].filter(({ words }) => words.view !== '').sort((a, b) => a.at - b.at)
  return { rows: rows.map(({ draft }) => draft), subject: subjectOf(context, outer[0], brackets) }
}

/** What the figure in a bracket belongs to, where no figure stands before it: 覆盖率(≥92%)、治疗成功率(≥96%). */
function ownerOf(reading: Reading, before: Range, holes: readonly Range[]): Words {
  const inside = holes.filter((hole) => overlaps(hole, before))
  return asSubject(wordsOf(reading, subtract(before, inside)))
}

function matchesIn(view: string, { start, end }: Range, pattern: RegExp): readonly Range[] {
  return [...view.slice(start, end).matchAll(pattern)].map(({ index, 0: found }) => ({
    start: start + index,
    end: start + index + found.length,
  }))
}

interface UnitRow {
  readonly at: number
  readonly words: Words
  readonly draft: RowDraft
}

/** @param whole what the figure before the bracket counts, when the unit is the inside of a bracket */
function unitRows(
  context: ClauseContext,
  unit: Range,
  holes: readonly Range[],
  bases: readonly Range[],
  whole: Words | null,
): readonly UnitRow[] {
  const { view } = context.reading
  const bounds = boundsIn(view, unit, holes, bases.length > 0)
  const apart = bounds.flatMap(({ predicate }) => predicate.apart)
  const ordered = [...holes, ...apart].sort((a, b) => a.start - b.start)
  const before = view.startsWith('其中', unit.start) ? (whole ?? context.previous?.words) : undefined
  const segments = segmentsOf(view, unit, bounds)
  const indicators = listedIndicators(context.reading, segments, ordered, before ?? NO_WORDS)
  return segments.flatMap((segment, index) =>
    segment.bounds.map((bound, at) => {
      const own = ofSeries(indicators[index] ?? [], at)
      const said = own.view === '' ? (indicators[index - 1]?.[0] ?? own) : own
      const words = withRank(said, [...indicators.slice(index + 1), ...indicators.slice(0, index)])
      const named =
        whole !== null && words.view.length <= 2
          ? { words: joinWords(whole, words), context: null }
          : namedFor(context, words, bound)
      const draft = rowOf(context, segment, bound, named, bases, at)
      return { at: bound.figure.start, words: named.words, draft }
    }),
  )
}

/** 患者服药率、规范管理率分别达到98%和95%: a bare measure is one of whom the series speaks. */
function ofSeries(series: readonly Words[], at: number): Words {
  const [own, first] = [series[at] ?? NO_WORDS, series[0] ?? NO_WORDS]
  if (at === 0 || standsAlone(own) || !standsAlone(first)) return own
  const subject = measuredBy(first)
  return subject.view === first.view ? own : joinWords(subject, own)
}

/** The indicators of each segment; later ones share the verb, the measure or the noun of the first. */
function listedIndicators(
  reading: Reading,
  segments: readonly Segment[],
  holes: readonly Range[],
  before: Words,
): readonly (readonly Words[])[] {
  let head = headOf(before)
  let first = before
  const indicators = segments.map((segment) => {
    const found = indicatorsOf(reading, segment, holes).map((words, at) =>
      segment.kind === 'nested' && at > 0
        ? words
        : withHead(inList(words, first), isShare(segment, head) ? NO_WORDS : head),
    )
    if (head.view === '' && found[0] !== undefined) head = headOf(found[0])
    first = first.view === '' ? (found[0] ?? first) : first
    return found
  })
  const doing = before.view === '' ? sharedDeed(reading.view, segments, indicators) : NO_WORDS
  if (doing.view === '') return indicators
  return indicators.map((found, at) =>
    at === indicators.length - 1 ? found : found.map((words) => joinWords(words, doing)),
  )
}

/** 培养医师50名,其中硕士占30%: a share of them is not trained anew. */
function isShare({ bounds }: Segment, head: Words): boolean {
  return /^[%‰成]/u.test(bounds[0]?.figure.unit ?? '') && SHARED_VERB.test(head.view)
}

const BODIES_DO =
  /^[^,，]{1,14}?(?:院|室|中心|站|所|点|机构|社区|村|乡镇|县|市|区|街道|企业|学校)(?<deed>(?:全部|均|都)?(?:改善|提升|完成|通过|达到|纳入|建成|启动|投入|创建|开展|实现).{2,})$/u

/** 8个卫生院、2个服务中心|完成改造: what the last of several counted bodies does, all of them do. */
function sharedDeed(
  view: string,
  segments: readonly Segment[],
  indicators: readonly (readonly Words[])[],
): Words {
  const opens = segments.every(({ start, bounds }) => {
    const left = view.slice(start, bounds[0]?.figure.start ?? start)
    return bounds.length === 1 && /^(?:全[市县区省]|支持|帮助|[力争取确保,，\s])*$/u.test(left)
  })
  const last = indicators.at(-1)?.[0] ?? NO_WORDS
  const deed = opens && segments.length > 1 ? BODIES_DO.exec(last.view)?.groups?.deed : undefined
  return deed === undefined ? NO_WORDS : sliceWords(last, last.view.length - deed.length)
}

/** 2个国家级、5个省级重点专科: a rank alone takes the noun behind the next one. */
function withRank(words: Words, others: readonly (readonly Words[])[]): Words {
  if (!RANK.test(words.view)) return words
  const next = others.flat().find(({ view }) => view.includes('级') && !RANK.test(view))
  if (next === undefined) return words
  const at = next.view.indexOf('级')
  return joinWords(words, sliceWords(next, at + 1))
}

/** What a clause was about; one that borrowed its own subject passes that on. */
function subjectOf(
  { reading, clause, own, previous }: ClauseContext,
  row: UnitRow | undefined,
  brackets: readonly Range[],
): Subject | null {
  if (row !== undefined) {
    return row.draft.context !== null && previous !== null
      ? previous
      : { words: row.words, range: clause, isRow: true }
  }
  const idle = [...(own?.ranges ?? []), ...brackets].sort((a, b) => a.start - b.start)
  const words = trimLead(wordsOf(reading, subtract(clause, idle)))
  return words.view.length < 4 || isBareState(words) ? previous : { words, range: clause, isRow: false }
}

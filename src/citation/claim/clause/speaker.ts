import type { Range } from '../../../corpus/index.ts'
import { type PreparedEvidence, without } from './evidence.ts'
import type { Segment } from './segment.ts'
import { homesOf } from './source.ts'

/** Somebody whom a text gives as the source of what follows, to the end of the sentence. */
export interface Speaker {
  readonly isDemand: boolean
  readonly range: Range
  readonly isCalled: (name: string) => boolean
}

const LEAD =
  /^(?:记者)?(?:[\uE000\uE001]|今日|今天|日前|近日|昨日)*(?<who>[\p{Script=Han}()]{2,26}?)(?:(?<say>反映|认为|建议|质疑|介绍|表示|透露|指出|强调|通报|称|说|统计|披露|公布|提出|明确)|(?<demand>要求))(?:称|说|到|了)?$/u
const HEARD =
  /^(?:记者)?(?:[\uE000\uE001]|今日|今天|日前|近日|昨日)*从(?<who>[\p{Script=Han}()]{2,26}?)(?:处|方面)?(?:获悉|了解到|得知)$/u
const POST =
  /^(?:党组书记|党组成员|副?(?:局长|厅长|主任|部长|处长|署长|司长|市长|省长|县长|区长)|(?:有关|相关)?负责人|发言人|方面)/u
const OFFICE = /(?:局|厅|委|办|部|署|司|处|中心|院|政府)$/u
const MEETING = /^(?:本次|此次|这次)?(?<kind>会议|大会|全会)$/u

const known = new WeakMap<PreparedEvidence, readonly Speaker[]>()

/** Who speaks in a text, and which words are theirs. */
export function speakersIn(prepared: PreparedEvidence): readonly Speaker[] {
  const cached = known.get(prepared)
  if (cached !== undefined) return cached
  const speakers = speakersOf(prepared)
  known.set(prepared, speakers)
  return speakers
}

function speakersOf(prepared: PreparedEvidence): readonly Speaker[] {
  const { segments } = prepared
  const homes = homesOf(prepared)
  return segments.flatMap((segment) =>
    segment.clauses.flatMap((clause) => {
      const match = LEAD.exec(clause.letters) ?? HEARD.exec(clause.letters)
      if (match === null) return []
      const who = match.groups?.who ?? ''
      return [
        {
          isDemand: match.groups?.demand !== undefined,
          range: { start: clause.end, end: sentenceEnd(segment, segments) },
          isCalled: (name: string) =>
            isSame(name, who, homes) || isMeeting(name, who, prepared, clause.start),
        },
      ]
    }),
  )
}

/** The end of the sentence that a segment is part of. */
export function sentenceEnd({ sentence }: Segment, segments: readonly Segment[]): number {
  return Math.max(...segments.filter((other) => other.sentence === sentence).map(({ end }) => end))
}

/** The same person or office; an office speaks through those who hold a post in it. */
function isSame(name: string, who: string, homes: readonly string[]): boolean {
  const [ours, theirs] = [plain(name, homes), plain(who, homes)]
  if (ours.length < 2) return false
  if (ours === theirs) return true
  return OFFICE.test(ours) && theirs.startsWith(ours) && POST.test(theirs.slice(ours.length))
}

function plain(name: string, homes: readonly string[]): string {
  const bare = name.replace(/^记者|^从|方面$|[的\s"“”]/gu, '').replace(/有关|相关/gu, '')
  const home = homes
    .filter((place) => bare.startsWith(place))
    .reduce((longest, place) => (place.length > longest.length ? place : longest), '')
  return bare.slice(home.length)
}

/** 会议 is the meeting that the words before name. */
function isMeeting(name: string, who: string, { view }: PreparedEvidence, at: number): boolean {
  const kind = MEETING.exec(who)?.groups?.kind
  if (kind === undefined || !name.endsWith(kind) || name.length < kind.length + 2) return false
  const before = view.slice(0, at)
  return before.includes(name) && before.split(kind).length === 2
}

const DOCUMENT =
  /《|(?:要点|计划|方案|通知|报告|公报|规划|意见|办法|预算|安排|决定|预案|规定|结果|公告|通报|答复|回复|说明|决算|条例|细则|纲要|通稿|新闻稿|年报|公报|草案|法)$/u

/** What a text says in its own name where a claim names who says it: not what it gives as said by others. */
export function saidBy(name: string, prepared: PreparedEvidence): PreparedEvidence {
  if (DOCUMENT.test(name)) return prepared
  const others = speakersIn(prepared).filter((speaker) => !speaker.isCalled(name))
  return others.length === 0
    ? prepared
    : without(
        prepared,
        others.map(({ range }) => range),
      )
}

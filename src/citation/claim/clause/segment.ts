import { sentencesIn } from '../../../text/index.ts'
import { connectiveLength } from '../word/lexicon.ts'
import type { Calendar } from '../word/time.ts'
import { type Clause, clauseOf } from '../word/token.ts'

/** Clauses up to the next 。； or line break. `sentence` counts full stops. */
export interface Segment {
  readonly sentence: number
  readonly clauses: readonly BoundClause[]
  readonly start: number
  readonly end: number
  /** Whether figures of it go by the order of a list. */
  readonly isOrdered: boolean
}

/** A clause with what holds for it from its surroundings. */
export interface BoundClause extends Clause {
  /** Position among all clauses of the text, and of its segment among all segments. */
  readonly order: number
  readonly segment: number
  /** The times that govern the clause: its own, else those at the head of its sentence. */
  readonly governing: Clause['times']
  /** Another time that stands alone in front of a clause with a time of its own: 2023年，2025年达到…. */
  readonly idle: Clause['times']
  /** The segment where these times are named. */
  readonly governedFrom: number
  /** Order of the clause whose subject was put in front; null for another word put there. Absent as written. */
  readonly carries?: number | null
}

/** Sentences of a text as segments of clauses. Times at the head of a sentence reach over its semicolons. */
export function segmentsOf(view: string, calendar: Calendar): readonly Segment[] {
  const segments: Segment[] = []
  let order = 0
  let governing: Clause['times'] = []
  let governedFrom = 0
  let sentence = 0
  for (const { start, end } of sentencesIn(view, { start: 0, end: view.length })) {
    const clauses: BoundClause[] = []
    let trailing: Clause['times'] = []
    for (const range of clauseRanges(view, start, end)) {
      const clause = clauseOf(view, range.start, range.end, calendar)
      if (clause.times.length > 0 && isAtHead(clause)) {
        governing = clause.times
        governedFrom = segments.length
      }
      // 到2025年, alone is no clause: it says when the following hold.
      const isOnlyTime = connectiveLength(clause.letters) === clause.letters.length
      const inFront = trailing
      trailing = isOnlyTime ? clause.times : []
      if (isOnlyTime) continue
      const own = clause.times.length > 0 ? clause.times : governing
      clauses.push({
        ...clause,
        idle: inFront.filter(
          (time) =>
            !own.some(
              ({ from, to, part }) =>
                time.from <= to && from <= time.to && (time.part === '' || time.part === part),
            ),
        ),
        order: order++,
        segment: segments.length,
        governing: own,
        governedFrom: own === governing ? governedFrom : segments.length,
      })
    }
    const dated = clauses.map((clause) =>
      clause.governing.length === 0 ? { ...clause, governing: trailing } : clause,
    )
    if (dated.length > 0)
      segments.push({ sentence, clauses: dated, start, end, isOrdered: ORDERED.test(view.slice(start, end)) })
    if (/;["”’」』)》]*$/u.test(view.slice(start, end))) continue
    sentence++
    governing = []
  }
  return segments
}

const ORDERED = /分别|依次|先后/u
const BEFORE_TIME = /^(?:力争|争取|预计|同时|并|其中|,|\s)*/u

function isAtHead({ times, words }: Clause): boolean {
  return (times[0]?.start ?? 0) <= (BEFORE_TIME.exec(words)?.[0].length ?? 0)
}

/** Clauses end at commas and colons outside of brackets. */
function clauseRanges(view: string, start: number, end: number): readonly { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = []
  let from = start
  let depth = 0
  for (let at = start; at < end; at++) {
    const character = view[at] ?? ''
    if (/[(《〔【「『“]/u.test(character)) depth++
    else if (/[)》〕】」』”]/u.test(character)) depth = Math.max(0, depth - 1)
    const isMark =
      /[,:，：]/u.test(character) && !(/\d/u.test(view[at - 1] ?? '') && /\d/u.test(view[at + 1] ?? ''))
    if (depth > 0 || !isMark) continue
    ranges.push({ start: from, end: at })
    from = at + 1
  }
  ranges.push({ start: from, end })
  return ranges.filter((range) => range.end > range.start)
}

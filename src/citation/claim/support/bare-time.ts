import { partOf, relationOf, type Time } from '../word/time.ts'

/** A month, a quarter or half a year without its year; not 每年3月, 2024年3月, 3—5月, 次月5日. */
const BARE =
  /(?<lead>截至|截止到?|到|至|在|于|自|从)?(?<![年月每次翌该季\d.—\-–至到、和及与])(?<part>上半年|下半年|前[一二三]季度|第?[一二三四1-4]季度|(?:[1-9]|1[0-2])月(?:份|底|末|初|[上中下]旬|\d{1,2}日)?)(?![—\-–至到、和及与度月\d个])(?<rest>之前|以前|前|起|以来|之后|以后|后|止)?/u

/** The month or quarter that a clause names, in the year its text speaks of. @param words of the clause, normalised */
export function bareTime(words: string, year: number): Time | undefined {
  const match = BARE.exec(words)
  const { lead = '', part = '', rest = '' } = match?.groups ?? {}
  // Two of them belong each to its own words.
  if (match === null || BARE.test(words.slice(match.index + match[0].length))) return undefined
  const start = match.index
  const relation = relationOf(lead, rest, part)
  return {
    from: year,
    to: year,
    relation,
    part: partOf(part),
    start,
    end: start + match[0].length,
    isBase: false,
    isBare: true,
  }
}

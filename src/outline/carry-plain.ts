import type { Blank } from '../citation/index.ts'
import { contains, type Range } from '../corpus/index.ts'
import { assemble, type Change } from './assemble.ts'
import { figureRanges } from './figure.ts'
import { type Find, findsIn } from './guard/index.ts'
import type { Source } from './source.ts'

/** A stretch that has no flags of its own: whatever would be flagged is left open. */
export function carryPlain(source: Source, range: Range, opensWithYear: boolean) {
  const { view } = source.indexed
  const finds = findsIn(
    { view, range, sourceYear: source.sourceYear, draftYear: source.draftYear },
    source.ledger,
  )
  const strict = finds.flatMap((find) => plainChange(find, source, opensWithYear) ?? [])
  const years = strict.filter(({ isYear }) => isYear)
  const others = strict.filter(
    ({ isYear, start, end }) => !isYear && !years.some((year) => start < year.end && year.start < end),
  )
  const rows = source.rows.filter((row) => contains(range, row) && row.kind === 'figure' && !row.isYearly)
  const figures = [...figureRanges(rows, source.indexed).values()].map((one) => ({
    ...one,
    blank: '待定' as const,
    showsOld: true,
  }))
  const isKept = (find: Find) => plainChange(find, source, opensWithYear) === undefined
  return {
    sentence: assemble(source, range, [...years, ...others, ...figures]),
    finds: finds.map((find) => (isKept(find) ? { ...find, isMild: true as const } : find)),
  }
}

/** Undefined where the words may stand as they are. */
function plainChange(
  find: Find,
  { indexed, sourceYear, draftYear }: Source,
  opensWithYear: boolean,
): Change | undefined {
  const { start, end, flag } = find
  const isOwnYear = indexed.view.slice(start, end) === `${sourceYear}年` && find.blank === '时限待定'
  if (opensWithYear && isOwnYear) return { start, end: start + 4, blank: null, showsOld: false, isYear: true }
  const blank = find.blank ?? (find.isMild ? undefined : otherwise(flag, draftYear))
  return blank === undefined ? undefined : { start, end, blank, showsOld: false }
}

function otherwise(flag: Find['flag'], draftYear: number): Blank | undefined {
  if (flag === 'pandemic') return draftYear > 2022 ? '涉疫内容待定' : undefined
  return flag === 'expired_policy' ? '期限待定' : '时政表述待定'
}

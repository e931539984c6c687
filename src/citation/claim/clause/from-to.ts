import { AMOUNT, type Token } from '../word/token.ts'
import type { BoundClause } from './segment.ts'

const TIME = '\uE001'
const MOVED = new RegExp(
  `^(?<what>[^${TIME}]{2,24})由${TIME}的?(?<old>${AMOUNT}(?:[${AMOUNT}、]*${AMOUNT})?)(?<verb>(?:提高|降低|下降|上升|增加|减少|缩小|扩大|调整|变更|优化|提升|回落|降|升|增|减|变)(?:到|至|为))(?<figure>${AMOUNT}(?:[${AMOUNT}、]*${AMOUNT})?)$`,
  'u',
)
const YEAR_BEFORE = /^(?:上年|上一年|去年)度?$/u

/** 收入比由上年的2.31缩小到2.25 says two things: of the year before 收入比为2.31, of its own 收入比为2.25. */
export function fromTo(clause: BoundClause, ownYear: number | null): readonly BoundClause[] {
  const groups = MOVED.exec(clause.letters)?.groups
  if (groups === undefined) return []
  const { what = '', old = '', verb = '', figure = '' } = groups
  const tokens = clause.tokens.slice(0, what.length)
  const linked: Token = { kind: 'letter', at: clause.start }
  const told = (value: string, start: number) => ({
    ...clause,
    letters: `${what}为${value}`,
    tokens: [...tokens, linked, ...clause.tokens.slice(start, start + value.length)],
    carries: null,
  })
  const start = clause.letters.indexOf(old, what.length)
  const later = told(figure, start + old.length + verb.length)
  const year = yearBefore(clause, ownYear)
  if (year === undefined) return [later]
  const time = { from: year, to: year, relation: 'in', part: '', start: 0, end: 0, isBase: false } as const
  return [later, { ...told(old, start), times: [time], governing: [time] }]
}

/** The year that 上年 is in a clause that tells of another, or the year that is named. */
function yearBefore(clause: BoundClause, ownYear: number | null): number | undefined {
  const base = clause.tokens.flatMap((token) => (token.kind === 'time' ? [token.time] : []))[0]
  if (base === undefined || base.from !== base.to || base.part !== '') return undefined
  const word = clause.words.slice(base.start, base.end).replace(/^[由从自]/u, '')
  if (!YEAR_BEFORE.test(word)) return /\d/u.test(word) ? base.to : undefined
  const years = new Set(clause.governing.flatMap(({ from, to }) => [from, to]))
  const [own = ownYear] = years
  return years.size > 1 || own === null ? undefined : own - 1
}

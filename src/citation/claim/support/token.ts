import { type Amount, amountsIn } from '../word/amount.ts'
import { blanked } from '../word/fold.ts'
import { type Calendar, timesIn, yearNamed } from '../word/time.ts'
import { rewritten } from './rewrite.ts'

/** One unit that claim and original are compared by. */
export interface Token {
  readonly kind: 'letter' | 'amount' | 'time' | 'base' | 'home' | 'mark'
  /** What it is called by; a measure against the year before may also be called by that year. */
  readonly keys: readonly string[]
  /** May be left out without a trace: a note in brackets, another member of a list that is told apart. */
  readonly isOptional: boolean
  /** Part of a note in brackets, which is taken whole or not at all. */
  readonly isNote?: boolean
  readonly amount?: Amount
}

/** Letters that a claim may put for others. */
const OTHER_KEYS: Readonly<Record<string, readonly string[]>> = { 要: ['要', '应'], 把: ['把', '将'] }
/** Stands for every name of the document's own place. */
const HOME = '\uE020'
const YEAR_BEFORE = '上年|去年|上一年|上学年|上年度'
const NAMED = '(?:19|20)\\d{2}|1[01]\\d'
/** What a figure is measured against. */
export const BASE = new RegExp(
  `(?:比|较|与|同)(?:${YEAR_BEFORE}|(?<year>${NAMED})年度?)(?:末|底|年底|同期)?(?:相比)?|在(?:${YEAR_BEFORE}|(?<year2>${NAMED})年)(?=基础上)|(?<=[高低少多快慢优]于|超过|相当于)(?:${YEAR_BEFORE}|(?<year3>${NAMED})年)(?:末|底|同期)?|同比|按年(?=[升降])`,
  'gu',
)
/** 市财政局 in a text of a city is the city's own. */
const OFFICE =
  /(?<=^\s*|[\s,;、:。]|[由向经报对将])[省市县区州](?![场级区域民内外辖直属政长])(?=\p{Script=Han}{1,9}?(?:局|委|办|厅|指|部|院|中心))/gu
const RATIO = /\d+(?::\d+)+/gu
const SILENT = /[\s"'“”‘’「」『』《》,;。:!?()（）〔〕【】]/u

interface Found {
  readonly start: number
  readonly end: number
  readonly token: Token
}

interface Setting {
  readonly calendar: Calendar
  /** The year the clause tells of. */
  readonly year: number | null
  /** Names of the document's place, longest first. */
  readonly homes: readonly string[]
}

/** The tokens of a clause whose own time is already taken out. @param words normalised */
export function tokensOf(words: string, { calendar, year, homes }: Setting): readonly Token[] {
  const named = homes.reduce(
    (text, home) => (home.length > 1 ? text.replaceAll(home, HOME) : text),
    rewritten(words),
  )
  const view = named.replace(OFFICE, (level) => (homes.includes(`全${level}`) ? HOME : level))
  const found = foundIn(view, calendar, year)
  const byStart = new Map(found.map((one) => [one.start, one]))
  const brackets = bracketed(view)
  const tokens: Token[] = []
  for (let at = 0; at < view.length; at++) {
    const one = byStart.get(at)
    const letter = view[at] ?? ''
    const isOptional = brackets.some(({ start, end }) => start <= at && at < end)
    if (one !== undefined) {
      tokens.push({ ...one.token, isOptional, isNote: isOptional })
      at = one.end - 1
    } else if (letter === HOME) tokens.push({ kind: 'home', keys: [HOME], isOptional: true })
    else if (letter === '、') tokens.push({ kind: 'mark', keys: ['、'], isOptional, isNote: isOptional })
    else if (!SILENT.test(letter))
      tokens.push({
        kind: 'letter',
        keys: OTHER_KEYS[letter] ?? [letter],
        // 把 only puts its object first; 将 may do so, or promise.
        isOptional: isOptional || (letter === '把' && !/[握关控脉手柄守]/u.test(view[at + 1] ?? '')),
        isNote: isOptional,
      })
  }
  return tokens.filter((token, at) => !isSaidAgain(token, tokens[at + 1]))
}

/** 3天(72小时) is one amount. */
function isSaidAgain({ keys: [key = ''], kind }: Token, next: Token | undefined): boolean {
  return kind === 'amount' && next?.kind === 'amount' && sizeOf(key) === sizeOf(next.keys[0] ?? '')
}

function sizeOf(key: string): string {
  return key.replace(/[<>=~ ]+$/u, '')
}

function foundIn(view: string, calendar: Calendar, told: number | null): readonly Found[] {
  const found: Found[] = []
  const take = (start: number, end: number, kind: Token['kind'], keys: readonly string[]) =>
    found.push({ start, end, token: { kind, keys, isOptional: false } })
  for (const match of view.matchAll(BASE)) {
    const { year, year2, year3 } = match.groups ?? {}
    take(match.index, match.index + match[0].length, 'base', baseKeys(year ?? year2 ?? year3, told))
  }
  for (const match of view.matchAll(RATIO))
    take(match.index, match.index + match[0].length, 'amount', [`ratio:${match[0]}`])
  for (const { start, end, from, to, part } of timesIn(blanked(view, found), calendar))
    take(start, end, 'time', [`time:${from}-${to}${part}`])
  for (const amount of amountsIn(blanked(view, found))) {
    const { start, end } = amount
    found.push({
      start,
      end,
      token:
        amount.unit === '第'
          ? { kind: 'letter', keys: [amountKey(amount)], isOptional: false }
          : { kind: 'amount', keys: [amountKey(amount)], isOptional: false, amount },
    })
    if (amount.boundAt !== null)
      found.push({
        start: amount.boundAt.start,
        end: amount.boundAt.end,
        token: { kind: 'mark', keys: ['bound'], isOptional: true },
      })
  }
  return found
}

/** 上年 of a clause that tells of 2024 is 2023, and 2023 is 上年. */
function baseKeys(year: string | undefined, told: number | null): readonly string[] {
  const before = told === null ? undefined : told - 1
  if (year === undefined) return ['base:before', ...(before === undefined ? [] : [`base:${before}`])]
  return [`base:${yearNamed(year)}`, ...(yearNamed(year) === before ? ['base:before'] : [])]
}

const SAME_UNIT: Readonly<Record<string, readonly [string, number]>> = {
  小时: ['分钟', 60],
  日: ['分钟', 1440],
  年: ['个月', 12],
  公里: ['米', 1000],
  吨: ['公斤', 1000],
  公吨: ['公斤', 1000],
  斤: ['公斤', 0.5],
  亩: ['平方米', 1e4 / 15],
  兆瓦: ['千瓦', 1000],
  平方公里: ['平方米', 1e6],
  公顷: ['平方米', 1e4],
  '‰': ['%', 0.1],
  周: ['分钟', 10_080],
}

function amountKey({ value, unit, bound }: Amount): string {
  const [name, factor] = SAME_UNIT[unit] ?? [unit, 1]
  return `${Number((value * factor).toPrecision(12))}${name}${bound}`
}

function bracketed(view: string) {
  return [...view.matchAll(/[(（][^()（）不除仅非未]*[)）]/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

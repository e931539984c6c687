import { type Amount, amountsIn } from './amount.ts'
import { blanked } from './fold.ts'
import { type Calendar, type Time, timesIn } from './time.ts'

/** One content token of a clause: an amount, a time that belongs to the words, or a single character. */
export type Token =
  | { readonly kind: 'amount'; readonly amount: Amount; readonly at: number }
  | { readonly kind: 'time'; readonly time: Time; readonly at: number }
  | { readonly kind: 'letter'; readonly at: number }

export interface Clause {
  /** Offset of the clause in the text it was cut from, and behind its end. */
  readonly start: number
  readonly end: number
  /** One character per token: its own, or a stand-in for an amount or a time. */
  readonly letters: string
  readonly tokens: readonly Token[]
  /** Times that say when the whole clause holds. */
  readonly times: readonly Time[]
  /** The words behind the list mark. */
  readonly words: string
}

export const AMOUNT = '\uE000'
const TIME = '\uE001'

const LIST_MARK =
  /^(?:[(（]?[一二三四五六七八九十百]+[)）、.]|[(（]?\d{1,3}(?:[)）、]|\.(?!\d))|第\s?[一二三四五六七八九十百\d]{1,7}\s?[章节条款][,\s]?|[一二三四五六七八九十]是|[①-⑳•·]|首先,?|其次,?)\s*/u
const SILENT = /[\s"'“”‘’「」『』,;。:!?]/u
/** Notes of who answers for an item. */
const RESPONSIBLE =
  /[([〔【](?:责任|牵头|配合|负责|主办|完成时限|详见|见附件|各[^()]{0,20}负责)[^()\]〕】]*[)\]〕】]/gu

/** The tokens of a clause. @param view normalised text of the whole document */
export function clauseOf(view: string, start: number, end: number, calendar: Calendar): Clause {
  const mark = LIST_MARK.exec(view.slice(start, end))?.[0].length ?? 0
  const words = view.slice(start + mark, end).replace(RESPONSIBLE, (note) => ' '.repeat(note.length))
  const times = timesIn(words, calendar)
  const floating = times.filter(({ isBase }) => !isBase)
  // Several times in one clause belong each to its own words.
  const whole = floating.length === 1 ? floating : []
  // No year is read as an amount.
  const masked = blanked(words, times)
  const tokens: Token[] = []
  let letters = ''
  const amounts = amountsIn(masked)
  const timeAt = new Map(times.map((time) => [time.start, time]))
  const amountAt = new Map(amounts.map((amount) => [amount.start, amount]))
  const boundAt = new Map(
    amounts.flatMap(({ boundAt: bound }) => (bound === null ? [] : [[bound.start, bound] as const])),
  )
  for (let at = 0; at < words.length; at++) {
    const time = timeAt.get(at)
    const amount = amountAt.get(at)
    const bound = boundAt.get(at)
    if (time !== undefined) {
      if (!whole.includes(time)) {
        tokens.push({ kind: 'time', time, at: start + mark + at })
        letters += TIME
      }
      at = time.end - 1
    } else if (amount !== undefined) {
      tokens.push({ kind: 'amount', amount, at: start + mark + at })
      letters += AMOUNT
      at = amount.end - 1
    } else if (bound) {
      at = bound.end - 1
    } else if (!SILENT.test(words[at] ?? '')) {
      tokens.push({ kind: 'letter', at: start + mark + at })
      letters += words[at]
    }
  }
  return { start, end, letters, tokens, times: whole, words }
}

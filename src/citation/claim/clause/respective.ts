import { AMOUNT, type Token } from '../word/token.ts'
import type { BoundClause } from './segment.ts'

const RESPECTIVELY = new RegExp(
  `^(?<list>.{4,80}?)(?:同比|比上年)?分别(?<verb>[^${AMOUNT}]{0,10})(?<figures>${AMOUNT}(?:[、和与及]?${AMOUNT})+)(?<tail>.{0,3})$`,
  'u',
)
const PAUSE = /以及|[、和与及]/u
const MOST_SHARED = 10

/** What a clause with 分别 says of each of its items: A、B分别增长5%、3% says A增长5%. */
export function respectively(clause: BoundClause): readonly BoundClause[] {
  const groups = RESPECTIVELY.exec(clause.letters)?.groups
  if (groups === undefined) return []
  const { list = '', verb = '', figures = '', tail = '' } = groups
  const items = list.replace(/^其中/u, '').split(PAUSE)
  const last = items.at(-1) ?? ''
  const start = clause.letters.indexOf(`分别${verb}${figures}`) + 2
  const amounts = withSharedBound(
    clause.tokens.filter(({ kind }, at) => kind === 'amount' && at >= start + verb.length),
  )
  if (items.length < 2 || items.length !== amounts.length) return []
  return items.flatMap((item, at) => {
    const amount = amounts[at]
    if (amount === undefined) return []
    // What follows the last item may be said of all: 种子、化肥、农药到户率.
    const ends = at === items.length - 1 ? [0] : Array.from({ length: MOST_SHARED }, (_, shared) => shared)
    return ends
      .filter((shared) => shared !== 1 && shared <= last.length - 2)
      .map((shared) => {
        const words = item + last.slice(last.length - shared) + verb
        const tokens: Token[] = [...words].map(() => ({ kind: 'letter', at: clause.start }))
        return {
          ...clause,
          letters: words + AMOUNT + tail,
          tokens: [...tokens, amount, ...[...tail].map((): Token => ({ kind: 'letter', at: clause.start }))],
          carries: null,
        }
      })
  })
}

/** 95%、90%、85%以上 are three figures with one bound. */
function withSharedBound(tokens: readonly Token[]): readonly Token[] {
  const bounds = tokens.flatMap((token) => (token.kind === 'amount' ? [token.amount.bound] : []))
  const shared = [bounds[0], bounds.at(-1)].find((bound) => bound !== undefined && bound !== '=')
  return tokens.map((token) =>
    token.kind === 'amount' && token.amount.bound === '=' && shared !== undefined
      ? { ...token, amount: { ...token.amount, bound: shared } }
      : token,
  )
}

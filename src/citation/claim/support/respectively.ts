import type { Range } from '../../../corpus/index.ts'
import type { Token } from './token.ts'
import type { Statement, Wording } from './wording.ts'
import { lettersOf } from './wording.ts'

/**
 * 甲、乙增速分别为1%、2% as a statement for each pair: all of the subject, of which the other members may be left
 * out, and the one figure that belongs to the member.
 */
export function inPairs(statement: Statement): readonly Statement[] {
  const at = statement.wordings.findIndex(({ letters }) => /分别|依次/u.test(letters))
  const wording = statement.wordings[at]
  if (wording === undefined) return [statement]
  const pairs = pairsIn(wording)
  return [
    statement,
    ...pairs.map(({ wording: one, members }, number) => ({
      ...statement,
      wordings: statement.wordings.with(at, one),
      pair: { clause: at, number, members },
    })),
  ]
}

interface Paired {
  readonly wording: Wording
  readonly members: readonly Range[]
}

function pairsIn(wording: Wording): readonly Paired[] {
  const { tokens, letters } = wording
  const split = /分别|依次/u.exec(letters)?.index ?? 0
  const members = membersOf(tokens.slice(0, split))
  const figures = tokens.flatMap((token, index) => (token.kind === 'amount' && index > split ? [index] : []))
  if (members.length < 2 || members.length !== figures.length) return []
  const [first = 0] = figures
  const last = figures.at(-1) ?? 0
  const bound = tokens[last]?.amount?.bound ?? '='
  return members.flatMap((member, number) => {
    const figure = tokens[figures[number] ?? 0]
    if (figure === undefined) return []
    const own = [
      ...tokens.slice(0, split).map((token, index) => ({
        ...token,
        isOptional: index < member.start || index >= member.end,
      })),
      ...tokens.slice(split + 2, first),
      withBound(figure, tokens[first]?.amount?.bound ?? '=', bound),
      ...tokens.slice(last + 1),
    ]
    return [{ wording: { ...wording, tokens: own, letters: lettersOf(own) }, members }]
  })
}

/** 95%、90%、85%以上 is 以上 for each; 超过90%、70% as well. */
function withBound(figure: Token, first: string, last: string): Token {
  if (figure.amount?.bound !== '=') return figure
  const bound = first !== '=' ? first : last
  return { ...figure, keys: figure.keys.map((key) => key.replace(/=$/u, bound)) }
}

/** The members of the list in front of 分别; what all share stands at its end and is part of the last. */
function membersOf(tokens: readonly Token[]): readonly Range[] {
  const marks = tokens.flatMap(({ kind, keys }, index) =>
    kind === 'mark' && keys[0] === '、' ? [index] : [],
  )
  if (marks.length === 0) return []
  const starts = [0, ...marks.map((mark) => mark + 1)]
  return starts.map((start, number) => ({ start, end: marks[number] ?? tokens.length }))
}

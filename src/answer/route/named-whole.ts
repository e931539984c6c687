import { escaped } from '../../text/index.ts'
import { readable } from '../evidence/layers.ts'
import type { Judged } from '../judge/selection.ts'
import type { Question } from '../question/question.ts'

const QUOTED = /[“「『‘"](?<phrase>[^”」』’"]{2,12})[”」』’"]/gu
/** 七大机制, 四支队伍: a number with its measure, and the noun it counts. */
const COUNTED =
  /(?<number>[二三四五六七八九十]+[大个项类支条种])(?:\p{Script=Han}{0,6}?)(?<noun>\p{Script=Han}{2})(?![\p{Script=Han}])/gu
/** Clauses that hold the phrase itself need hold less of the rest. */
const LEAST_SHARE = 0.5

/**
 * Of a question that names a whole, in quotation marks or by its number (“六大中心”, 哪七大机制), only the clauses that
 * name it too; all of them where none does.
 */
export function namingTheWhole(question: Question, judged: readonly Judged[]): readonly Judged[] {
  const patterns = patternsOf(question.query.view)
  if (patterns.length === 0) return judged
  const naming = judged
    .filter(({ evidence: { indexed, window, fit } }) => {
      const view = readable(indexed, window)
      return fit > 0 && patterns.every((pattern) => pattern.test(view))
    })
    .map((one) =>
      one.objection === 'weak' && one.evidence.coverage.share >= LEAST_SHARE
        ? { ...one, objection: null }
        : one,
    )
  return naming.some(({ objection }) => objection === null) ? naming : judged
}

function patternsOf(view: string): readonly RegExp[] {
  const quoted = [...view.matchAll(QUOTED)].map((match) => escaped(match.groups?.phrase ?? ''))
  if (quoted.length > 0) return quoted.map((phrase) => new RegExp(phrase, 'u'))
  return [...view.matchAll(COUNTED)].map(
    ({ groups }) => new RegExp(`${groups?.number}\\p{Script=Han}{0,6}${groups?.noun}`, 'u'),
  )
}

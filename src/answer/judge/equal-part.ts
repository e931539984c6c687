import type { Evidence } from '../evidence/evidence.ts'
import { isProse } from '../evidence/layers.ts'
import type { Question } from '../question/question.ts'
import { placeOrYearObjection } from './judge.ts'
import type { Judged } from './selection.ts'

/** Windows whose words hold the question this nearly alike are told apart by nothing that it says. */
const ALIKE = 0.01
const MOST_PARTS = 12

/**
 * The figures that one sentence of a plan, with what its semicolons part, gives of what is asked for several subjects, none of which the question
 * names: 甲院新增床位20张，乙院新增床位30张. The best one alone when there are no others.
 */
export function equalParts(
  best: Evidence,
  judged: readonly Judged[],
  question: Question,
): readonly Evidence[] {
  const asksFigure = question.expected.every(({ kind }) => kind === 'quantity' || kind === 'share')
  if (!asksFigure || isProse(best.indexed)) return [best]
  const parts = [best]
  for (const { evidence } of judged) {
    if (parts.length === MOST_PARTS) break
    if (!isEqual(evidence, best) || placeOrYearObjection(evidence, question) !== null) continue
    const isTaken = parts.some(
      ({ window }) => window.start < evidence.window.end && evidence.window.start < window.end,
    )
    if (!isTaken) parts.push(evidence)
  }
  return parts
}

function isEqual(evidence: Evidence, best: Evidence): boolean {
  return (
    evidence.around.passage === best.around.passage &&
    isOneSentence(evidence, best) &&
    evidence.isHeading === best.isHeading &&
    !evidence.isRival &&
    Math.abs(evidence.innerShare - best.innerShare) < ALIKE &&
    Math.abs(evidence.coverage.share - best.coverage.share) < ALIKE &&
    Math.abs(evidence.fit - best.fit) < ALIKE &&
    evidence.noun === best.noun
  )
}

/** What another sentence says of it may be anything: an older figure, or a planted one. */
function isOneSentence({ window, indexed }: Evidence, { window: other }: Evidence): boolean {
  const [first, second] = window.start < other.start ? [window, other] : [other, window]
  return !/[。!?\n]/u.test(indexed.view.slice(first.end, second.start))
}

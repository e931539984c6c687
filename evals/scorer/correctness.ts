import type { EvalCase } from '../case.ts'
import type { Reply, Score } from './reply.ts'
import { characterF1, squeeze } from './text.ts'

function holds(reply: Reply, forms: readonly string[]): boolean {
  const text = squeeze(reply.text)
  return forms.some((form) => text.includes(squeeze(form)))
}

/** 1 when a reply of the right kind holds every vital fact and none that must not be there, else 0. */
export function scoreCorrectness({ expect }: EvalCase, reply: Reply): Score {
  if (expect.kind !== 'either' && reply.kind !== expect.kind) return 0
  if (expect.must_not.some((form) => holds(reply, [form]))) return 0
  if (reply.kind === 'refused') return 1
  const isEmpty = squeeze(reply.text) === '' || reply.sentences.length === 0
  return !isEmpty && expect.nuggets.every((nugget) => !nugget.vital || holds(reply, nugget.any)) ? 1 : 0
}

export type NuggetKind = 'vital' | 'ordinary'

/** Share of the required facts, or of those of one kind, that the reply holds; null where none is required. */
export function scoreNuggetRecall({ expect }: EvalCase, reply: Reply, kind?: NuggetKind): Score {
  const nuggets = expect.nuggets.filter(({ vital }) => kind === undefined || vital === (kind === 'vital'))
  // Where a refusal is as right, it owes no facts.
  const isFree = expect.kind === 'either' && reply.kind === 'refused'
  if (nuggets.length === 0 || isFree) return null
  return nuggets.filter((nugget) => holds(reply, nugget.any)).length / nuggets.length
}

/**
 * Character F1 of the answer's sentences against the nearest of the gold wordings: the evidence, a part of it, or the
 * bare facts. Null where no answer is known, 0 for a refusal and for an empty answer.
 */
export function scoreAnswerF1({ expect }: EvalCase, reply: Reply): Score {
  const quotes = expect.evidence.map(({ quote }) => quote)
  const facts = expect.nuggets.map(({ any }) => any[0] ?? '')
  if (expect.kind !== 'answered' || quotes.length + facts.length === 0) return null
  if (reply.kind === 'refused') return 0
  const answer = reply.sentences.map(({ text }) => text).join('\n')
  const golds = [quotes.join('\n'), facts.join('\n'), ...(facts.length === 1 ? quotes : [])]
  const scores = golds.map((gold) => characterF1(answer, gold)).filter((score) => score !== null)
  return scores.length === 0 ? null : Math.max(...scores)
}

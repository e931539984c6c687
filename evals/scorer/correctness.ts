import type { EvalCase } from '../case.ts'
import type { Reply, Score } from './reply.ts'

/** Blanks say nothing about whether a fact is there. */
function squeeze(text: string): string {
  return text.replace(/\s+/gu, '')
}

function holds(reply: Reply, forms: readonly string[]): boolean {
  const text = squeeze(reply.text)
  return forms.some((form) => text.includes(squeeze(form)))
}

/** 1 when a reply of the right kind holds every vital fact and none that must not be there, else 0. */
export function scoreCorrectness({ expect }: EvalCase, reply: Reply): Score {
  if (expect.kind !== 'either' && reply.kind !== expect.kind) return 0
  if (reply.kind === 'refused') return 1
  const isComplete = expect.nuggets.every((nugget) => !nugget.vital || holds(reply, nugget.any))
  return isComplete && !expect.must_not.some((form) => holds(reply, [form])) ? 1 : 0
}

/** Share of the required facts that the reply holds; null where none is required. */
export function scoreNuggetRecall({ expect }: EvalCase, reply: Reply): Score {
  if (expect.nuggets.length === 0) return null
  return expect.nuggets.filter((nugget) => holds(reply, nugget.any)).length / expect.nuggets.length
}

import type { EvalCase } from '../case.ts'
import type { SuiteSource } from '../suite.ts'

/** What a stored case asked of the product, also when its suite is no longer there. */
export function taskOf(evalCase: EvalCase | undefined): SuiteSource['task'] {
  if (evalCase?.draft !== undefined) return 'draft'
  if (evalCase?.against !== undefined) return 'proof'
  return (evalCase?.expect.hits.length ?? 0) > 0 ? 'search' : 'answer'
}

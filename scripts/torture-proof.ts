import fc from 'fast-check'
import { anyFigure, isAccepted, withAnotherDigit } from '../evals/proof/altered.ts'
import { prepareEvidence } from '../src/citation/index.ts'

/** Changes one digit of 2,000 true sentences and exits 1 if one of them is still accepted. */
const RUNS = 2000
const seed = Number(process.argv[2] ?? 20261122)
const result = fc.check(
  fc.property(anyFigure, ({ from: { title, sentence }, place, by }) => {
    const evidence = [prepareEvidence({ title, text: sentence })]
    return isAccepted(sentence, evidence) && !isAccepted(withAnotherDigit(sentence, place, by), evidence)
  }),
  { numRuns: RUNS, seed },
)
console.log(
  result.failed ? fc.defaultReportMessage(result) : `${RUNS} changed digits, none accepted (seed ${seed})`,
)
process.exitCode = result.failed ? 1 : 0

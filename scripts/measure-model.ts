// Lets scripted models word the answers of both suites over real sockets: how much of what an honest or a careless
// model writes is proven, and whether any lie of a lying one is shown.
// --answers N: lying answers (default 1,000)
import { parseArgs } from 'node:util'
import { readSuites } from '../test/model-server/material.ts'
import { measureHonesty, measureLies } from '../test/model-server/measure.ts'

const { values } = parseArgs({ options: { answers: { type: 'string', default: '1000' } } })
const suites = await readSuites()
for (const kind of ['honest', 'sloppy'] as const) {
  const { answers, wordedAnswers, written, misfits, broken, rejected, reasons } = await measureHonesty(
    suites,
    kind,
  )
  const first = written - misfits - broken
  console.log(`${kind}: ${answers} answers, ${wordedAnswers} in the model's words; of ${written} sentences`)
  console.log(`  ${first} proven at once, ${broken} sent back, ${broken - rejected} of them repaired`)
  console.log(`  ${misfits} true but not to the question`)
  for (const [reason, count] of reasons) console.log(`  ${count} ${reason}`)
}
const { answers, told, byKind, shown } = await measureLies(suites, Number(values.answers))
console.log(`lying: ${answers} answers, ${told} lies told, ${shown.length} shown`)
for (const [kind, count] of byKind) console.log(`  ${kind}: ${count}`)
for (const { kind, text, truth } of shown) console.log(`  SHOWN ${kind}: ${text}\n    truth: ${truth}`)
if (shown.length > 0) process.exitCode = 1

// Lets scripted models word the answers of both suites over real sockets: how much of what an honest or a careless
// model writes is proven, whether any lie of a lying one is shown, and how the answers of each score in the evals.
// --answers N: lying answers (default 1,000)
import { parseArgs } from 'node:util'
import { QUESTION_SUITES, runSuite, type SuiteSource } from '../evals/suite.ts'
import { respond } from '../src/api/index.ts'
import { createPatientModel } from '../src/model/index.ts'
import { openFixedService } from '../src/runtime/fixed-service.ts'
import { honest, sloppy } from '../test/model-server/author.ts'
import { liar } from '../test/model-server/liar.ts'
import { readSuites } from '../test/model-server/material.ts'
import { chatOf, measureHonesty, measureLies } from '../test/model-server/measure.ts'
import { seeded } from '../test/model-server/random.ts'
import { type Play, serveModel } from '../test/model-server/server.ts'
import { readBytes } from '../test/reader.ts'

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
for (const [name, play] of [
  ['no model', null],
  ['honest', honest],
  ['sloppy', sloppy(seeded(7))],
  ['lying', liar(seeded(1), [])],
] as const) {
  for (const suite of QUESTION_SUITES) {
    const { correctness, citationRecall, citationPrecision, evidenceF1 } = await scored(suite, play)
    console.log(`${suite.name}, ${name}:`, { correctness, citationRecall, citationPrecision, evidenceF1 })
  }
}
const { answers, told, byKind, shown } = await measureLies(suites, Number(values.answers))
console.log(`lying: ${answers} answers, ${told} lies told, ${shown.length} shown`)
for (const [kind, count] of byKind) console.log(`  ${kind}: ${count}`)
for (const { kind, text, truth } of shown) console.log(`  SHOWN ${kind}: ${text}\n    truth: ${truth}`)
if (shown.length > 0) process.exitCode = 1

async function scored(source: SuiteSource, play: Play | null) {
  const deps = await openFixedService(source.files.map(readBytes))
  const server = play === null ? null : await serveModel(play)
  const worded = server === null ? deps : { ...deps, chat: createPatientModel(chatOf(server)) }
  const { figures } = await runSuite({ source, ask: ({ question }) => respond(question, {}, worded) })
  await server?.close()
  return figures
}

import { openAsker } from '../asker.ts'
import { readGate, shortfalls } from '../gate.ts'
import { runSuite, SUITES, type SuiteResult } from '../suite.ts'
import { evaluateScorers } from './meta.ts'

// Runs the suites of questions once and then evaluates the scorers on what was replied: npm run eval:meta
const questions = SUITES.filter(({ task }) => task === 'answer')
const results: SuiteResult[] = []
for (const source of questions) {
  const asker = await openAsker(source)
  results.push(await runSuite({ source, ask: asker.ask }))
  asker.close()
}
const gate = readGate()
const { catches, calibrations, broken, result } = await evaluateScorers(results, questions, gate)

console.log('faults put into good replies, and caught:')
for (const { kind, caught, of, missed } of catches) {
  console.log(`  ${kind.padEnd(18)} ${caught}/${of}`)
  for (const { id, was, is } of missed) console.log(`    missed in ${id}\n      ${was}\n      ${is}`)
}
console.log('scorers against labels:')
for (const { scorer, agreed, of, disagreed } of calibrations) {
  console.log(`  ${scorer.padEnd(18)} ${agreed}/${of}`)
  for (const { why, label, said } of disagreed) console.log(`    ${why}: ${label}, said ${said}`)
}
console.log('products broken on purpose, and what the gate says:')
for (const { broken: name, missed } of broken)
  console.log(`  ${name.padEnd(18)} ${missed.length === 0 ? 'LET THROUGH' : missed.slice(0, 4).join('; ')}`)
for (const [figure, value] of Object.entries(result.figures))
  console.log(`  ${figure.padEnd(28)} ${value === null ? 'unscored' : value.toFixed(4)}`)
const below = shortfalls([result], gate)
for (const line of below) process.stderr.write(`below the gate: ${line}\n`)
process.exitCode = below.length === 0 ? 0 : 1

import { parseArgs } from 'node:util'
import { openAsker } from './asker.ts'
import { readGate, shortfalls } from './gate.ts'
import { printResult } from './report.ts'
import { runSuite, SUITES, type SuiteResult } from './suite.ts'

const { values } = parseArgs({
  options: {
    suite: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    failures: { type: 'boolean', default: false },
  },
})

const results: SuiteResult[] = []
for (const source of SUITES.filter(({ name }) => values.suite === undefined || values.suite.includes(name))) {
  const asker = await openAsker(source)
  results.push(await runSuite({ source, ask: asker.ask }))
  asker.close()
}

if (values.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
else for (const result of results) printResult(result, values.failures)

const missed = shortfalls(results, readGate())
for (const line of missed) process.stderr.write(`below the gate: ${line}\n`)
process.exitCode = missed.length === 0 && results.length > 0 ? 0 : 1

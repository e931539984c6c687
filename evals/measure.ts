import { parseArgs } from 'node:util'
import { openAsker } from './asker.ts'
import { readCases } from './case.ts'
import { filesOf } from './corpus-file.ts'
import { printResult } from './report.ts'
import { runSuite, type SuiteSource } from './suite.ts'

const USAGE = 'node evals/measure.ts DATASET FOLDER [--failures] [--json]'

const { values, positionals } = parseArgs({
  options: { failures: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [dataset, folder] = positionals
if (dataset === undefined || folder === undefined) throw new Error(USAGE)

const source: SuiteSource = {
  name: dataset,
  task: 'answer',
  dataset,
  cases: readCases,
  files: filesOf(folder),
}
const asker = await openAsker(source)
const result = await runSuite({ source, ask: asker.ask })
asker.close()
if (values.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
else printResult(result, values.failures)

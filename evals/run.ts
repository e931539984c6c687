import { parseArgs } from 'node:util'
import { openAsker } from './asker.ts'
import { readGate, shortfalls } from './gate.ts'
import { type CaseResult, runSuite, SUITES, type SuiteResult } from './suite.ts'

const { values } = parseArgs({
  options: {
    suite: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    failures: { type: 'boolean' },
  },
})

const results: SuiteResult[] = []
for (const source of SUITES.filter(({ name }) => values.suite === undefined || values.suite.includes(name))) {
  const asker = await openAsker(source.files)
  results.push(await runSuite(source, asker.ask))
  asker.close()
}

if (values.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
else for (const result of results) print(result)

const missed = shortfalls(results, readGate())
for (const line of missed) process.stderr.write(`below the gate: ${line}\n`)
process.exitCode = missed.length === 0 && results.length > 0 ? 0 : 1

function print({ name, cases, figures }: SuiteResult): void {
  console.log(`\n${name}: ${cases.length} questions`)
  for (const [figure, value] of Object.entries(figures)) {
    console.log(`  ${figure.padEnd(22)} ${value === null ? 'unscored' : value.toFixed(4)}`)
  }
  for (const [group, right, all] of byGroup(cases))
    console.log(`    ${group.padEnd(14)} ${right}/${all} right`)
  if (values.failures)
    for (const result of cases.filter(({ correctness }) => correctness !== 1)) printFailure(result)
}

function byGroup(cases: readonly CaseResult[]): readonly (readonly [string, number, number])[] {
  const groups = [...new Set(cases.map(({ evalCase }) => evalCase.suite))]
  return groups.map((group) => {
    const own = cases.filter(({ evalCase }) => evalCase.suite === group)
    return [group, own.filter(({ correctness }) => correctness === 1).length, own.length]
  })
}

function printFailure({ evalCase, reply }: CaseResult): void {
  const wanted =
    evalCase.expect.kind === 'refused'
      ? 'refusal'
      : evalCase.expect.nuggets.map(({ any }) => any[0]).join(' + ')
  console.log(
    `  ✗ ${evalCase.id} ${evalCase.question}\n      want ${wanted}\n      got  ${reply.kind}: ${reply.text.replace(/\n/g, ' / ')}`,
  )
  for (const { why, citation } of reply.near_misses) console.log(`      near (${why}) ${citation.cited_text}`)
}

import type { CaseResult, SuiteResult } from './suite.ts'

/** Figures of one suite, right answers by group, and on demand every wrong one. */
export function printResult({ name, cases, figures }: SuiteResult, withFailures: boolean): void {
  console.log(`\n${name}: ${cases.length} questions`)
  for (const [figure, value] of Object.entries(figures)) {
    console.log(`  ${figure.padEnd(22)} ${value === null ? 'unscored' : value.toFixed(4)}`)
  }
  for (const [group, right, all] of byGroup(cases))
    console.log(`    ${group.padEnd(14)} ${right}/${all} right`)
  if (withFailures)
    for (const result of cases.filter(({ scores }) => scores.correctness !== 1)) printFailure(result)
}

function byGroup(cases: readonly CaseResult[]): readonly (readonly [string, number, number])[] {
  const groups = [...new Set(cases.map(({ evalCase }) => evalCase.suite))]
  return groups.map((group) => {
    const own = cases.filter(({ evalCase }) => evalCase.suite === group)
    return [group, own.filter(({ scores }) => scores.correctness === 1).length, own.length]
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

// Uploads damaged files, bombs and files that point elsewhere to a real server and checks that it stands them:
// npm run torture:upload -- 500 --seed 1
import { parseArgs } from 'node:util'
import { type Ordeal, torture } from '../test/torture/torture.ts'
import { checksOf, misses } from '../test/torture/verdict.ts'

const MOST_FUZZED = 10_000
/** On a machine that does nothing else; a process that reads a file is ended after so long. */
const SLOWEST_SECONDS = 30

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string', default: '1' } },
  allowPositionals: true,
})
const fuzzed = Number(positionals[0] ?? 500)
const seed = Number(values.seed)
if (!(fuzzed >= 0 && fuzzed <= MOST_FUZZED && Number.isInteger(seed)))
  throw new RangeError(`0 to ${MOST_FUZZED} files and a whole number as seed, please`)

console.log(`${fuzzed} fuzzed files (seed ${seed}), bombs and references`)
const sighting = await torture({ seed, fuzzed, isShort: false }, tell)
printGroups(sighting.ordeals)
const checks = checksOf(sighting, SLOWEST_SECONDS)
console.table(
  checks.map(({ what, allowed, measured, isMet }) => ({
    what,
    allowed,
    measured,
    '': isMet ? 'ok' : 'MISSED',
  })),
)
console.log(
  `server at most ${sighting.peakServerMegabytes.toFixed(0)} MB, silent for at most ${sighting.longestSilenceSeconds.toFixed(1)} s`,
)
for (const miss of misses(sighting, SLOWEST_SECONDS)) console.log(`missed: ${miss}`)
const isWhole = checks.every(({ isMet }) => isMet)
if (!isWhole) console.log(sighting.said)
process.exitCode = isWhole ? 0 : 1

/** Bombs one by one, for each is a story of its own; fuzzed files only where they break a rule. */
function tell({ group, name, seconds, results, reasons, serverMegabytes }: Ordeal): void {
  if (group.startsWith('fuzzed')) return
  const result = `${[...new Set(results)].join(' ')} ${reasons[0] ?? ''}`
  console.log(`${seconds.toFixed(1).padStart(5)} s  ${serverMegabytes.toFixed(0)} MB  ${name}: ${result}`)
}

function printGroups(ordeals: readonly Ordeal[]): void {
  const groups = Map.groupBy(ordeals, ({ group }) => group)
  console.table(
    [...groups].map(([group, members]) => {
      const results = members.flatMap((member) => member.results)
      return {
        group,
        files: members.length,
        documents: results.filter((result) => result === 'document').length,
        refusals: results.filter((result) => result !== 'document').length,
        slowest: Math.max(...members.map(({ seconds }) => seconds)).toFixed(1),
      }
    }),
  )
}

import { pairedSet } from '../evals/proof/paired-set.ts'
import { scoreOf } from '../evals/proof/score.ts'
import { checkClaim, type PreparedEvidence, prepareEvidence } from '../src/citation/index.ts'

/** Prints how well claims are checked, on the half of the sentences rules were made with and the half held back. */
const SEED = 20261122
const prepared = new Map<string, PreparedEvidence>()

function judge(text: string, evidence: { readonly title: string; readonly text: string }) {
  const key = `${evidence.title}\n${evidence.text}`
  const known = prepared.get(key) ?? prepareEvidence(evidence)
  prepared.set(key, known)
  return checkClaim(text, [known])
}

const showsFaults = process.argv.includes('--faults')
const halves = process.argv.includes('--held-back') ? [false, true] : [false]
const set = pairedSet({ seed: SEED, share: 1 })
for (const isHeldBack of halves) {
  const started = performance.now()
  const judged = set
    .filter((claim) => claim.isHeldBack === isHeldBack)
    .map((claim) => ({ claim, result: judge(claim.text, claim.evidence) }))
    .map(({ claim, result }) => ({
      claim,
      result,
      isAccepted: /quoted|proven$/u.test(result.verdict) && result.verdict !== 'unproven',
    }))
  const score = scoreOf(judged)
  const each = (performance.now() - started) / judged.length
  console.log(
    `\n${isHeldBack ? 'held back' : 'open'} half: ${score.claims} claims, ${each.toFixed(2)} ms each`,
  )
  console.log(
    `  balanced accuracy ${score.balancedAccuracy?.toFixed(3)}, false alarms ${score.falseAlarms?.toFixed(3)}`,
  )
  for (const [kind, { right, of }] of Object.entries(score.byKind))
    console.log(`  ${kind.padEnd(16)} ${(right / of).toFixed(3)}  of ${of}`)
  if (showsFaults && !isHeldBack)
    for (const { claim, result, isAccepted } of judged)
      if (isAccepted !== claim.isTrue)
        console.log(
          `${claim.isTrue ? 'ALARM' : 'MISSED'} ${claim.kind} [${result.verdict}] ${claim.text} ${JSON.stringify(result.checks.filter(({ ok }) => !ok).map(({ kind, value }) => `${kind}:${value}`))}`,
        )
}

import { parseArgs } from 'node:util'
import { handPairs } from '../evals/proof/hand-pairs.ts'
import { pairsInFile } from '../evals/proof/pair-file.ts'
import { type PairedClaim, pairedSet } from '../evals/proof/paired-set.ts'
import { isNamed, scoreOf } from '../evals/proof/score.ts'
import { verifyAgainst } from '../src/verification/index.ts'

/**
 * Prints how well claims are checked: on the half of the sentences rules were made with, the half held back, and the
 * claims written by hand.
 */
const SEED = 20261122

async function measure(name: string, claims: readonly PairedClaim[]): Promise<void> {
  const started = performance.now()
  const judge = async (claim: PairedClaim) => {
    const sentences = await verifyAgainst(claim.text, claim.evidence)
    const isAccepted =
      sentences.length > 0 && sentences.every(({ verdict }) => verdict === 'quoted' || verdict === 'proven')
    return {
      claim,
      sentences,
      isAccepted,
      isNamed: isNamed(
        claim,
        sentences.flatMap(({ checks }) => checks),
      ),
    }
  }
  const judged: Awaited<ReturnType<typeof judge>>[] = []
  for (const claim of claims) judged.push(await judge(claim))
  const each = (performance.now() - started) / judged.length
  const score = scoreOf(judged)
  console.log(`\n${name}: ${score.claims} claims, ${each.toFixed(2)} ms each`)
  console.log(
    `  balanced accuracy ${score.balancedAccuracy?.toFixed(3)}, false alarms ${score.falseAlarms?.toFixed(3)}`,
  )
  for (const [kind, { right, of }] of Object.entries(score.byKind))
    console.log(`  ${kind.padEnd(16)} ${(right / of).toFixed(3)}  of ${of}`)
  const telling = judged.filter(({ claim, isAccepted }) => claim.changed?.length && !isAccepted)
  if (telling.length > 0)
    console.log(
      `  the changed words are named by a reason: ${(telling.filter((one) => one.isNamed).length / telling.length).toFixed(3)}`,
    )
  if (!values.faults) return
  for (const { claim, sentences, isAccepted, isNamed } of judged) {
    const isDumb = !isAccepted && claim.changed?.length && !isNamed
    if (isAccepted === claim.isTrue && !isDumb) continue
    const faults = sentences.flatMap(({ verdict, checks }) =>
      checks.filter(({ ok }) => !ok).map(({ kind, value }) => `${verdict} ${kind}:${value}`),
    )
    console.log(
      `${claim.isTrue ? 'ALARM' : isDumb ? 'DUMB' : 'MISSED'} ${claim.kind}\n  C ${claim.text}\n  E ${claim.evidence
        .map(({ title, text }) => `${title} | ${text}`)
        .join(' || ')
        .slice(0, 500)}\n  ${faults.join(' / ')}`,
    )
  }
}

const { values } = parseArgs({
  options: {
    /** Claims in a file, instead of the project's own. */
    file: { type: 'string' },
    hand: { type: 'boolean', default: false },
    /** Prints every claim judged wrongly. Not for sets that are to stay unseen. */
    faults: { type: 'boolean', default: false },
  },
})
if (values.file !== undefined) await measure(values.file, pairsInFile(values.file))
else {
  if (!values.hand) {
    const made = pairedSet({ seed: SEED, share: 1 })
    await measure(
      'made, open half',
      made.filter(({ isHeldBack }) => !isHeldBack),
    )
    await measure(
      'made, half held back',
      made.filter(({ isHeldBack }) => isHeldBack),
    )
  }
  await measure('written by hand', handPairs())
}

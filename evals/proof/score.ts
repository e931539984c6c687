import type { PairedClaim } from './paired-set.ts'

/** How well a checker tells true claims from false ones. */
export interface ProofScore {
  readonly claims: number
  readonly balancedAccuracy: number | null
  /** Share of true claims that were not accepted. */
  readonly falseAlarms: number | null
  /** Share caught, by corruption; share accepted, by rewriting. */
  readonly byKind: Readonly<Record<string, { readonly right: number; readonly of: number }>>
}

export function scoreOf(
  judged: readonly { readonly claim: PairedClaim; readonly isAccepted: boolean }[],
): ProofScore {
  const byKind: Record<string, { right: number; of: number }> = {}
  for (const { claim, isAccepted } of judged) {
    byKind[claim.kind] ??= { right: 0, of: 0 }
    const row = byKind[claim.kind]
    if (row === undefined) continue
    row.of++
    if (isAccepted === claim.isTrue) row.right++
  }
  const shareRight = (isTrue: boolean) => {
    const own = judged.filter(({ claim }) => claim.isTrue === isTrue)
    return own.length === 0 ? null : own.filter(({ isAccepted }) => isAccepted === isTrue).length / own.length
  }
  const accepted = shareRight(true)
  const caught = shareRight(false)
  return {
    claims: judged.length,
    balancedAccuracy: accepted === null || caught === null ? null : (accepted + caught) / 2,
    falseAlarms: accepted === null ? null : 1 - accepted,
    byKind,
  }
}

/** Whether a reason for not accepting a false claim tells the words that were changed, and not much more. */
export function isNamed(
  { changed = [] }: PairedClaim,
  checks: readonly { readonly ok: boolean; readonly value: string; readonly note: string }[],
): boolean {
  return checks.some(
    ({ ok, value, note }) =>
      !ok &&
      changed.some(
        (words) =>
          words.includes(value) || (value.length <= words.length + 12 && `${value} ${note}`.includes(words)),
      ),
  )
}

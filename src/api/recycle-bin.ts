const KEPT_MS = 30 * 24 * 60 * 60 * 1000

/** What lies in a recycle bin, whatever it is. */
interface Discarded {
  readonly id: string
  /** ISO time. */
  readonly discardedAt: string
}

/** What has lain in its bin for its time. */
export function expired<T extends Discarded>(bin: readonly T[], now: Date): readonly T[] {
  return bin.filter((one) => erasedOn(one) <= now)
}

/** When it was put in, and when it goes for good. */
export function toLyingJson(one: Discarded) {
  return { discarded_at: one.discardedAt, erased_on: erasedOn(one).toISOString() }
}

function erasedOn({ discardedAt }: Discarded): Date {
  return new Date(Date.parse(discardedAt) + KEPT_MS)
}

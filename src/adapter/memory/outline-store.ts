import type { Outline, OutlineHead, OutlineStore, OutlineVersion } from '../../outline/index.ts'

interface Held {
  readonly versions: readonly OutlineVersion[]
  /** Null outside of the recycle bin. */
  readonly discardedAt: string | null
}

const MOST_HELD = 200
const NONE: Held = { versions: [], discardedAt: null }

/** Drafts for as long as the process lives; those saved longest ago make room for new ones. */
export function createMemoryOutlineStore(): OutlineStore {
  const held = new Map<string, Held>()
  const keptVersions = (id: string) => {
    const { versions, discardedAt } = held.get(id) ?? NONE
    return discardedAt === null ? versions : []
  }
  return {
    save: (outline, after, saved) => {
      const { versions, discardedAt } = held.get(outline.id) ?? NONE
      if (versions.length !== after || discardedAt !== null) return undefined
      const number = after + 1
      // Set anew, so that the first key is the one saved longest ago.
      held.delete(outline.id)
      held.set(outline.id, { versions: [...versions, { ...saved, number, outline }], discardedAt })
      const [oldest] = held.keys()
      if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
      return number
    },
    get: (id, version) => keptVersions(id).at(version === undefined ? -1 : version - 1),
    versions: (id) =>
      keptVersions(id)
        .map(({ number, note, savedAt }) => ({ number, note, savedAt }))
        .reverse(),
    list: () => [...held.keys()].flatMap((id) => headsOf(keptVersions(id))).reverse(),
    discard: (id, at) => {
      const known = held.get(id)
      if (known?.discardedAt !== null) return false
      held.set(id, { ...known, discardedAt: at })
      return true
    },
    discarded: () =>
      [...held.values()]
        .flatMap(({ versions, discardedAt }) =>
          discardedAt === null ? [] : headsOf(versions).map((head) => ({ ...head, discardedAt })),
        )
        .reverse()
        .sort((a, b) => b.discardedAt.localeCompare(a.discardedAt)),
    restore: (id) => {
      const known = held.get(id)
      if (known === undefined || known.discardedAt === null) return false
      held.set(id, { ...known, discardedAt: null })
      return true
    },
    remove: (id) => held.delete(id),
  }
}

/** None where there are no versions. */
function headsOf(versions: readonly OutlineVersion[]): readonly OutlineHead[] {
  return versions
    .slice(-1)
    .map(({ outline, number, savedAt }) => ({ ...named(outline), version: number, savedAt }))
}

function named({ id, region, year, title }: Outline) {
  return { id, region, year, title }
}

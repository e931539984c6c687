import type { OutlineStore, OutlineVersion } from '../../outline/index.ts'

const MOST_HELD = 200

/** Drafts for as long as the process lives; those saved longest ago make room for new ones. */
export function createMemoryOutlineStore(): OutlineStore {
  const held = new Map<string, readonly OutlineVersion[]>()
  const newest = (id: string) => held.get(id)?.at(-1)
  return {
    save: (outline, after, saved) => {
      const known = held.get(outline.id) ?? []
      if (known.length !== after) return undefined
      const number = after + 1
      // Set anew, so that the first key is the one saved longest ago.
      held.delete(outline.id)
      held.set(outline.id, [...known, { ...saved, number, outline }])
      const [oldest] = held.keys()
      if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
      return number
    },
    get: (id, version) => (version === undefined ? newest(id) : held.get(id)?.[version - 1]),
    versions: (id) =>
      (held.get(id) ?? []).map(({ number, note, savedAt }) => ({ number, note, savedAt })).reverse(),
    list: () =>
      [...held.values()]
        .flatMap((versions) => versions.at(-1) ?? [])
        .map(({ outline: { id, region, year, title }, number, savedAt }) => ({
          id,
          region,
          year,
          title,
          version: number,
          savedAt,
        }))
        .reverse(),
    remove: (id) => held.delete(id),
  }
}

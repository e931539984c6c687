import type { Ordeal, Sighting } from './torture.ts'

/** One line of the table: what is held against what. */
export interface Check {
  readonly what: string
  readonly allowed: string
  readonly measured: string
  readonly isMet: boolean
}

const LARGEST_CHILD_MEGABYTES = 2048
/** A text as long as may be read takes hundreds, and the engine gives them back when it likes. */
const LARGEST_SERVER_MEGABYTES = 2048
const LARGEST_GROWTH_MEGABYTES = 150
/** Files after which code is compiled and caches are filled. */
const WARM_UP = 30
const ACCOUNTS = /^root:[^:]*:0:0:/mu

/** Whether the server stood it, line by line. */
export function checksOf(sighting: Sighting, slowestSeconds: number): readonly Check[] {
  const { ordeals } = sighting
  const hung = ordeals.filter(
    ({ seconds, results }) => seconds > slowestSeconds || results.includes('unfinished'),
  )
  return [
    atMost('deaths of the server', sighting.hasDied || !sighting.isHealthy ? 1 : 0, 0),
    atMost(`files that took more than ${slowestSeconds} s`, hung.length, 0),
    atMost('files without a document or a named refusal', ordeals.filter(isUnnamed).length, 0),
    atMost('files left behind', sighting.strayFiles.length, 0),
    atMost('processes left behind', sighting.childrenLeft, 0),
    atMost('connections to the canary', sighting.canaryTouched, 0),
    atMost('documents with another file in them', ordeals.filter(leaks).length, 0),
    atMost('growth of the server over fuzzed files, MB', growthOf(ordeals), LARGEST_GROWTH_MEGABYTES),
    atMost('largest server, MB', Math.round(sighting.peakServerMegabytes), LARGEST_SERVER_MEGABYTES),
    atMost('largest child, MB', Math.round(sighting.peakChildMegabytes), LARGEST_CHILD_MEGABYTES),
  ]
}

/** Ordeals that break one of the rules for a single file. */
export function misses({ ordeals }: Sighting, slowestSeconds: number): readonly string[] {
  return ordeals
    .filter((ordeal) => ordeal.seconds > slowestSeconds || isUnnamed(ordeal) || leaks(ordeal))
    .map(
      ({ group, name, seconds, results, reasons }) =>
        `${group}, ${name}: ${seconds.toFixed(1)} s, ${results.join(' ')} ${reasons.join(' ')}`,
    )
}

function atMost(what: string, measured: number, allowed: number): Check {
  return { what, allowed: `≤ ${allowed}`, measured: String(measured), isMet: measured <= allowed }
}

function isUnnamed({ results, reasons }: Ordeal): boolean {
  const isNamed = reasons.every((reason) => /\p{Script=Han}/u.test(reason))
  return (
    results.length === 0 ||
    !isNamed ||
    results.some((result) => /^(?:internal|unfinished|no answer)$/u.test(result))
  )
}

function leaks({ texts }: Ordeal): boolean {
  return texts.some((text) => ACCOUNTS.test(text))
}

/** What fuzzed files, all of them small, leave in memory once the first of them have been. */
function growthOf(ordeals: readonly Ordeal[]): number {
  const sizes = ordeals
    .filter(({ group }) => group.startsWith('fuzzed'))
    .map(({ serverMegabytes }) => serverMegabytes)
  return Math.round((sizes.at(-1) ?? 0) - Math.max(0, ...sizes.slice(0, WARM_UP)))
}

import { formatNumber } from './number-format.ts'
import type { List, ListLevel } from './numbering.ts'

const DEEPEST_LEVEL = 8
/** Labels that need no space before the text they stand before. */
const CLOSES_ITSELF = /[、，。．：；）】〉》」』\u3000]$/u

/** Counts the paragraphs of all lists of one document in their order and writes their labels. */
export class ListCounter {
  readonly #counters = new Map<string, (number | undefined)[]>()
  readonly #started = new Set<string>()

  /** The label of the next paragraph of a list, with what stands between it and the text. */
  next(numId: string, list: List, ilvl: number): string {
    const at = Math.min(Math.max(ilvl, 0), DEEPEST_LEVEL)
    const level = list.levels.get(at)
    if (level === undefined) return ''
    const counters = this.#countersOf(list)
    this.#applyOverrides(numId, list, counters)
    counters[at] = counters[at] === undefined ? startOf(list, at, level) : counters[at] + 1
    for (let higher = 0; higher < at; higher++) {
      counters[higher] ??= startOf(list, higher, list.levels.get(higher))
    }
    for (let deeper = at + 1; deeper <= DEEPEST_LEVEL; deeper++) {
      const restartAfter = list.levels.get(deeper)?.restartAfter
      if (restartAfter === undefined || at + 1 <= restartAfter) counters[deeper] = undefined
    }
    return labelOf(list, level, counters)
  }

  #countersOf({ abstractId }: List): (number | undefined)[] {
    const counters = this.#counters.get(abstractId) ?? []
    this.#counters.set(abstractId, counters)
    return counters
  }

  #applyOverrides(numId: string, list: List, counters: (number | undefined)[]): void {
    if (this.#started.has(numId)) return
    this.#started.add(numId)
    for (const at of list.startOverrides.keys()) counters[at] = undefined
  }
}

function startOf(list: List, at: number, level: ListLevel | undefined): number {
  return list.startOverrides.get(at) ?? level?.start ?? 1
}

function labelOf(list: List, level: ListLevel, counters: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return `${bulletOf(level.text)} `
  const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const source = list.levels.get(at)
    const format = level.isLegal ? 'decimal' : (source?.format ?? 'decimal')
    return formatNumber(format, counters[at] ?? startOf(list, at, source))
  })
  if (label === '' || level.suffix === 'nothing') return label
  return CLOSES_ITSELF.test(label) ? label : `${label} `
}

/** Bullets of symbol fonts lie in the private use area and mean nothing without the font. */
function bulletOf(text: string): string {
  return text.replace(/[\ue000-\uf8ff]/gu, '•')
}

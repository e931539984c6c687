import { childAt, elementsOf, type XmlElement } from '../archive/index.ts'
import { byAttribute, isOn, settingOf, wholeOf } from './properties.ts'
import type { Styles } from './styles.ts'

/** One level of a list. */
export interface ListLevel {
  readonly start: number
  readonly format: string
  /** Pattern of the label; `%1` stands for the counter of the first level. */
  readonly text: string
  readonly suffix: string
  /** The level whose use starts this one again; 0 never, undefined every higher one. */
  readonly restartAfter: number | undefined
  /** All counters of the label in decimal. */
  readonly isLegal: boolean
  /** Paragraph style this level belongs to. */
  readonly styleId: string | undefined
}

/** A list as one `w:num` uses it. */
export interface List {
  /** Lists of one abstract definition go on counting together. */
  readonly abstractId: string
  readonly levels: ReadonlyMap<number, ListLevel>
  /** Levels that begin again with the first paragraph of this list. */
  readonly startOverrides: ReadonlyMap<number, number>
}

const LONGEST_CHAIN = 5

/** Resolves `w:numId` to its list, through overrides and numbering styles. */
export function createLists(
  part: XmlElement | undefined,
  styles: Styles,
): (numId: string) => List | undefined {
  const abstracts = byAttribute(part, 'abstractNum', 'abstractNumId')
  const nums = byAttribute(part, 'num', 'numId')
  const known = new Map<string, List | undefined>()
  const resolve = (numId: string, hops = 0): List | undefined => {
    const num = nums.get(numId)
    const abstractId = settingOf(num, 'abstractNumId')
    const abstract = abstractId === undefined ? undefined : abstracts.get(abstractId)
    if (num === undefined || abstractId === undefined || abstract === undefined) return undefined
    const link = settingOf(abstract, 'numStyleLink')
    const linked = link === undefined ? undefined : styles.listOf(link)
    const base = linked === undefined || hops >= LONGEST_CHAIN ? undefined : resolve(linked, hops + 1)
    return overridden(num, base ?? { abstractId, levels: levelsOf(abstract), startOverrides: new Map() })
  }
  return (numId) => {
    if (!known.has(numId)) known.set(numId, resolve(numId))
    return known.get(numId)
  }
}

function overridden(num: XmlElement, base: List): List {
  const levels = new Map(base.levels)
  const startOverrides = new Map(base.startOverrides)
  for (const override of elementsOf(num, 'lvlOverride')) {
    const at = wholeOf(override.attributes.get('ilvl')) ?? 0
    const level = childAt(override, 'lvl')
    if (level !== undefined) levels.set(at, levelOf(level))
    const start = wholeOf(settingOf(override, 'startOverride'))
    if (start !== undefined) startOverrides.set(at, start)
  }
  return { ...base, levels, startOverrides }
}

function levelsOf(abstract: XmlElement): ReadonlyMap<number, ListLevel> {
  return new Map(
    elementsOf(abstract, 'lvl').map((level) => [wholeOf(level.attributes.get('ilvl')) ?? 0, levelOf(level)]),
  )
}

function levelOf(level: XmlElement): ListLevel {
  const format = childAt(level, 'numFmt') ?? choiceOf(level)
  return {
    start: wholeOf(settingOf(level, 'start')) ?? 0,
    format: format?.attributes.get('val') ?? 'decimal',
    text: childAt(level, 'lvlText')?.attributes.get('val') ?? '',
    suffix: settingOf(level, 'suff') ?? 'tab',
    restartAfter: wholeOf(settingOf(level, 'lvlRestart')),
    isLegal: isOn(level, 'isLgl') ?? false,
    styleId: settingOf(level, 'pStyle'),
  }
}

/** Newer formats stand in `mc:AlternateContent`, where the fallback is what every program knows. */
function choiceOf(level: XmlElement): XmlElement | undefined {
  return childAt(level, 'AlternateContent', 'Fallback', 'numFmt')
}

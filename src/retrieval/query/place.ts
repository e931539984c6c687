import { type Jurisdiction, overlaps, type Range } from '../../corpus/index.ts'
import { bareName, isPlaceObject, type PlaceMention } from '../../text/index.ts'
import type { Catalogue } from './catalogue.ts'

export interface FoundRegion extends Range {
  /** Jurisdiction name as the corpus has it. */
  readonly name: string
}

export interface FoundPlaces {
  /** Mentions of places the corpus has documents of. */
  readonly regions: readonly FoundRegion[]
  /** Places without a document, as written; the places above a found region are not among them. */
  readonly foreign: readonly string[]
  /** What the filters have consumed of the question. */
  readonly ranges: readonly Range[]
  /** How slips were taken, in plain Chinese. */
  readonly notes: readonly string[]
}

/** 县域 is a word of its own. */
const WHOLE_PLACE = /^(?:市|区|县|省)(?!域)(?=[\p{Script=Han}\d]|$)/u
/** 健康某地 is the name of a programme; the place in it stays part of what is asked. */
const SLOGAN = /(?:健康|平安|清廉|法治|数字|智慧|美丽|文明|幸福)$/u
const PART_OF_NAME = /^(?:大学(?!生)|医院|医学院|学院|路|街|银行|话|菜|名医)/u

/** @param view normalised question */
export function findPlaces(view: string, catalogue: Catalogue): FoundPlaces {
  const regions: FoundRegion[] = []
  const others: Written[] = []
  const ranges: Range[] = []
  const all = catalogue.gazetteer.find(view)
  for (const mention of all) {
    const rest = view.slice(mention.end)
    if (isPartOfTown(mention, all)) continue
    // 向某县派驻: what is asked about, and not the place that is asked.
    if (isPlaceObject(view, mention) && isAsked(mention, all, view)) continue
    const isOwnHospital = mention.isFull && /^医院/u.test(rest)
    if (!isOwnHospital && PART_OF_NAME.test(rest)) continue
    const held = mention.divisions.find((division) => catalogue.places.has(division.name))
    if (held === undefined) {
      others.push({ name: mention.name, range: { start: mention.start, end: mention.end } })
      continue
    }
    const ending =
      mention.isFull || !held.name.endsWith(rest[0] ?? ' ') ? 0 : (WHOLE_PLACE.exec(rest)?.[0].length ?? 0)
    // 某县医院 is the county's hospital: the county is found, and 县医院 stays part of what is asked.
    const range = { start: mention.start, end: isOwnHospital ? mention.end - 1 : mention.end + ending }
    regions.push({ ...range, name: held.name })
    if (!SLOGAN.test(view.slice(0, mention.start))) ranges.push(range)
  }
  const misspelt = misspeltIn(view, regions, others, catalogue)
  const named = [...regions, ...misspelt].sort((a, b) => a.start - b.start)
  // 成县 in 浦成县 is part of the slip and no place of its own.
  const apart = others.filter(({ range }) => !misspelt.some((slip) => overlaps(slip, range)))
  const above = apart.filter(({ name }) => named.some((region) => isAbove(name, region.name, catalogue)))
  const foreign = apart.filter((other) => !above.includes(other)).map(({ name }) => name)
  return {
    regions: named,
    foreign: [...new Set(foreign)],
    ranges: [...ranges, ...misspelt, ...above.map(({ range }) => range)],
    notes: misspelt.map(({ start, end, name }) => `“${view.slice(start, end)}”按${name}理解。`),
  }
}

/** Another place stands in front, or the question asks which place it is. */
function isAsked({ start }: PlaceMention, all: readonly PlaceMention[], view: string): boolean {
  return all.some((other) => other.end <= start) || WHICH_PLACE.test(view)
}

const WHICH_PLACE = /哪(?:些|几?个)?(?:省|城?市|区县|县|区|地方|地区)|谁/u

/** 医院东区, 城区: a part of a place and no place, unless the city that has a district of that name stands before it. */
function isPartOfTown(mention: PlaceMention, all: readonly PlaceMention[]): boolean {
  return /^[东西南北中城郊矿]区$/u.test(mention.name) && !all.some(({ end }) => end === mention.start)
}

interface Written {
  readonly name: string
  readonly range: Range
}

const JOINT = /^\s*(?:和|与|跟|同|及|、|,|比|对比|vs)\s*$/u

/**
 * Slips that can only mean a place of the corpus: beside another place they must be joined to it or stand with their
 * ending. A bare name takes the 市 or 县 behind it along.
 */
function misspeltIn(
  view: string,
  regions: readonly FoundRegion[],
  others: readonly Written[],
  { findMisspelt }: Catalogue,
): readonly FoundRegion[] {
  const slips = findMisspelt(view).map(({ name, start, end }) => {
    const ending = end - start === name.length ? 0 : (WHOLE_PLACE.exec(view.slice(end))?.[0].length ?? 0)
    return { name, start, end: end + ending }
  })
  return slips.filter((slip) => {
    const places = [...regions, ...others.map(({ range }) => range)]
    const apart = places.filter((place) => !overlaps(slip, place))
    const isWithin = places.every((place) => !overlaps(slip, place) || slip.start < place.start)
    if (!isWithin || regions.some((region) => overlaps(slip, region) || region.name === slip.name))
      return false
    const isWhole = slip.end - slip.start === slip.name.length
    return apart.length === 0 || isWhole || apart.some((place) => areJoined(view, slip, place))
  })
}

function areJoined(view: string, a: Range, b: Range): boolean {
  return JOINT.test(a.start < b.start ? view.slice(a.end, b.start) : view.slice(b.end, a.start))
}

const WHOLE = /(?:全|我|本)(?<ending>省|市|州|盟|县|旗)(?!级|外|际)|各(?:区县|县区|县\(市|市县|县市|区市)/u
/** What the places of these endings are, as far as more than one ending is called so. */
const ALIKE: Readonly<Record<string, readonly string[]>> = { 省: ['省', '自治区'], 县: ['县', '旗'] }

/**
 * 全省, 全市, 各区县 without a name: the words that say so, and whether a place can be meant. Undefined where the
 * question says nothing of the kind.
 */
export function wholePlaceIn(view: string) {
  const found = WHOLE.exec(view)
  if (found === null) return undefined
  const ending = found.groups?.ending
  const isMeant = ({ name, level }: Jurisdiction) =>
    ending === undefined
      ? level !== 'county' && level !== 'district'
      : (ALIKE[ending] ?? [ending]).some((one) => name.endsWith(one))
  return { words: found[0], isMeant }
}

/** Whether a place of this name lies above the jurisdiction: 浙江慈溪 names one place. */
function isAbove(name: string, jurisdiction: string, { places, gazetteer }: Catalogue): boolean {
  let parent = places.get(jurisdiction)?.parent ?? null
  while (parent !== null) {
    if (parent === name || bareName(parent) === name) return true
    parent = gazetteer.named(parent)[0]?.parent ?? null
  }
  return false
}

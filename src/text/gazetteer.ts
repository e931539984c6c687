import type { Jurisdiction, JurisdictionLevel, Range } from '../corpus/index.ts'

/** A place name found in a text. Several divisions may share one name. */
export interface PlaceMention extends Range {
  readonly name: string
  readonly divisions: readonly Jurisdiction[]
  /** Whether the name stands with its 省, 市, 区 or 县. */
  readonly isFull: boolean
}

/** The administrative divisions of the country, found in text by name. */
export interface Gazetteer {
  /** Longest names first, no overlaps, in reading order. */
  find(view: string): readonly PlaceMention[]
  /** Divisions called so, with or without their ending. */
  named(name: string): readonly Jurisdiction[]
}

/** Peoples after whom autonomous places are named. */
const PEOPLES =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|各'
const ENDING = new RegExp(
  `(?:(?:(?:${PEOPLES})族)*自治[州县旗区]|特别行政区|林区|新区|地区|[省市区县盟旗])$`,
  'u',
)
/** Peoples whose names stand in place names without 族: 新疆维吾尔, 巴音郭楞蒙古. */
const BARE_PEOPLE = /(?<=..)(?:蒙古|维吾尔|哈萨克|柯尔克孜)$/u
const NATION: Jurisdiction = { name: '中国', level: 'nation', parent: null }

/** The country's divisions are asked for again whenever the corpus changes. */
const bareNames = new Map<string, string>()
const MOST_BARE_NAMES = 10_000

/** The name without its 省, 市, 区, 县 …, when at least two characters remain. */
export function bareName(name: string): string {
  const known = bareNames.get(name)
  if (known !== undefined) return known
  const stem = name.replace(ENDING, '').replace(BARE_PEOPLE, '')
  const bare = stem.length >= 2 ? stem : name
  if (bareNames.size < MOST_BARE_NAMES) bareNames.set(name, bare)
  return bare
}

/**
 * @param divisions every known division
 * @param trustedBareNames county-level names that may be recognised without their ending; county names are
 *   often ordinary words (合作, 资源, 公安), so only those known to be meant, such as the corpus's own, are safe
 */
export function createGazetteer(
  divisions: readonly Jurisdiction[],
  trustedBareNames: ReadonlySet<string> = new Set(),
): Gazetteer {
  const byName = new Map<string, { divisions: Jurisdiction[]; isFull: boolean }>()
  const register = (name: string, division: Jurisdiction, isFull: boolean) => {
    const known = byName.get(name)
    if (known === undefined) byName.set(name, { divisions: [division], isFull })
    else if (known.isFull === isFull) known.divisions.push(division)
    else if (isFull) byName.set(name, { divisions: [division], isFull })
  }
  for (const division of divisions) {
    register(division.name, division, true)
    const bare = bareName(division.name)
    if (bare !== division.name && isSafeBare(bare, division.level, trustedBareNames)) {
      register(bare, division, false)
    }
  }
  const lengths = lengthsByStart(byName.keys())
  return {
    named: (name) => byName.get(name)?.divisions ?? (name === NATION.name ? [NATION] : []),
    find: (view) => findPlaces(view, byName, lengths),
  }
}

/** Prefecture names that are also everyday words of plans. */
const EVERYDAY_WORDS: ReadonlySet<string> = new Set(['东方', '安康', '大同'])

function isSafeBare(bare: string, level: JurisdictionLevel, trusted: ReadonlySet<string>): boolean {
  if (trusted.has(bare)) return true
  if (level === 'county' || level === 'district') return false
  return !EVERYDAY_WORDS.has(bare)
}

/** How long the names are that begin with the same two characters, longest first. */
function lengthsByStart(names: Iterable<string>): ReadonlyMap<string, readonly number[]> {
  const lengths = new Map<string, number[]>()
  for (const name of names) {
    const start = name.slice(0, 2)
    const known = lengths.get(start)
    if (known === undefined) lengths.set(start, [name.length])
    else if (!known.includes(name.length)) known.push(name.length)
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a)
  return lengths
}

function findPlaces(
  view: string,
  byName: ReadonlyMap<string, { divisions: readonly Jurisdiction[]; isFull: boolean }>,
  lengths: ReadonlyMap<string, readonly number[]>,
): readonly PlaceMention[] {
  const mentions: PlaceMention[] = []
  for (let at = 0; at < view.length; at++) {
    for (const length of lengths.get(view.slice(at, at + 2)) ?? []) {
      const name = view.slice(at, at + length)
      const known = byName.get(name)
      if (known === undefined) continue
      mentions.push({ start: at, end: at + length, name, divisions: known.divisions, isFull: known.isFull })
      at += length - 1
      break
    }
  }
  return mentions
}

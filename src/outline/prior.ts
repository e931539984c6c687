import type { Corpus, Document, IndexedDocument, Jurisdiction } from '../corpus/index.ts'
import { normalisedView } from '../corpus/index.ts'
import { bareName } from '../text/index.ts'
import { OutlineRefusal } from './refusal.ts'

/** What an outline of one body for one year may rest on. */
export interface PriorPlans {
  readonly region: string
  readonly jurisdiction: Jurisdiction
  readonly year: number
  /** The body's annual plans before that year, one a year, the newest first; never empty. */
  readonly annual: readonly IndexedDocument[]
  /** Its multi-year plans that cover the year. */
  readonly running: readonly IndexedDocument[]
  /** The last plan or two of each other body. */
  readonly others: readonly IndexedDocument[]
  /** What was left aside, in plain Chinese sentences. */
  readonly remarks: readonly string[]
}

/** Other bodies looked at; the nearest in level and time. */
const MOST_OTHERS = 40

/**
 * Chooses what an outline rests on.
 * @throws OutlineRefusal when the corpus has no annual plan of the body before the year
 */
export function priorPlans(region: string, year: number, corpus: Corpus): PriorPlans {
  const all = [...corpus.documents.values()]
  const jurisdiction = placeOf(region, all)
  const own = all.filter(({ document }) => isSamePlace(document, jurisdiction))
  const annual = annualBefore(own, year)
  const [newest] = annual
  if (newest === undefined) throw refusalFor(own, jurisdiction.name, year)
  const running = own.filter(({ document }) => {
    const years = document.metadata.years?.value
    return kindOf(document) === 'multi_year_plan' && years && years[0] <= year && year <= years[1]
  })
  return {
    region: jurisdiction.name,
    jurisdiction,
    year,
    annual,
    running,
    others: othersOf(all, jurisdiction, year),
    remarks: remarksOf(own, annual, jurisdiction.name, year),
  }
}

function placeOf(region: string, all: readonly IndexedDocument[]): Jurisdiction {
  const wanted = normalisedView(region).trim()
  const places = new Map<string, Jurisdiction>()
  for (const { document } of all) {
    const place = document.metadata.jurisdiction?.value
    if (place) places.set(`${place.parent ?? ''}/${place.name}`, place)
  }
  const named = [...places.values()].filter(({ name }) => normalisedView(name) === wanted)
  const found =
    named.length > 0 ? named : [...places.values()].filter(({ name }) => bareName(name) === bareName(wanted))
  const [place, other] = found
  if (wanted === '' || place === undefined)
    throw new OutlineRefusal(
      `文库里没有“${region}”的工作计划，起草没有依据。请先导入该地区往年的工作要点。`,
      {
        details: { region },
      },
    )
  if (other !== undefined)
    throw new OutlineRefusal(
      `“${region}”有几处：${found.map(({ name, parent }) => `${parent ?? ''}${name}`).join('、')}。请写全名称。`,
      { details: { region } },
    )
  return place
}

function isSamePlace({ metadata }: Document, { name, parent }: Jurisdiction): boolean {
  const place = metadata.jurisdiction?.value
  return place?.name === name && place.parent === parent
}

function kindOf({ metadata }: Document) {
  return metadata.kind?.value ?? 'other'
}

/** The year of an annual plan; undefined for anything else. */
export function annualYear({ document }: IndexedDocument): number | undefined {
  const years = document.metadata.years?.value
  return kindOf(document) === 'annual_plan' && years && years[0] === years[1] ? years[0] : undefined
}

/** One plan a year: of several the one with the most to say. */
function annualBefore(own: readonly IndexedDocument[], year: number): readonly IndexedDocument[] {
  const byYear = new Map<number, IndexedDocument>()
  for (const plan of own) {
    const planYear = annualYear(plan)
    if (planYear === undefined || planYear >= year) continue
    const known = byYear.get(planYear)
    if (known === undefined || sizeOf(plan) > sizeOf(known)) byYear.set(planYear, plan)
  }
  return [...byYear].sort(([a], [b]) => b - a).map(([, plan]) => plan)
}

function sizeOf({ document }: IndexedDocument): number {
  const planned = document.parts.filter(({ kind }) => kind === 'plan')
  return planned.reduce((sum, { start, end }) => sum + end - start, 0)
}

function refusalFor(own: readonly IndexedDocument[], region: string, year: number): OutlineRefusal {
  const years = own.flatMap((plan) => annualYear(plan) ?? []).sort((a, b) => a - b)
  const held =
    years.length > 0
      ? `文库里只有${[...new Set(years)].map((each) => `${each}年`).join('、')}的。`
      : '文库里没有它的年度工作要点。'
  return new OutlineRefusal(
    `起草${region}${year}年的提纲要以${year}年以前的年度工作要点为依据，${held}请先导入往年的工作要点。`,
    { details: { region, year } },
  )
}

function othersOf(
  all: readonly IndexedDocument[],
  own: Jurisdiction,
  year: number,
): readonly IndexedDocument[] {
  const byPlace = new Map<string, { plan: IndexedDocument; year: number }>()
  for (const plan of all) {
    const place = plan.document.metadata.jurisdiction?.value
    const years = plan.document.metadata.years?.value
    if (!place || !years || isSamePlace(plan.document, own) || kindOf(plan.document) === 'other') continue
    if (years[0] > year) continue
    const key = `${place.parent ?? ''}/${place.name}/${kindOf(plan.document)}`
    const known = byPlace.get(key)
    if (known === undefined || years[1] > known.year) byPlace.set(key, { plan, year: years[1] })
  }
  const isNear = ({ document }: IndexedDocument) => document.metadata.jurisdiction?.value.level === own.level
  return [...byPlace.values()]
    .sort((a, b) => Number(isNear(b.plan)) - Number(isNear(a.plan)) || b.year - a.year)
    .slice(0, MOST_OTHERS)
    .map(({ plan }) => plan)
}

function remarksOf(
  own: readonly IndexedDocument[],
  annual: readonly IndexedDocument[],
  region: string,
  year: number,
): readonly string[] {
  const remarks: string[] = []
  const newest = annual[0] && annualYear(annual[0])
  if (newest !== undefined && newest < year - 1)
    remarks.push(
      `最近一份年度工作要点是${newest}年的，与${year}年相隔${year - newest}年，各项是否仍在推进要逐条核对。`,
    )
  if (annual.length === 1) remarks.push(`只有${newest}年一份年度工作要点可依，看不出哪些提法是每年都写的。`)
  if (own.some((plan) => annualYear(plan) === year))
    remarks.push(`文库里已有${region}${year}年的工作要点，本稿没有参考它。`)
  const unread = own.filter(({ document }) => kindOf(document) !== 'other' && !document.metadata.years)
  for (const { document } of unread) remarks.push(`《${document.file}》没有读出年份，没有作为依据。`)
  return remarks
}

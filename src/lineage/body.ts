import type { Corpus, Document, IndexedDocument, TargetRow } from '../corpus/index.ts'
import { normalisedView } from '../corpus/index.ts'
import { bareName } from '../text/index.ts'
import { itemsOf } from './items.ts'
import type { PlanOfItems } from './lineage.ts'

export interface LineageRequest {
  /** A place, with or without 市, 区 or 县. */
  readonly region: string
  /** The years to be looked at; all where they are not given. */
  readonly from?: number
  readonly to?: number
}

/** The plans of one body, oldest first, and what of that place was left out and why. */
export interface BodyPlans {
  readonly plans: readonly PlanOfItems[]
  /** Plain Chinese sentences. */
  readonly notes: readonly string[]
}

/** @param rowsOf the ledger of a plan */
export function plansOf(
  corpus: Corpus,
  rowsOf: (indexed: IndexedDocument) => readonly TargetRow[],
  request: LineageRequest,
): BodyPlans {
  const found = [...corpus.documents.values()].filter(({ document }) => isAskedFor(document, request))
  const plans = found
    .flatMap((indexed) => planOf(indexed, rowsOf(indexed)) ?? [])
    .sort((a, b) => a.years[0] - b.years[0] || a.years[1] - b.years[1] || b.items.length - a.items.length)
  const field = mostCommon(plans.filter(({ isAnnual }) => isAnnual).map(fieldOf))
  const ofBody = plans.filter((plan) => !plan.isAnnual || isOfField(fieldOf(plan), field))
  const kept = ofBody.filter(
    (plan, at) =>
      !plan.isAnnual ||
      !ofBody.slice(0, at).some((other) => other.isAnnual && other.years[0] === plan.years[0]),
  )
  return { plans: kept, notes: plans.filter((plan) => !kept.includes(plan)).map(leftOut) }
}

function isAskedFor({ metadata }: Document, { region, from, to }: LineageRequest): boolean {
  const place = metadata.jurisdiction?.value.name
  const years = metadata.years?.value
  if (place === undefined || years === undefined) return false
  const isPlace = bareName(normalisedView(place)) === bareName(normalisedView(region).trim())
  return isPlace && years[1] >= (from ?? years[1]) && years[0] <= (to ?? years[0])
}

function planOf(indexed: IndexedDocument, rows: readonly TargetRow[]): PlanOfItems | null {
  const { kind, years } = indexed.document.metadata
  if (years === null || kind === null || kind.value === 'other') return null
  const items = itemsOf(indexed, rows)
  const isAnnual = kind.value === 'annual_plan' && years.value[0] === years.value[1]
  return items.length === 0 ? null : { indexed, years: years.value, isAnnual, items, rows }
}

/** Which department speaks: 卫生健康 of 某市卫生健康委员会 or of 某市2024年卫生健康工作要点; empty where nothing says it. */
function fieldOf({ indexed: { document } }: PlanOfItems): string {
  const { issuer, title, jurisdiction } = document.metadata
  const place = normalisedView(jurisdiction?.value.name ?? '')
  const words = normalisedView(issuer?.value ?? title?.value ?? '')
  const department = /(?<field>\p{Script=Han}{2,8}?)(?:委员会|局|委|厅)/u.exec(words.replace(place, ''))
    ?.groups?.field
  const bare = (department ?? words.replace(place, '')).replace(
    /\d{4}年?度?|工作(?:要点|计划|安排)|关于印发|全[市县区省州]|[市县区省州旗]|[《》“”的通知]/gu,
    '',
  )
  return /政府|办公室|党委/u.test(bare) ? '' : bare
}

function mostCommon(fields: readonly string[]): string {
  const counts = Map.groupBy(
    fields.filter((field) => field !== ''),
    (field) => field.slice(0, 2),
  )
  return [...counts.values()].sort((a, b) => b.length - a.length)[0]?.[0] ?? ''
}

function isOfField(field: string, most: string): boolean {
  return (
    field === '' ||
    most === '' ||
    [...field].some((_, at) => at + 1 < field.length && most.includes(field.slice(at, at + 2)))
  )
}

function leftOut({ indexed: { document }, years }: PlanOfItems): string {
  return `《${document.metadata.title?.value ?? document.file}》（${years[0]}年）未并入：同年已有一份计划，或由别的部门制定。`
}

import type { Query } from '../../retrieval/index.ts'
import { covers } from '../../retrieval/index.ts'
import type { Desk } from '../desk.ts'
import type { Question } from '../question/question.ts'
import type { AnsweredSide } from './comparison.ts'
import { idsOf, inPlace, placesOf, type Side } from './side.ts'

/** Beyond so many documents each of them is no longer a side of its own. */
const MOST_DOCUMENTS = 40
const SAID =
  '(?:里|中|都|也|还|并|当中)?(?:没有?|未|不曾|有)?(?:提到|提及|提出|提了|写到|写了|写明|涉及|说到|讲到|部署|安排|明确|要求|规定|提)'
const BY_PLACE = new RegExp(
  `(?:哪(?:些|几个?|个|里)|(?:几|多少)个|各)(?:城?市|区县|县区|县市|区|县|地方|地区|省份?|州)(?:的(?:文件|计划|要点|方案|规划))?${SAID}`,
  'u',
)
const BY_DOCUMENT = new RegExp(
  `(?:哪(?:些|几[个份篇]?|[个份篇])|(?:几|多少)[个份篇]|各份?)(?:文件|计划|要点|方案|规划|通知|年份|年)${SAID}`,
  'u',
)

/** The places or documents that are each asked whether they mention something; empty for any other question. */
export function mentionSides({ kind, query }: Question, desk: Desk): readonly Side[] {
  const { entries } = desk.catalogue
  if (BY_PLACE.test(query.view)) {
    const places = query.regions.length > 1 ? query.regions : placesOf(entries)
    return places.map((region) => ({
      region,
      years: query.years,
      documentIds: idsOf(inYears(region, query, desk)),
    }))
  }
  const isOpen = kind === 'existence' && query.regions.length === 0 && query.years.length === 0
  return BY_DOCUMENT.test(query.view) || isOpen ? documentSides(query, desk) : []
}

function inYears(region: string, { years }: Query, { catalogue }: Desk) {
  return inPlace(catalogue.entries, region).filter(
    (entry) => years.length === 0 || years.some((year) => covers(entry, year)),
  )
}

function documentSides({ documentIds, years }: Query, { catalogue }: Desk): readonly Side[] {
  if (documentIds.size > MOST_DOCUMENTS) return []
  return catalogue.entries
    .filter(({ documentId }) => documentIds.has(documentId))
    .map(({ documentId, jurisdiction, years: period }) => ({
      region: jurisdiction?.name ?? null,
      years: years.length > 0 || period === null || period[0] !== period[1] ? years : [period[0]],
      documentIds: new Set([documentId]),
    }))
}

/** How many of the sides speak of it. */
export function mentionLead(sides: readonly AnsweredSide[]): string {
  const said = sides.filter(({ sentences }) => sentences.length > 0).length
  const unsaid = sides.length - said
  const rest = unsaid === 0 ? '' : `，其余${unsaid}处没有找到`
  return `逐份检索了${sides.length}处，有${said}处提到${rest}：`
}

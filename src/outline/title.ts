import type { IndexedDocument } from '../corpus/index.ts'
import { normalisedView } from '../corpus/index.ts'
import { findYears } from '../text/index.ts'
import { annualYear, type PriorPlans } from './prior.ts'

/** The body's own title with the draft's year in the place of its own. */
export function titleOf(latest: IndexedDocument, { region, year }: PriorPlans): string {
  const own = (latest.document.metadata.title?.value ?? '').replace(/\s+/gu, '')
  const sourceYear = annualYear(latest)
  const mention = findYears(normalisedView(own)).find((each) => each.year === sourceYear)
  if (own === '') return `${region}${year}年卫生健康工作要点`
  if (mention === undefined) return /^\d|年/u.test(own) ? own : `${own}（${year}年）`
  const end = own[mention.end - 1] === '年' ? mention.end - 1 : mention.end
  return `${own.slice(0, mention.start)}${year}${own.slice(end)}`
}

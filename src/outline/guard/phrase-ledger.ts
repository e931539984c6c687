import type { Corpus, IndexedDocument } from '../../corpus/index.ts'
import { annualYear } from '../prior.ts'
import { type Find, matchesIn, type Watch } from './find.ts'

/** Words in quotation marks that are longer than a term and may be a slogan of their year. */
const PHRASE = /[“"](?<words>[^“”"，。；]{3,}?(?:[、，][^“”"，。；]{2,})*)[”"]/gu
const SHORTEST = 7

/** In which years' annual plans each quoted phrase of the corpus stands. */
export type PhraseLedger = ReadonlyMap<string, ReadonlySet<number>>

const known = new WeakMap<Corpus, PhraseLedger>()

/** The ledger of a corpus; made once. */
export function phraseLedger(corpus: Corpus): PhraseLedger {
  const made = known.get(corpus) ?? makeLedger([...corpus.documents.values()])
  known.set(corpus, made)
  return made
}

function makeLedger(plans: readonly IndexedDocument[]): PhraseLedger {
  const years = new Map<string, Set<number>>()
  for (const plan of plans) {
    const year = annualYear(plan)
    if (year === undefined) continue
    for (const match of plan.view.matchAll(PHRASE)) {
      const phrase = match.groups?.words ?? ''
      const seen = years.get(phrase)
      if (seen === undefined) years.set(phrase, new Set([year]))
      else seen.add(year)
    }
  }
  return years
}

/** What a phrase is called by that is a slogan or a campaign rather than a term of the trade. */
const SLOGAN_BEFORE = /(?:锚定|坚持|聚焦|围绕|按照|以|打响|争创|践行|弘扬|秉持|牢记|深化)$/u
const SLOGAN_AFTER =
  /^[\p{Script=Han}“”"、]{0,8}?(?:总?(?:要求|定位|遵循|航标|方针|策略|目标|思路|战略|精神)|活动|行动|专项|大讨论|教育|号召|主线|牵引|导向|理念|攻坚|先锋|品牌)/u

/** Quoted phrases that the corpus has in the plans of one year only and that are used as a slogan. */
export function datedPhrases(watch: Watch, ledger: PhraseLedger): readonly Find[] {
  const { view, range } = watch
  return matchesIn(watch, PHRASE).flatMap(({ start, end, match }) => {
    const phrase = match.groups?.words ?? ''
    const years = ledger.get(phrase)
    const isSlogan =
      SLOGAN_BEFORE.test(view.slice(Math.max(range.start, start - 4), start)) ||
      SLOGAN_AFTER.test(view.slice(end, Math.min(range.end, end + 14)))
    const isYearly = (years?.size ?? 0) > 1
    const isTerm = phrase.length < SHORTEST && !/[，,、]/u.test(phrase)
    if (isTerm || isYearly || !isSlogan) return []
    return [
      {
        start,
        end,
        flag: 'time_bound' as const,
        note: `文库里只有${[...(years ?? [watch.sourceYear])].join('、')}年的要点这样提，请核是否仍用`,
        blank: null,
        showsOld: false,
        isMild: true as const,
      },
    ]
  })
}

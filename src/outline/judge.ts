import { contains, type Range } from '../corpus/index.ts'
import { clausesIn } from '../text/index.ts'
import { type Fate, fateOf } from './one-off.ts'
import { readableView } from './readable.ts'
import { goesOnReporting } from './reported.ts'
import type { JudgedClause, Source } from './source.ts'

/** What is due each year says so in its own clause; the one before it says nothing of it. */
const SAYS_YEARLY =
  /每(?:个|隔)?(?:年|[一二两三四五]年|半年|季|月|周|天|日|学期)|年均|逐年|逐季|逐月|定期|年度|月度|季度/u
/** Tells more of what was to be built, bought or issued, and nothing without it. */
const HANGS =
  /^(?:项目|工程)?(?:总投资|计划投资|完成投资|概算|总?建筑面积|总面积|占地|规划床位|设置床位|设计床位|编制床位|新增[^，,。；;]{0,8}床位|床位|服务半径|服务人口|服务范围|覆盖周边|辐射|配套|预计|届时|用于|其中|与[^，,。；;]{2,24}挂钩$)/u
/** Says only on what, by whom's order or in what time something is done. */
const ONLY_CONDITION =
  /^(?:按照?|根据|依据|围绕|结合|依托|随着)[^，,。；;]*$|^在[^，,。；;]*(?:下|上|中|时|后|前)$|^以[^，,。；;]*为[^，,。；;]{1,8}$/u

/** The clauses of a sentence, each with what becomes of it. @param before what became of what stands in front of it */
export function judgedClauses(
  { indexed, rows, sourceYear }: Source,
  sentence: Range,
  before: Fate = 'goes_on',
): readonly JudgedClause[] {
  const { document, view } = indexed
  const judged: JudgedClause[] = []
  for (const range of clausesIn(view, sentence)) {
    const words = readableView(view, document, range)
    const own = rows
      .filter((row) => contains(range, row))
      .map((row) => (row.isYearly && !SAYS_YEARLY.test(words) ? { ...row, isYearly: false } : row))
    const fate = fateOf(words, own, sourceYear)
    judged.push({ range, rows: own, fate: behind(judged.at(-1)?.fate ?? before, words) ?? fate })
  }
  return withoutConditions(judged, view)
}

function behind(last: Fate, words: string): Fate | undefined {
  if (last === 'reported' && goesOnReporting(words)) return 'reported'
  return (last === 'finished' || last === 'hangs') && HANGS.test(words) ? 'hangs' : undefined
}

/** What is left of a sentence is nothing when it only limits what was left out. */
function withoutConditions(judged: readonly JudgedClause[], view: string): readonly JudgedClause[] {
  const going = judged.filter((clause) => !isLeftOut(clause))
  const isBare = going.every(({ range }) => ONLY_CONDITION.test(view.slice(range.start, range.end)))
  if (going.length === judged.length || !isBare) return judged
  return judged.map((clause) => (isLeftOut(clause) ? clause : { ...clause, fate: 'hangs' }))
}

/** Whether nothing of a clause goes on. */
export function isLeftOut({ fate }: Pick<JudgedClause, 'fate'>): boolean {
  return fate === 'finished' || fate === 'reported' || fate === 'hangs'
}

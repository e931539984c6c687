import { headsOver } from '../../citation/index.ts'
import { overlaps } from '../../corpus/index.ts'
import type { NearMiss } from '../answer.ts'
import { composeSentences } from '../compose.ts'
import type { Desk } from '../desk.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Objection } from '../judge/judge.ts'
import type { Judged } from '../judge/selection.ts'
import type { Question } from '../question/question.ts'

const MOST = 3
/** Evidence that shares less of the question is not even near. */
const LEAST_SHARE = 0.45
/** Beside evidence that holds nearly all of the question, what holds much less of it only distracts. */
const CLOSE = 0.2

const WHY: Readonly<Record<Exclude<Objection, null>, string>> = {
  weak: '只有部分词语相同',
  part_missing: '缺少问题中的关键内容',
  nothing_expected: '提到了，但没有所问的数值或时间',
  other_place: '不是所问的地方',
  other_year: '不是所问的年份',
  end_value_only: '只给出期末目标，没有给出所问年份的数值',
}

/**
 * The nearest passages that are no answers, best first, at most one per sentence, each saying what differs.
 * @param why said of evidence that would have answered had the question asked otherwise
 */
export function nearMisses(
  judged: readonly Judged[],
  question: Question,
  desk: Desk,
  why = '内容相近',
): readonly NearMiss[] {
  const misses: NearMiss[] = []
  const nearest = Math.max(0, ...judged.map(({ evidence }) => evidence.coverage.share))
  const seen = new Set<string>()
  for (const { evidence, objection } of [...judged].sort(
    (a, b) => b.evidence.evidenceScore - a.evidence.evidenceScore,
  )) {
    const key = `${evidence.documentId}:${evidence.sentence.start}`
    if (misses.length === MOST || seen.has(key) || !isNear(evidence)) continue
    if (evidence.coverage.share < nearest - CLOSE) continue
    seen.add(key)
    const [sentence] = composeSentences([{ ...evidence, heading: null, deadline: null }], false, desk.corpus)
    const citation = sentence?.citations.findLast(({ span }) => overlaps(span, evidence.window))
    if (citation !== undefined) misses.push({ why: whyOf(evidence, objection, question, why), citation })
  }
  return misses
}

export function isNear({ coverage }: Evidence): boolean {
  return coverage.share >= LEAST_SHARE
}

function whyOf(evidence: Evidence, objection: Objection, { query }: Question, why: string): string {
  const { view } = evidence.indexed
  const [head] = headsOver(evidence.window.start, evidence.indexed)
  if (head !== undefined) return `原文把它列在“${view.slice(head.start, head.end)}”之下`
  const { jurisdiction, years } = evidence.indexed.document.metadata
  const place = jurisdiction?.value.name
  const asked = [...query.regions, ...query.foreignPlaces]
  if (place !== undefined && asked.length > 0 && !query.regions.includes(place))
    return `这是${place}的内容，不是${asked.join('、')}的`
  const period = years?.value
  if (
    period !== undefined &&
    query.years.length > 0 &&
    !query.years.some((year) => period[0] <= year && year <= period[1])
  ) {
    return `这是${period[0] === period[1] ? period[0] : period.join('—')}年文件的内容，不是${query.years.join('、')}年的`
  }
  if (objection === 'part_missing' && evidence.coverage.gap.word.length > 1)
    return `没有提到“${evidence.coverage.gap.word}”`
  if ((objection === 'other_year' || objection === 'end_value_only') && query.years.length > 0) {
    const given = evidence.years.length > 0 ? evidence.years : period?.slice(1)
    return `给出的是${given?.join('、') ?? ''}年的目标，没有给出${query.years.join('、')}年的`
  }
  return objection === null ? why : WHY[objection]
}

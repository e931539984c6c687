import type { ProvenSentence } from '../citation/index.ts'
import type { Answer, MissingSide } from './answer.ts'
import { composeSentences } from './compose.ts'
import { type Desk, judgeAll } from './desk.ts'
import { isNear } from './near-miss.ts'
import type { Question } from './question.ts'
import { answerResult, refuseUnfound } from './refuse.ts'
import { answered, isVerified } from './result.ts'
import { type Judged, selectBest } from './selection.ts'
import type { Side } from './side.ts'

/**
 * Answers each side on its own and sets them side by side; a side without an answer is named as such.
 * @param count how many sides the question has; those that are not among `sides` are told of
 */
export async function compare(
  question: Question,
  sides: readonly Side[],
  count: number,
  desk: Desk,
): Promise<Answer> {
  const sentences: ProvenSentence[] = []
  const missing: MissingSide[] = []
  const judged: Judged[] = []
  for (const side of sides) {
    const asked = { ...question, query: queryOf(side, question) }
    const findings = await judgeAll(asked, side.documentIds, desk)
    judged.push(...findings.judged)
    const best = selectBest(findings.judged, asked, findings.topic)
    const own = best === undefined ? [] : composeSentences(best.parts, true, desk.corpus).filter(isVerified)
    sentences.push(...own)
    const note = noteOf(side, findings.judged)
    if (own.length === 0) missing.push({ region: side.region, year: side.years[0] ?? null, note })
  }
  if (count > sides.length) {
    const note = `涉及${count}个对象，只比较了最相近的${sides.length}个；指明地方或年份可以看其余的`
    missing.push({ region: null, year: null, note })
  }
  const searched = new Set(sides.flatMap((side) => [...side.documentIds]))
  if (sentences.length === 0) return refuseUnfound(question, judged, searched, desk)
  if (question.asksResult) return answerResult(question, judged, searched, desk)
  const distinct = [...new Map(sentences.map((sentence) => [sentence.text, sentence])).values()]
  return answered(question, distinct, missing, searched, desk)
}

/** The question as it is put to one side: its place, its years and, when each place has its own, what is asked of it. */
function queryOf({ region, years }: Side, { query }: Question): Question['query'] {
  const pieces = (region === null ? undefined : query.piecesByRegion.get(region)) ?? query.pieces
  return { ...query, regions: region === null ? [] : [region], years, pieces }
}

/** Absence is only stated where nothing comes near; else that no clear statement was found. */
function noteOf(side: Side, judged: readonly Judged[]): string {
  if (side.documentIds.size === 0) return '文库中没有这份文件'
  return judged.some(({ evidence }) => isNear(evidence)) ? '全文已检，没有明确的表述' : '全文已检，未提及'
}

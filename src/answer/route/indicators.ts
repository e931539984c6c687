import type { Range, TargetRow } from '../../corpus/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import { targetsOf } from '../../ledger/index.ts'
import { quoteRange } from '../compose.ts'
import type { Desk } from '../desk.ts'
import { measure } from '../evidence/coverage.ts'
import { levelsIn, strongest } from '../evidence/levels.ts'
import { withoutWords } from '../question/pieces.ts'
import { isOfAnyPlan, type Question } from '../question/question.ts'
import { weighTopic } from '../question/topic.ts'
import { type Found, isVerified } from '../result.ts'
import { goalsOf } from './overview.ts'

/** 有哪些指标, 列出量化目标, 指标有几项: the figures a plan sets itself, and not the value of one of them. */
const ASKS_INDICATORS =
  /(?:哪些|哪几[个项]|什么|啥|多少[个项]|几[个项])\p{Script=Han}{0,4}(?:指标|目标值|(?:量化|数值|数字)(?:的?目标|要求)?)|(?:指标|目标值|(?:量化|数值|数字)(?:目标|要求))(?:值|数)?(?:[都分]别?)?(?:有|是|包括|设了?|定了?|列了?)?(?:哪些|哪几[个项]|什么|啥|多少[个项]|几[个项])|(?:列|梳理|汇总|整理|盘点|罗列)[^,，。?？]{0,24}(?:指标|目标值|(?:量化|数值|数字)目标)/u
/** Asked of a plan without a part called 目标: its figures are the goals it has. */
const ASKS_GOALS =
  /(?:哪些|什么|啥)\p{Script=Han}{0,4}目标|目标(?:[都分]别?)?(?:有|是|包括|定了?)?(?:哪些|什么|啥)/u
const INDICATOR_WORDS =
  /(?:主要|核心|重点|关键|约束性|预期性|量化|数值|数字|具体|重要|相关|方面|领域|工作)*(?:的)?(?:指标|目标值|目标)|量化|数值|数字/u
/** Least share of the topic that a row with its headings holds. */
const LEAST_SHARE = 0.82
const HEADING = 0.95
const MOST = 60

/**
 * The figures that plans set themselves in what the question names, or in all, in the order they are written in;
 * undefined when the question does not ask for indicators, or there are none.
 */
export function asksIndicators({ query: { view }, asksResult }: Question): boolean {
  return !asksResult && (ASKS_INDICATORS.test(view) || ASKS_GOALS.test(view))
}

export function answerIndicators(question: Question, desk: Desk): Found | undefined {
  const { view, documentIds } = question.query
  if (!asksIndicators(question)) return undefined
  const query = withoutWords(question.query, INDICATOR_WORDS)
  const documents = [...documentIds].flatMap((id) => desk.corpus.documents.get(id) ?? [])
  const isOfFigures =
    ASKS_INDICATORS.test(view) ||
    (isOfAnyPlan(query) && !documents.some(({ document }) => goalsOf(document).length > 0))
  if (!isOfFigures) return undefined
  const holdsTopic = isOfAnyPlan(query) ? () => true : topicTest(query.pieces, desk)
  const quoted = documents
    .flatMap((indexed) => {
      const rows = targetsOf(indexed).filter((row) => isOfYears(row, question) && holdsTopic(row))
      return quotable(rows).map((range) =>
        quoteRange(indexed.document, range, documentIds.size > 1, desk.corpus),
      )
    })
    .filter(isVerified)
  if (quoted.length === 0) return undefined
  const cut = quoted.length > MOST ? `，列出前${MOST}处` : ''
  return { lead: `原文中写有数值的目标共读出${quoted.length}处${cut}：`, sentences: quoted.slice(0, MOST) }
}

function topicTest(pieces: Question['query']['pieces'], desk: Desk): (row: TargetRow) => boolean {
  const topic = weighTopic(pieces, desk.rarity)
  return ({ indicator, scope, quote, path }) => {
    const own = levelsIn(topic, normalisedView(`${indicator}\n${scope ?? ''}\n${quote}`))
    const above = levelsIn(topic, normalisedView(path.join('\n')))
    const layers = [
      { levels: own, strength: 1 },
      { levels: above, strength: HEADING },
    ]
    return measure(topic, strongest(layers)).share >= LEAST_SHARE
  }
}

/** Rows of one clause are quoted once, each with the clause its own goes on from. */
function quotable(rows: readonly TargetRow[]): readonly Range[] {
  const ranges: Range[] = []
  for (const row of rows.filter(({ kind, value }) => kind === 'figure' && value !== null)) {
    const start = Math.min(row.start, row.context?.start ?? row.start)
    const last = ranges.at(-1)
    if (last === undefined || start >= last.end) ranges.push({ start, end: row.end })
    else if (row.end > last.end) ranges.splice(-1, 1, { start: last.start, end: row.end })
  }
  return ranges
}

function isOfYears({ deadlineYear }: TargetRow, { query }: Question): boolean {
  return query.years.length === 0 || (deadlineYear !== null && query.years.includes(deadlineYear))
}

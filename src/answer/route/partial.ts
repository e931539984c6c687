import type { ProvenSentence } from '../../citation/index.ts'
import type { ContentPiece } from '../../retrieval/index.ts'
import type { MissingSide } from '../answer.ts'
import { composeSentences } from '../compose.ts'
import { type Desk, judgeAll } from '../desk.ts'
import { readable } from '../evidence/layers.ts'
import { selectBest } from '../judge/selection.ts'
import type { Expected, Question } from '../question/question.ts'
import { isVerified } from '../result.ts'

/** Each part must name what is measured, so that a part alone is a question. */
const MEASURE = /(?:率|数|量|额|比例|比重|占比|水平|面积|天数|费用|投资|床位|时间|寿命|病床|人员|医师|护士)$/u
const SHARE = /率|比例|比重|占比|水平/u
const JOINT = /和|与|及|以及|、|,|跟/u
/** What is left of a part without it must name something: 年内投资 alone may be anybody's. */
const BARE_MEASURE = /(?:率|数|量|额|比例|比重|占比|水平|面积|天数|费用|投资|时间)$/u
const PLANNING = /(?:的?控制|目标|指标|标准|要求|值|各自?(?:新增|新建|建设?)?|分别)+$/u
/** Says itself that several things are asked about, each by itself. */
const EACH = /各(?:自|新增|新建|建设?|是|为|要|有|达)*(?:多少|几)|分别(?:\p{Script=Han}{0,4})(?:多少|几)/u

export interface PartialAnswer {
  readonly sentences: readonly ProvenSentence[]
  readonly missing: readonly MissingSide[]
}

/**
 * A question for several measures that no one place answers: each is answered by itself, and those the plan does not
 * give are named. Undefined when the question is not of that kind, or none is given.
 */
export async function answerPartly(
  question: Question,
  isAttributed: boolean,
  desk: Desk,
): Promise<PartialAnswer | undefined> {
  const parts = partsOf(question)
  if (parts.length < 2) return undefined
  const { regions, years } = question.query
  const sentences: ProvenSentence[] = []
  const missing: MissingSide[] = []
  for (const part of parts) {
    const counted = question.expected.filter(({ kind }) => kind === 'quantity')
    const expected: readonly Expected[] = SHARE.test(part.text)
      ? [{ kind: 'share' }]
      : counted.length > 0
        ? counted
        : [{ kind: 'quantity', unit: null }]
    const asked = { ...question, expected, query: { ...question.query, pieces: [part] } }
    const { judged, topic } = await judgeAll(asked, question.query.documentIds, desk)
    // A figure of the clause beside it would be taken for the one that is left blank.
    const single = judged.filter(
      ({ evidence: { indexed, window } }) => !/[,;]/u.test(readable(indexed, window)),
    )
    const best = selectBest(EACH.test(question.query.view) ? single : judged, asked, topic)
    const own = composeSentences(best?.parts ?? [], isAttributed, desk.corpus).filter(isVerified)
    if (own.length > 0) sentences.push(...own)
    else
      missing.push({
        region: regions[0] ?? null,
        year: years[0] ?? null,
        note: `全文已检，没有找到“${part.text}”`,
      })
  }
  const distinct = [...new Map(sentences.map((sentence) => [sentence.text, sentence])).values()]
  return distinct.length > 0 ? { sentences: distinct, missing } : undefined
}

/** The measures a question joins; none when one of its parts is no measure by itself. */
function partsOf({ expected, query }: Question): readonly ContentPiece[] {
  const asksFigure = expected.some(({ kind }) => kind === 'quantity' || kind === 'share' || kind === 'words')
  const parts = query.pieces.flatMap(splitPiece)
  const isEach = EACH.test(query.view)
  const areMeasures = parts.every(
    (part) => (isEach || MEASURE.test(part.text.replace(PLANNING, ''))) && isNamed(part),
  )
  return asksFigure && areMeasures ? parts : []
}

function isNamed({ text, weights }: ContentPiece): boolean {
  const bare = text.replace(PLANNING, '').replace(BARE_MEASURE, '').length
  return weights.slice(0, bare).filter((weight) => weight === 1).length > 1
}

function splitPiece(piece: ContentPiece): readonly ContentPiece[] {
  const parts: ContentPiece[] = []
  let from = 0
  for (const words of piece.text.split(new RegExp(`(${JOINT.source})`, 'u'))) {
    const to = from + words.length
    const own = { start: piece.start + from, text: words, weights: piece.weights.slice(from, to) }
    if (!JOINT.test(words) && words.length > 1 && own.weights.some((weight) => weight === 1))
      parts.push(trimmed(own))
    from = to
  }
  return parts
}

/** Without the planning words at its end, which both parts may share. */
function trimmed(piece: ContentPiece): ContentPiece {
  const text = piece.text.replace(PLANNING, '').replace(/的$/u, '')
  return { ...piece, text, weights: piece.weights.slice(0, text.length) }
}

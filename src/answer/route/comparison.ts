import { type ProvenSentence, proveComputed, wordComputation } from '../../citation/index.ts'
import type { ComparedCell, Comparison } from '../answer.ts'
import type { Desk } from '../desk.ts'
import { type QuotedFigure, rowsDisagree } from '../evidence/figure.ts'
import type { Question } from '../question/question.ts'
import type { Topic } from '../question/topic.ts'
import type { Side } from './side.ts'

/** What one side of a comparison says. */
export interface AnsweredSide {
  readonly side: Side
  readonly sentences: readonly ProvenSentence[]
  /** Why there are no sentences; null when there are. */
  readonly note: string | null
  readonly figure: QuotedFigure | undefined
  readonly topic: Topic
}

/** What asks how far two figures lie apart, or which is the greater. */
export const DIFFERENCE =
  /相差|差多少|差几|差距|差了|(?:哪个|谁|哪里|哪边|哪家|哪座|哪年|哪一年|哪[个座]?城?市|哪个?[区县地]方?)\p{Script=Han}{0,12}?(?:高|低|多|少|大|小)|比(?!例|重|率|较)[^,。]{1,16}?(?:高|低|多(?!少)|(?<!多)少|大|小)|(?:高|低|多|少|大|小)(?:出|了)?(?:多少|几)|(?:高|多|大)还是(?:低|少|小)|(?:增加|提高|减少|降低|增长|下降|缩短|[提加涨快慢降升增减多少])了?(?:多少|几)|[加增涨升多高减降少低]了?还是|变化|排(?:序|名)|一样(?:多|高)/u

/** The table of a comparison; a side without a place or year stands for its document. */
export function tableOf(sides: readonly AnsweredSide[], note: string | null, desk: Desk): Comparison {
  return {
    regions: [...new Set(sides.flatMap(({ side }) => side.region ?? []))],
    years: [...new Set(sides.flatMap(({ side }) => yearOf(side) ?? []))].sort(),
    cells: sides.map((answered) => cellOf(answered, desk)),
    note,
  }
}

function cellOf({ side, sentences, note }: AnsweredSide, { corpus }: Desk): ComparedCell {
  const [only, other] = [...side.documentIds]
  const document =
    only === undefined || other !== undefined ? undefined : corpus.documents.get(only)?.document
  const title = document?.metadata.title?.value ?? document?.file ?? null
  return { region: side.region, year: yearOf(side), document: title, sentences, note }
}

function yearOf({ years }: Side): number | null {
  return years.length === 1 ? (years[0] ?? null) : null
}

export interface Reckoning {
  readonly sentences: readonly ProvenSentence[]
  /** Why nothing was computed although it was asked for. */
  readonly note: string | null
}

const NOTHING: Reckoning = { sentences: [], note: null }

/** The difference, the order or the sum of the sides' figures, when the question asks for one and they allow it. */
export function reckon(question: Question, sides: readonly AnsweredSide[], desk: Desk): Reckoning {
  const isSum = question.kind === 'sum'
  if (!isSum && !DIFFERENCE.test(question.query.view)) return NOTHING
  const spoken = sides.filter(({ sentences }) => sentences.length > 0)
  if (isSum && spoken.length < sides.length) return { sentences: [], note: '有一处没有数字，合计无法得出。' }
  if (spoken.length < 2) return NOTHING
  const figures = spoken.flatMap(({ figure }) => figure ?? [])
  if (figures.length === 0) return NOTHING
  if (figures.length < spoken.length) return { sentences: [], note: '有一处没有可比的数字，请以原文为准。' }
  const disagreement = disagreementOf(figures, spoken[0]?.topic)
  if (disagreement !== undefined) return { sentences: [], note: `${disagreement}，请以原文为准。` }
  const kind = isSum ? 'sum' : figures.length === 2 ? 'difference' : 'order'
  const computation = { kind, terms: figures.map(({ term }) => term) } as const
  const text = wordComputation(computation, desk.corpus)
  if (text === undefined) return { sentences: [], note: '数字的单位或口径不同，不能直接计算，请以原文为准。' }
  const sentence = proveComputed(text, computation, desk.corpus)
  return sentence.verdict === 'proven' ? { sentences: [sentence], note: null } : NOTHING
}

function disagreementOf(figures: readonly QuotedFigure[], topic: Topic | undefined): string | undefined {
  const [first, ...others] = figures
  if (first === undefined || topic === undefined) return undefined
  return others
    .map(({ row }) => rowsDisagree(first.row, row, topic))
    .find((disagreement) => disagreement !== undefined)
}

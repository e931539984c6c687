import type { ProvenSentence, Term } from '../../citation/index.ts'
import type { Range } from '../../corpus/index.ts'
import { contains, normalisedView } from '../../corpus/index.ts'
import { indicatorKey, targetsAt, type UnnumberedTarget } from '../../ledger/index.ts'
import type { Topic } from '../question/topic.ts'
import { measure } from './coverage.ts'
import type { Evidence } from './evidence.ts'
import { levelsIn } from './levels.ts'

/** The figure a quotation gives for what is asked: its row of the ledger, and where it stands in the quotation. */
export interface QuotedFigure {
  readonly row: UnnumberedTarget
  readonly term: Term
}

/** Verbs that a figure says too: 建成社区医院6家, 社区医院达到6家. */
const SAID_BY_FIGURE = /^(?:力争|争取|全[市区县省]|完成|建成|建设|打造|培育|创建|设立|开展|实现|达到)+/u
/** Both indicators hold this much of the question: they are what was asked, however they are worded. */
const ASKED = 0.8

/**
 * The one figure in these quotations that the topic means; undefined where none or several might be meant.
 * @param sentences the proven sentences made of the parts
 */
export function figureOf(
  parts: readonly Evidence[],
  sentences: readonly ProvenSentence[],
  topic: Topic,
): QuotedFigure | undefined {
  const rows = parts.flatMap(({ indexed, window }) =>
    targetsAt(indexed, [window])
      .filter((row) => row.kind === 'figure' && row.value !== null)
      .flatMap((row) => {
        const term = termOf(row, indexed.document.text, sentences)
        return term === undefined ? [] : [{ row, term, share: shareOf(row, topic) }]
      }),
  )
  const [best, second] = rows.sort((a, b) => b.share - a.share)
  return best === undefined || second?.share === best.share ? undefined : best
}

function shareOf({ indicator }: UnnumberedTarget, topic: Topic): number {
  return measure(topic, levelsIn(topic, normalisedView(indicator))).share
}

/** Where a row's figure stands in one of the quotations; undefined where that is not certain. */
export function termOf(
  row: UnnumberedTarget,
  text: string,
  sentences: readonly ProvenSentence[],
): Term | undefined {
  const figure = figureIn(row, text)
  if (figure === undefined) return undefined
  const span = sentences
    .flatMap(({ citations }) => citations)
    .find((citation) => citation.span.documentId === row.documentId && contains(citation.span, figure))?.span
  return span === undefined ? undefined : { span, figure }
}

/** Where a row's figure stands in its words; undefined where it might be another one. */
export function figureIn(row: UnnumberedTarget, text: string): Range | undefined {
  const digits = [...text.slice(row.start, row.end).matchAll(/\d+(?:[.,]\d+)*/gu)]
  const [only, other] = digits.filter(([one]) => one === row.figure)
  if (only === undefined || other !== undefined) return undefined
  const start = row.start + only.index
  return { start, end: start + row.figure.length }
}

/** Why two figures must not be set off against each other, as far as their rows tell; undefined when nothing does. */
export function rowsDisagree(a: UnnumberedTarget, b: UnnumberedTarget, topic: Topic): string | undefined {
  const isAsked = shareOf(a, topic) >= ASKED && shareOf(b, topic) >= ASKED
  if (!isAsked && nameOf(a) !== nameOf(b)) return '两处指标的说法不同，不能直接比较'
  if (a.comparator === 'range' || b.comparator === 'range') return '有一处给出的是区间，不能直接比较'
  if (a.comparator !== b.comparator) return '两处要求的口径不同（以上、以内、约、增减等），不能直接比较'
  return undefined
}

function nameOf({ indicator }: UnnumberedTarget): string {
  return indicatorKey(indicator).replace(SAID_BY_FIGURE, '')
}

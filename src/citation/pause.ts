import type { Exclusion, IndexedDocument, Range } from '../corpus/index.ts'
import { contains, firstEndingAfter, overlaps } from '../corpus/index.ts'

/** Where the original pauses, in normalised text. A per cent sign, a hyphen or a slash is no pause. */
const PAUSE = /[\s。；，、：！？…—,;:!?.()《》〈〉“”‘’「」『』〔〕【】[\]"'|｜•·*①-⑳]/u
/** A mark between two figures that makes one number of them: 4.5, 1,200, 2022—2024. */
const NUMBER_MARK = /^\d(?:[.:—](?=\d)|,(?=\d{3}(?!\d)))/u

/** What is wrong with a span's place in its document; undefined when it may be quoted. */
export function faultOf(span: Range, neighbours: Neighbours, indexed: IndexedDocument): string | undefined {
  if (!isReadable(span, indexed.document.exclusions)) return '引文含有已排除的内容'
  return isWhole(span, neighbours, indexed) ? undefined : '引文从句中截断'
}

/** The spans in front of and behind a span in one claim. */
export interface Neighbours {
  readonly previous: Range | undefined
  readonly next: Range | undefined
}

/**
 * Whether a span holds nothing that was planted, and does not run from what is the document's own into what is not.
 * Facts about the document may stand in its page's furniture; those are quoted from there.
 */
function isReadable(span: Range, exclusions: readonly Exclusion[]): boolean {
  const nearest = firstEndingAfter(exclusions, span.start)
  if (nearest === undefined || !overlaps(nearest, span)) return true
  const isPlanted = nearest.reason === 'injected_term' || nearest.reason === 'seo_spam'
  return !isPlanted && contains(nearest, span)
}

/**
 * Whether a span begins and ends where the original pauses. A quotation cut elsewhere is true to the letter and may
 * still lie: 35家 out of 135家, 开展 out of 不得开展, 75% out of 75%以上. A fact of the metadata is whole by itself.
 */
function isWhole(span: Range, { previous, next }: Neighbours, indexed: IndexedDocument): boolean {
  const { metadata, exclusions } = indexed.document
  const isFact = Object.values(metadata).some(
    (field) => field?.evidence?.start === span.start && field.evidence.end === span.end,
  )
  if (isFact) return true
  const before = exclusions.find(({ end }) => end === span.start)?.start ?? span.start
  const after = exclusions.find(({ start }) => start === span.end)?.end ?? span.end
  const isJoinedBefore = previous?.end === before && before < span.start
  const isJoinedAfter = next?.start === after && after > span.end
  return (
    (isJoinedBefore || isNumberEnd(span.start, indexed) || isPause(before, 'before', indexed.view)) &&
    (isJoinedAfter || isPause(after, 'behind', indexed.view))
  )
}

/** Whether a section's number ends here, which needs no pause after it: 第一章总体要求. */
function isNumberEnd(offset: number, { document: { sections, text } }: IndexedDocument): boolean {
  return sections.some(
    ({ start, headingEnd, number }) =>
      start < offset && offset <= headingEnd && text.slice(start, offset).trim() === number,
  )
}

function isPause(offset: number, side: 'before' | 'behind', view: string): boolean {
  const mark = side === 'before' ? offset - 1 : offset
  if (mark < 0 || mark >= view.length) return true
  if (!PAUSE.test(view[mark] ?? '')) return false
  return !NUMBER_MARK.test(view.slice(Math.max(0, mark - 1), mark + 5))
}

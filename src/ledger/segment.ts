import type { Range } from '../corpus/index.ts'
import { overlaps } from '../corpus/index.ts'
import { type Figure, figuresIn } from './figure.ts'
import { type Predicate, predicateOf } from './predicate.ts'
import { splitList } from './series.ts'
import { isSizeInBracket, isTargetFigure } from './target-figure.ts'

/** A target figure with the words that tie it to its noun. */
export interface Bound {
  readonly figure: Figure
  readonly predicate: Predicate
}

/**
 * A stretch of a clause with one noun. `series`: several figures for several nouns (A、B分别达到1%、2%).
 * `each`: one figure for each of several nouns (A、B各10名).
 * `nested`: the second figure describes what the first one counts (2个能力不低于5万管的基地).
 */
export interface Segment extends Range {
  readonly kind: 'single' | 'series' | 'each' | 'nested'
  readonly bounds: readonly Bound[]
}

const SEPARATOR = '(?:、|以及|和|与|及|,|，)'
const ONLY_SEPARATOR = new RegExp(`^\\s*${SEPARATOR}?\\s*$`, 'u')
const STARTS_WITH_SEPARATOR = new RegExp(`^\\s*${SEPARATOR}`, 'u')
const ENDS_WITH_SEPARATOR = new RegExp(`${SEPARATOR}\\s*$`, 'u')

/** The target figures of a unit, a clause or the inside of its brackets. */
export function boundsIn(
  view: string,
  unit: Range,
  holes: readonly Range[],
  hasBase: boolean,
): readonly Bound[] {
  const figures = figuresIn(view, unit).filter((figure) => !holes.some((hole) => overlaps(hole, figure)))
  const bounds: Bound[] = []
  let from = unit.start
  for (const [at, figure] of figures.entries()) {
    const next = figures[at + 1]
    const predicate = predicateOf(view, figure, from, next?.start ?? unit.end, hasBase)
    const isLater = bounds.length > 0 && ONLY_SEPARATOR.test(view.slice(from, predicate.start))
    if (!isTargetFigure(figure, { view, clause: unit, predicate, next, isLater })) continue
    bounds.push({ figure, predicate: atLeastToo(bounds.at(-1)?.predicate, predicate) })
    from = predicate.end
  }
  return bounds
}

/** 至少配备1名专干和2名社工 asks at least two of these, too. */
function atLeastToo(before: Predicate | undefined, predicate: Predicate): Predicate {
  if (before?.comparator !== '>=' || before.apart.length === 0 || predicate.isStated) return predicate
  return { ...predicate, comparator: '>=' }
}

/** Cuts a unit at the separators between its figures, so that each figure stands with its own noun. */
export function segmentsOf(view: string, unit: Range, bounds: readonly Bound[]): readonly Segment[] {
  const segments: { start: number; end: number; kind: Segment['kind']; bounds: Bound[] }[] = []
  for (const bound of bounds) {
    const open = segments.at(-1)
    const before = open?.bounds.at(-1)
    if (open === undefined || before === undefined) {
      segments.push({ start: unit.start, end: unit.end, kind: 'single', bounds: [bound] })
      continue
    }
    const between = { start: before.predicate.end, end: bound.predicate.start }
    const words = view.slice(between.start, between.end)
    const kind = ONLY_SEPARATOR.test(words) ? 'series' : isNested(view, words, bound) ? 'nested' : null
    if (kind !== null && (open.kind === 'single' || open.kind === kind)) {
      open.kind = kind
      open.bounds.push(bound)
      continue
    }
    const cut = between.start + cutIn(words, open.kind === 'single' && bound === bounds.at(-1), view, bound)
    const separator = STARTS_WITH_SEPARATOR.exec(view.slice(cut, unit.end))?.[0].length ?? 0
    open.end = cut
    segments.push({ start: cut + separator, end: unit.end, kind: 'single', bounds: [bound] })
  }
  return segments.map((segment) => distributed(view, segment))
}

/** 选树“最美医生”“最美护士”各10名: the figure stands for each noun of the list. */
function distributed(view: string, segment: Segment): Segment {
  const [bound, ...others] = segment.bounds
  if (bound === undefined || others.length > 0) return segment
  const { figure, predicate } = bound
  if (!/各$/u.test(view.slice(predicate.start, figure.start).trim())) return segment
  const left = view.slice(segment.start, predicate.start)
  const items = splitList({ text: left, view: left })
  const isAlike = items.every(({ view: item }) => item.at(-1) === left.at(-1))
  return items.length > 1 && isAlike ? { ...segment, kind: 'each', bounds: items.map(() => bound) } : segment
}

function isNested(view: string, words: string, { predicate }: Bound): boolean {
  return !/[、，,]|以及/u.test(words) && view[predicate.end] === '的' && predicate.isStated
}

/** Where the words between two figures change sides. */
function cutIn(words: string, isLast: boolean, view: string, { predicate }: Bound): number {
  if (STARTS_WITH_SEPARATOR.test(words)) return 0
  if (ENDS_WITH_SEPARATOR.test(words)) return words.length
  const open = words.replace(/\([^()]*\)/gu, (bracket) => ' '.repeat(bracket.length))
  const comma = Math.max(open.lastIndexOf('、'), open.lastIndexOf('，'), open.lastIndexOf(','))
  if (comma > 0) return comma
  const conjunction = Math.max(open.lastIndexOf('和'), open.lastIndexOf('及'), open.lastIndexOf('并'))
  if (conjunction > 0) return conjunction
  const endsPlain = isLast && /^[\s,，。;；、)]?$/u.test(view.slice(predicate.end, predicate.end + 1))
  return endsPlain ? 0 : words.length
}

/** Inner ranges of the brackets that hold a target figure: each is a unit of its own. */
export function bracketsWithFigures(view: string, clause: Range): readonly Range[] {
  const inner: Range[] = []
  for (const { index, 0: bracket } of view.slice(clause.start, clause.end).matchAll(/\([^()]*\)/gu)) {
    const range = { start: clause.start + index + 1, end: clause.start + index + bracket.length - 1 }
    const isSize = isSizeInBracket(view.slice(clause.start, range.end), view.slice(range.end, clause.end))
    if (!isSize && boundsIn(view, range, [], false).length > 0) inner.push(range)
  }
  return inner
}

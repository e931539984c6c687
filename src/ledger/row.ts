import type { Comparator, Range, TargetRow } from '../corpus/index.ts'
import { actorIn } from './actor.ts'
import { approvalNamed, namesItsOwn } from './approval.ts'
import { deedOf, isBareState } from './indicator.ts'
import { type Milestone, spread } from './milestone.ts'
import { asProject, borrowed, type ClauseContext, DEED, type Named, type Subject } from './naming.ts'
import { plainValueOf } from './plain-value.ts'
import { originalOf } from './reading.ts'
import { scopeIn } from './scope.ts'
import type { Bound, Segment } from './segment.ts'
import { asSubject } from './subject.ts'

export type RowDraft = Omit<TargetRow, 'id' | 'documentId'>

/** The rows of a clause, and what it is about. */
export interface Found {
  readonly rows: readonly RowDraft[]
  readonly subject: Subject | null
}

const HEDGE = /力争|争取|努力|预计|原则上|拟(?=新|建|引)/u

export function rowOf(
  context: ClauseContext,
  segment: Segment,
  bound: Bound,
  named: Named,
  bases: readonly Range[],
  at: number,
): RowDraft {
  const { reading, clause } = context
  const { figure, predicate } = bound
  const base = bases[0]
  const unitStart = figure.end - figure.unit.length
  const isAtEnd = reading.view.slice(unitStart, figure.end) === figure.unit
  return {
    ...frameOf(context),
    deadlineYear: yearDue(context, segment, bound, at),
    kind: 'figure',
    indicator: named.words.text,
    comparator: comparatorIn(segment, bound),
    bound: predicate.bound,
    figure: figure.figure,
    value: figure.value,
    valueTo: figure.valueTo,
    unit: isAtEnd ? originalOf(reading, { start: unitStart, end: figure.end }) : figure.unit,
    plain: plainValueOf(figure),
    base: base === undefined ? null : originalOf(reading, base),
    hedge: HEDGE.exec(reading.view.slice(clause.start, figure.start))?.[0] ?? null,
    context: named.context === null ? null : reading.inText(named.context),
  }
}

/**
 * 2024年、2025年分别达到40%、45% names a year for each figure; 其中2024年完成3个、2025年5个 one before each.
 * @param at the place of the figure in its segment
 */
function yearDue(context: ClauseContext, { bounds }: Segment, { figure }: Bound, at: number): number | null {
  const dates = context.deadline?.dates ?? []
  if (bounds.length > 1 && dates.length === bounds.length) return dates[at]?.year ?? null
  const before = context.own?.dates.findLast(({ end }) => end <= figure.start)
  return before?.year ?? yearOf(context)
}

function yearOf({ reading, deadline }: ClauseContext): number | null {
  const years = reading.document.metadata.years?.value ?? null
  const isOpen = deadline?.isPoint === true && !deadline.isYearly && years?.[0] !== years?.[1]
  return deadline?.year ?? (isOpen ? null : (years?.[1] ?? null))
}

/** In a series the last word speaks for all (50%、70%以上), else the first one (不低于90%、80%); nothing is above 100%. */
function comparatorIn({ kind, bounds }: Segment, { figure, predicate }: Bound): Comparator {
  if (kind !== 'series' || predicate.comparator !== '=') return predicate.comparator
  const last = bounds.at(-1)?.predicate.comparator ?? '='
  const shared = last === '=' ? (bounds[0]?.predicate.comparator ?? '=') : last
  return shared === '>=' && figure.value === 100 && figure.unit === '%' ? '=' : shared
}

function frameOf(context: ClauseContext) {
  const { reading, passage, clause, deadline } = context
  const { document, view } = reading
  const span = reading.inText(clause)
  const scope = scopeOf(view, clause)
  return {
    deadline: deadline?.words ?? null,
    deadlineYear: yearOf(context),
    deadlineIsExplicit: deadline !== null && !deadline.isYearly,
    isYearly: deadline?.isYearly ?? false,
    scope: scope === null ? null : originalOf(reading, scope),
    path: passage.path,
    ...span,
    quote: document.text.slice(span.start, span.end),
  }
}

function scopeOf(view: string, clause: Range): Range | null {
  const actor = actorIn(view.slice(clause.start, clause.end))
  if (actor === null) return scopeIn(view, clause)
  return { start: clause.start + actor.start, end: clause.start + actor.end }
}

/** The row of a clause without figures, and what it is about. */
export function milestoneRow(context: ClauseContext, { kind, words }: Milestone): Found {
  const { reading, clause } = context
  const { previous: before, project, earlier } = context
  const isOwn = before?.isRow === true && !DEED.test(before.words.view)
  const isNamed = before?.isRow === true && !DEED.test(asSubject(before.words).view)
  const previous = isOwn ? before : (project ?? (isNamed ? before : null))
  const named =
    approvalNamed(context, words) ??
    (isBareState(words)
      ? borrowed(
          { ...context, previous: asProject(previous) ?? previous, earlier: asProject(earlier) },
          words,
        )
      : { words: namesItsOwn(words) ? words : deedOf(words), context: null })
  const draft: RowDraft = {
    ...frameOf(context),
    kind,
    indicator: named.words.text,
    comparator: 'milestone',
    bound: null,
    figure: '',
    value: null,
    valueTo: null,
    unit: '',
    plain: null,
    base: null,
    hedge: HEDGE.exec(reading.view.slice(clause.start, clause.end))?.[0] ?? null,
    context: named.context === null ? null : reading.inText(named.context),
  }
  const rows = spread(named.words).map(({ text }) => ({ ...draft, indicator: text }))
  return { rows, subject: { words: named.words, range: clause, isRow: true } }
}

import { contains, overlaps, type Range, type TargetRow } from '../corpus/index.ts'
import { closed } from './assemble.ts'
import { basisAt } from './basis.ts'
import { cutClause, hullOf, withoutFlagsOf } from './cut-clause.ts'
import { dueSentence } from './due-sentence.ts'
import type { DraftSentence, OutlineItem, OutlineSection } from './outline.ts'
import { readable } from './readable.ts'
import type { Source } from './source.ts'
import { paragraphsIn, planTree } from './tree.ts'

/** Sections in which the value of a running plan stands where last year's was left open, and the rows so used. */
export interface Settled {
  readonly sections: readonly OutlineSection[]
  readonly rows: ReadonlySet<string>
}

/**
 * Where a running plan gives the draft's year the figure that last year's plan leaves open, the plan's own words go in
 * and the open clause goes out.
 */
export function settlePromises(
  sections: readonly OutlineSection[],
  latest: Source,
  running: readonly Source[],
): Settled {
  const used = new Set<string>()
  const settled = sections.map((section) => ({
    ...section,
    items: section.items.map((item) => {
      const { told, rows } = settleItem(item, latest, running)
      for (const { id } of rows) used.add(id)
      return told
    }),
  }))
  return { sections: settled, rows: used }
}

/** A clause of last year with the rows of a running plan that give all of its figures. */
interface Answer {
  readonly clause: Range
  readonly rows: readonly TargetRow[]
}

function answersIn(item: OutlineItem, latest: Source): readonly Answer[] {
  const figures = item.targets.filter(
    ({ kind, documentId }) => kind === 'figure' && documentId === latest.indexed.document.id,
  )
  const clauses = Map.groupBy(figures, ({ start, end }) => `${start}:${end}`)
  const given = [...clauses.values()].flatMap((rows) => {
    const promises = rows.map((row) => latest.promised(row))
    const [first] = rows
    if (first === undefined || !promises.every((promise) => promise?.holdsNow === true)) return []
    const isOpen = promises.some((promise) => promise?.isSame !== true)
    const clause = { start: first.start, end: first.end }
    return [{ clause, isOpen, rows: promises.flatMap((promise) => promise?.row ?? []) }]
  })
  const open = given.filter(({ isOpen }) => isOpen)
  // A figure that stays the same is told again where the plan tells it in one clause with another.
  const isToldAgain = (rows: readonly TargetRow[]) =>
    rows.every((row) =>
      open.some((other) => other.rows.some((one) => one.start === row.start && one.end === row.end)),
    )
  return given.filter(({ isOpen, rows }) => isOpen || isToldAgain(rows))
}

function settleItem(item: OutlineItem, latest: Source, running: readonly Source[]) {
  const { document } = latest.indexed
  let { sentences } = item
  let place = 0
  const cut: Answer[] = []
  for (const answer of answersIn(item, latest)) {
    const at = sentences.findIndex((sentence) => isQuotedFrom(sentence, answer.clause, document.id))
    const sentence = sentences[at]
    if (sentence === undefined) continue
    const rest = cutClause(sentence, answer.clause, document.text, latest)
    if (rest === undefined) continue
    sentences = sentences.toSpliced(at, 1, ...(rest === null ? [] : [rest]))
    place = rest === null ? at : at + 1
    cut.push(answer)
  }
  const words = plansWords(
    cut.flatMap(({ rows }) => rows),
    running,
  )
  if (cut.length === 0 || words === undefined) return { told: item, rows: [] }
  const told = {
    ...item,
    sentences: sentences.toSpliced(place, 0, ...words.map(({ sentence }) => sentence)),
    basis: [
      ...item.basis,
      ...words.flatMap(({ plan, range }) => basisAt(plan.indexed, range, latest.corpus)),
    ],
  }
  const gone = cut.map(({ clause }) => readable(document, clause))
  return { told: withoutFlagsOf(told, gone), rows: words.flatMap((one) => one.told) }
}

function isQuotedFrom(sentence: DraftSentence, clause: Range, documentId: string): boolean {
  const hull = hullOf(sentence)
  return hull !== undefined && sentence.basis[0]?.span.documentId === documentId && overlaps(hull, clause)
}

/** The clauses of running plans that hold some rows, in the plans' order; undefined unless all are told. */
function plansWords(rows: readonly TargetRow[], running: readonly Source[]) {
  const wanted = new Set(rows.map(({ id }) => id))
  const told = running.flatMap((plan) => {
    const own = rows.filter(({ documentId }) => documentId === plan.indexed.document.id)
    if (own.length === 0) return []
    return paragraphsIn(plan.indexed, planTree(plan.indexed).whole)
      .flat()
      .flatMap((range) => {
        const held = own.filter((row) => contains(range, row))
        if (held.length === 0) return []
        const alone = dueSentence(plan, range, ({ id }) => !wanted.has(id), true)
        // What cannot be told apart is told as a whole, and once.
        const found = alone?.isExact === false ? dueSentence(plan, range, () => false) : alone
        if (found === undefined) return []
        const told = alone?.isExact === false ? found.rows : held
        return [{ plan, range, told, sentence: closed(found.sentence, plan) }]
      })
  })
  return rows.every((row) => told.some((one) => one.told.includes(row))) ? told : undefined
}

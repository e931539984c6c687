import { proveDraft } from '../citation/index.ts'
import { contains, overlaps, type Range, type TargetRow } from '../corpus/index.ts'
import { clausesIn, findYears } from '../text/index.ts'
import { assemble, type Change } from './assemble.ts'
import { findsIn } from './guard/index.ts'
import type { DraftSentence, Flag } from './outline.ts'
import { holdsIn, isDue } from './promise.ts'
import { readable } from './readable.ts'
import { responsibleAtHead } from './responsible.ts'
import type { Source } from './source.ts'

/** A sentence of a running plan that still holds, with the commitments in it. */
export interface DueSentence {
  readonly sentence: DraftSentence
  readonly rows: readonly TargetRow[]
  readonly flags: readonly Flag[]
  readonly range: Range
  /** Whether all that was to be left out of it is. */
  readonly isExact: boolean
}

/** A clause of a running plan, and what of it the draft's year is concerned with. */
interface DueClause {
  readonly range: Range
  readonly due: readonly TargetRow[]
  readonly isPast: boolean
  /** Whether it says what is to be reached in the draft's year itself. */
  readonly isNow: boolean
  /** Whether it says nothing but when. */
  readonly isTime: boolean
}

/**
 * @param isCarried what the draft says already
 * @param isAlone whether clauses that commit to nothing are left out too
 */
export function dueSentence(
  source: Source,
  range: Range,
  isCarried: (row: TargetRow) => boolean,
  isAlone = false,
): DueSentence | undefined {
  const { indexed, draftYear, sourceYear } = source
  const { view } = indexed
  const clauses = dueClauses(source, range)
  const due = clauses.filter(({ isPast }) => !isPast).flatMap((clause) => clause.due)
  const isNamed = due.length === 0 && namesYear(view, range, draftYear)
  if (due.every(isCarried) && !isNamed) return undefined
  const finds = findsIn({ view, range, sourceYear, draftYear }, source.ledger)
  const measures = finds.filter(({ flag, blank }) => flag === 'pandemic' && blank !== null)
  const epidemic = clauses.filter((clause) => measures.some((find) => overlaps(find, clause.range)))
  // What follows hangs on the first clause.
  if (clauses[0] !== undefined && epidemic.includes(clauses[0])) return undefined
  const remarks = remarksOn(clauses, endOf(source, range))
  const changes: Change[] = [
    ...finds.filter(({ blank, flag }) => blank !== null && flag !== 'expired_policy' && flag !== 'pandemic'),
    ...epidemic.map((clause) => ({ ...clause.range, blank: '涉疫内容待定' as const, showsOld: false })),
    ...remarks.map(({ at, isFigure }) => ({
      start: at,
      end: at,
      blank: isFigure ? ('未给出当年值' as const) : ('未给出当年进度' as const),
      showsOld: false,
    })),
    ...noteAtHead(source, range),
  ]
  // What commits to nothing is told with the commitments that are left.
  const isTail = isAlone && due.some(isCarried)
  const isLeftOut = ({ due: own, isPast, isTime }: DueClause) =>
    isPast || (!isTime && own.every(isCarried) && (own.length > 0 || isTail))
  const told = withoutClauses(source, range, changes, clauses, isLeftOut)
  if (told === undefined) return undefined
  const { sentence, isExact } = told
  const flags: Flag[] = finds
    .filter(({ start, end }) => stands(readable(indexed.document, { start, end }), sentence))
    .map((find) => ({ kind: find.flag, text: readable(indexed.document, find), note: find.note }))
  for (const { clause } of remarks.filter(({ isFigure }) => isFigure))
    flags.push({
      kind: 'needs_number',
      text: readable(indexed.document, clause),
      note: `计划给的是期末要求，没有给出${draftYear}年的数`,
    })
  return { sentence, rows: due, flags, range, isExact }
}

function stands(words: string, { text }: DraftSentence): boolean {
  return text.includes(words)
}

/** Leaves out one clause after the other as long as what remains is proven. */
function withoutClauses(
  source: Source,
  sentence: Range,
  changes: readonly Change[],
  clauses: readonly DueClause[],
  isLeftOut: (clause: DueClause) => boolean,
): Pick<DueSentence, 'sentence' | 'isExact'> | undefined {
  const proven = (some: readonly Change[]) => {
    const told = assemble(source, sentence, some)
    return told?.verdict === 'quoted' ? told : undefined
  }
  const omissions = clauses.flatMap((clause, at) => {
    if (!isLeftOut(clause)) return []
    const start = at === 0 ? sentence.start : clause.range.start
    const end = clauses[at + 1]?.range.start ?? clause.range.end
    return [{ start, end, blank: null, showsOld: false }]
  })
  const isAll = omissions.length === clauses.length
  const all = isAll ? undefined : proven([...changes, ...omissions])
  if (all !== undefined) return { sentence: stopped(all, source), isExact: true }
  let kept = [...changes]
  let told = proven(kept)
  for (const omission of isAll ? [] : omissions) {
    const fewer = proven([...kept, omission])
    if (fewer === undefined) continue
    kept = [...kept, omission]
    told = fewer
  }
  return told && { sentence: stopped(told, source), isExact: false }
}

/** A sentence ends with a mark also where the original's line ends without one. */
function stopped(sentence: DraftSentence, { corpus, draftYear }: Source): DraftSentence {
  if (/[。；;！？!?：:]$/u.test(sentence.text)) return sentence
  const spans = sentence.basis.map(({ span }) => span)
  const { text, verdict, citations } = proveDraft(
    { text: `${sentence.text}。`, spans, year: draftYear },
    corpus,
  )
  return verdict === 'quoted' ? { text, verdict, basis: citations } : sentence
}

const TIME =
  /^(?:第[一二三四五六七八九十百]+条\s*)?(?:力争|争取|确保)?(?:到|至|截至)?\d{4}年(?:底|末|内)?(?:之?前)?$/u

function dueClauses(source: Source, sentence: Range): readonly DueClause[] {
  const { indexed, draftYear } = source
  const rows = source.rows.filter((row) => contains(sentence, row))
  let lastNamed: number | undefined
  return clausesIn(indexed.view, sentence).map((range) => {
    const words = indexed.view.slice(range.start, range.end).replace(/《[^》]*》/gu, '')
    const years = findYears(words).map(({ year }) => year)
    if (years.length > 0) lastNamed = Math.max(...years)
    const own = rows.filter((row) => contains(range, row))
    const due = own.filter((row) => isDue(row, draftYear))
    const isOver = lastNamed !== undefined && lastNamed < draftYear
    // A clause without a year of its own goes with the year named last, when the ledger says so too.
    const isPast =
      isOver &&
      due.length === 0 &&
      (/^\d{4}年/u.test(words) || (own.length > 0 && own.every((row) => row.deadlineIsExplicit)))
    const isNow = due.some((row) => holdsIn(row, draftYear)) || namesYear(indexed.view, range, draftYear)
    return { range, due, isPast, isNow, isTime: TIME.test(words.trim()) }
  })
}

/** Where a reader must be told that the year's own share is not given: behind each run of such clauses. */
function remarksOn(clauses: readonly DueClause[], end: number) {
  const isLater = ({ due, isNow, isPast }: DueClause) => due.length > 0 && !isNow && !isPast
  const runs: DueClause[][] = []
  for (const [at, clause] of clauses.entries()) {
    if (!isLater(clause)) continue
    const before = clauses[at - 1]
    const last = runs.at(-1)
    if (last !== undefined && before !== undefined && last.includes(before)) last.push(clause)
    else if (last !== undefined && !clauses.some(({ isNow }) => isNow)) last.push(clause)
    else runs.push([clause])
  }
  return runs.flatMap((run) => {
    const last = run.at(-1)
    if (last === undefined) return []
    const isOnly = !clauses.some(({ isNow }) => isNow)
    const isFigure = run.some(({ due }) => due.some(({ kind }) => kind === 'figure'))
    return [{ at: isOnly ? end : last.range.end, isFigure, clause: last.range }]
  })
}

function endOf({ indexed: { document } }: Source, { start, end }: Range): number {
  return end - (/[。；;]\s*$/u.exec(document.text.slice(start, end))?.[0].length ?? 0)
}

/** Who answers for the sentence before this one. */
function noteAtHead({ indexed }: Source, range: Range): readonly Change[] {
  const length = responsibleAtHead(indexed.view, range)
  if (length === 0 || length >= range.end - range.start - 1) return []
  return [{ start: range.start, end: range.start + length, blank: null, showsOld: false }]
}

/** A sentence that names the year commits to something in it, whatever the ledger makes of it. */
export function namesYear(view: string, { start, end }: Range, year: number): boolean {
  return new RegExp(`(?<![—\\-至到])${year}年(?:底|末|内|前|\\d{1,2}月|[^，,。；;]{2})`, 'u').test(
    view.slice(start, end).replace(/《[^》]*》/gu, ''),
  )
}

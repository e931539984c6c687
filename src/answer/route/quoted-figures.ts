import {
  type Computation,
  type ProvenSentence,
  proveComputed,
  wordComputation,
} from '../../citation/index.ts'
import { normalisedView } from '../../corpus/index.ts'
import { indicatorKey, targetsAt, type UnnumberedTarget } from '../../ledger/index.ts'
import { findQuantities } from '../../text/index.ts'
import type { Desk } from '../desk.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { termOf } from '../evidence/figure.ts'
import { withoutWords } from '../question/pieces.ts'
import { type Question, SUM_WORDS } from '../question/question.ts'
import { isVerified } from '../result.ts'
import { DIFFERENCE } from './comparison.ts'
import { areDisjoint } from './disjoint.ts'
import { partsOf } from './sum.ts'

const SHORTEST_HEAD = 2
/** What only says that each year is meant: 分年的数, 三年. */
const BY_YEAR = /分年|各年|每年|逐年|[两二三四五]年/u

/**
 * The sum of the figures that the quotations give, when the question names what each is of, or asks for all of one
 * kind or of all years; else empty.
 */
export function sumOfQuoted(
  question: Question,
  parts: readonly Evidence[],
  sentences: readonly ProvenSentence[],
  desk: Desk,
): readonly ProvenSentence[] {
  const rows = rowsQuoted(sentences, desk)
  const { view } = question.query
  const named = rows.filter((row) => isNamedApart(row, rows, view))
  const asked = partsOf(withoutWords(question.query, SUM_WORDS))
  const isAll = asked.every((part) => named.some((row) => namesPart(row, part)) || isContext(part, sentences))
  const equal = rows.length === parts.length && areDisjoint(question, parts) ? rows : undefined
  const addends =
    named.length > 1 && isAll ? named : (equal ?? ofOneKind(rows, view) ?? ofEachYear(rows, view))
  if (new Set(addends.map(({ unit }) => unit)).size > 1) return []
  return passesOver(addends, view, desk) ? [] : reckoned('sum', addends, sentences, desk)
}

/** The difference of the two figures in the quotations that the question sets against each other; else empty. */
export function differenceOfQuoted(
  { query }: Question,
  sentences: readonly ProvenSentence[],
  desk: Desk,
): readonly ProvenSentence[] {
  if (!DIFFERENCE.test(query.view)) return []
  const rows = rowsQuoted(sentences, desk)
  const yearly = query.years.length === 2 ? ofYears(rows, query.years) : []
  const named = rows.filter((row) => isNamedApart(row, rows, query.view))
  const pairs = [...Map.groupBy(named, ({ quote }) => quote).values()].filter(({ length }) => length === 2)
  const [pair, other] = named.length === 2 ? [named] : pairs
  const terms = yearly.length === 2 ? yearly : other === undefined ? (pair ?? []) : []
  return reckoned('difference', terms, sentences, desk)
}

function rowsQuoted(sentences: readonly ProvenSentence[], { corpus }: Desk): readonly UnnumberedTarget[] {
  const spans = sentences.flatMap(({ citations }) => citations.map(({ span }) => span))
  const ids = [...new Set(spans.map(({ documentId }) => documentId))]
  return ids.flatMap((id) => {
    const indexed = corpus.documents.get(id)
    const own = spans.filter(({ documentId }) => documentId === id)
    return (indexed === undefined ? [] : targetsAt(indexed, own)).filter(
      ({ kind, value }) => kind === 'figure' && value !== null,
    )
  })
}

/** Whether the question holds two neighbouring characters of this row's words that no other row has. */
function isNamedApart(row: UnnumberedTarget, rows: readonly UnnumberedTarget[], asked: string): boolean {
  const others = rows.filter((other) => other !== row).map(({ indicator }) => normalisedView(indicator))
  return pairsOf(normalisedView(row.indicator)).some(
    (pair) => asked.includes(pair) && !others.some((other) => other.includes(pair)),
  )
}

function pairsOf(words: string): readonly string[] {
  return [...words].slice(1).map((letter, at) => `${words[at]}${letter}`)
}

function namesPart({ indicator }: UnnumberedTarget, part: string): boolean {
  const own = normalisedView(indicator)
  return pairsOf(part).some((pair) => own.includes(pair))
}

/** What the question says of all of them stands around the figures and has none of its own. */
function isContext(part: string, sentences: readonly ProvenSentence[]): boolean {
  const said = normalisedView(sentences.map(({ text }) => text).join('\n'))
  const pairs = pairsOf(part)
  return pairs.filter((pair) => said.includes(pair)).length * 2 >= pairs.length
}

/** 负压救护车3台、普通救护车5台, asked for 救护车: the things of one row that end alike. */
function ofOneKind(
  rows: readonly UnnumberedTarget[],
  asked: string,
): readonly UnnumberedTarget[] | undefined {
  const [first] = rows
  if (first === undefined || rows.length < 2 || /^其中/u.test(first.quote)) return undefined
  // 新增6间、改造4间, asked for 新增: one of them is named.
  if (rows.some((row) => isNamedApart(row, rows, asked))) return undefined
  const isOneRow = rows.every(({ quote, unit }) => quote === first.quote && unit === first.unit)
  const head = rows.map(({ indicator }) => normalisedView(indicator)).reduce(commonEnding)
  const counted = findQuantities(normalisedView(first.quote)).filter(({ unit }) => unit.endsWith(first.unit))
  return isOneRow && counted.length === rows.length && head.length >= SHORTEST_HEAD && asked.includes(head)
    ? rows
    : undefined
}

/** Whether a figure among the addends is left out although the question holds the words in front of it. */
function passesOver(rows: readonly UnnumberedTarget[], asked: string, { corpus }: Desk): boolean {
  const [first] = rows
  const view = first === undefined ? '' : (corpus.documents.get(first.documentId)?.view ?? '')
  const from = Math.min(...rows.map(({ start }) => start))
  const to = Math.max(...rows.map(({ end }) => end))
  const known = new Set(rows.map(({ figure }) => figure))
  return findQuantities(view.slice(from, to)).some(({ start, figure, unit }) => {
    const thing = view.slice(from, from + start).slice(-SHORTEST_HEAD)
    return !known.has(figure) && unit.endsWith(first?.unit ?? '') && asked.includes(thing)
  })
}

function commonEnding(a: string, b: string): string {
  let length = 0
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++
  return length === 0 ? '' : a.slice(-length)
}

/** The figures that one thing has for each of several years, when those are what is to be added up. */
function ofEachYear(rows: readonly UnnumberedTarget[], asked: string): readonly UnnumberedTarget[] {
  if (!BY_YEAR.test(asked)) return []
  const dated = rows.filter((row) => row.deadlineIsExplicit && row.deadlineYear !== null)
  const groups = [
    ...Map.groupBy(
      dated,
      ({ indicator, unit, quote }) => `${indicatorKey(indicator)} ${unit} ${quote}`,
    ).values(),
  ]
  const [own, other] = groups.filter((group) => group.length > 1)
  const isEachOnce = new Set(own?.map(({ deadlineYear }) => deadlineYear)).size === own?.length
  return own !== undefined && other === undefined && isEachOnce ? own : []
}

function ofYears(rows: readonly UnnumberedTarget[], years: readonly number[]): readonly UnnumberedTarget[] {
  const own = years.map((year) => rows.filter((row) => row.deadlineIsExplicit && row.deadlineYear === year))
  const each = own.flatMap(([only, other]) => (only === undefined || other !== undefined ? [] : [only]))
  const isOne = new Set(each.map(({ indicator, unit }) => `${indicatorKey(indicator)} ${unit}`)).size === 1
  return each.length === years.length && isOne ? each : []
}

function reckoned(
  kind: 'sum' | 'difference',
  rows: readonly UnnumberedTarget[],
  sentences: readonly ProvenSentence[],
  { corpus }: Desk,
): readonly ProvenSentence[] {
  const terms = rows.flatMap(
    (row) => termOf(row, corpus.documents.get(row.documentId)?.document.text ?? '', sentences) ?? [],
  )
  if (terms.length < 2 || terms.length < rows.length) return []
  const computation: Computation = { kind, terms }
  const text = wordComputation(computation, corpus)
  return text === undefined ? [] : [proveComputed(text, computation, corpus)].filter(isVerified)
}

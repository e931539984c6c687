import type { Corpus, Range, Span } from '../corpus/index.ts'
import { attributionOf, type Citation, resolveCitation } from './citation.ts'
import { type Amount, amountsIn } from './claim/word/amount.ts'
import { countsTwice, type FigureSense, senseOf, sensesDisagree } from './figure-sense.ts'
import { faultOf } from './pause.ts'
import type { Check, ProvenSentence } from './prove.ts'
import { unitOfCell } from './table-cell.ts'

/** A quotation, and where in it the figure stands that goes into the arithmetic. */
export interface Term {
  readonly span: Span
  /** Offsets into the document's text, within the span. */
  readonly figure: Range
}

/** Arithmetic over figures of the originals. */
export interface Computation {
  /** `remainder`: a whole less the part that the text itself names as a part of it. */
  readonly kind: 'difference' | 'sum' | 'order' | 'remainder'
  /** At least two; a difference has exactly two, and so has a remainder, the whole first. */
  readonly terms: readonly Term[]
}

interface ReadTerm {
  readonly citation: Citation
  readonly amount: Amount
  readonly words: string
  readonly sense: FigureSense
  /** The text in front of the figure, as far as it may tell what the figure is part of. */
  readonly before: string
}

/** Shares and rates of different wholes have no sum. */
const NOT_ADDITIVE = /[%‰/]|百分点|倍|岁|分钟|小时|^$/u
const MOST_TERMS = 12
/** How far in front of a figure its whole may stand. */
const NEAR = 400
/** A part that is taken off a whole stands close behind it. */
const CLOSE = 80
/** Nothing but the part's own name stands between 其中 and its figure. */
const SAID_PART = /(?:其中,?|包括|含)[^,;。]*$/u
/** What is left, as the bound of the part turns it round. */
const REST_BOUND: Readonly<Record<string, string>> = { '=': '为', '>=': '不超过', '<=': '不少于' }
const PART_OF = /其中|上述|以上|当中|共计|合计|小计|包括|包含|含|占|总(?:数|量|投资|面积)|分(?:别|为)/u

/** The one wording of a computation; undefined when its figures must not be set off against each other. */
export function wordComputation(computation: Computation, corpus: Corpus): string | undefined {
  const terms = computation.terms.map((term) => readTerm(term, corpus))
  const read = terms.filter((term) => typeof term !== 'string')
  return read.length === terms.length && disagreement(computation, read) === undefined
    ? wordingOf(computation, read)
    : undefined
}

/**
 * Proves a computed sentence: every term is read anew from an exact quotation, the figures agree in unit, bound and
 * kind, the arithmetic is done again, and the sentence is word for word what that yields.
 */
export function proveComputed(text: string, computation: Computation, corpus: Corpus): ProvenSentence {
  const terms = computation.terms.map((term) => readTerm(term, corpus))
  const checks: Check[] = terms.map((term, at) => termCheck(term, computation.terms[at]))
  const read = terms.filter((term) => typeof term !== 'string')
  if (read.length === terms.length) {
    const fault = disagreement(computation, read)
    const isSame = fault === undefined && wordingOf(computation, read) === text
    checks.push({
      kind: 'arithmetic',
      value: text,
      ok: isSame,
      note: fault ?? (isSame ? '按引文中的数字重新算过，一致' : '与按引文重新计算的结果不一致'),
    })
  }
  const isProven = checks.every(({ ok }) => ok) && checks.length > terms.length
  return {
    text,
    verdict: isProven ? 'proven' : 'unproven',
    citations: isProven ? read.map(({ citation }) => citation) : [],
    checks,
  }
}

function termCheck(term: ReadTerm | string, stated: Term | undefined): Check {
  if (typeof term !== 'string')
    return { kind: 'term', value: term.words, ok: true, note: `引自${attributionOf(term.citation)}` }
  const value =
    stated === undefined ? '' : `${stated.span.documentId}:${stated.span.start}-${stated.span.end}`
  return { kind: 'term', value, ok: false, note: term }
}

/** The figure of a term as this prover reads it; a sentence when it cannot. */
function readTerm({ span, figure }: Term, corpus: Corpus): ReadTerm | string {
  const citation = resolveCitation(span, corpus)
  const indexed = corpus.documents.get(span.documentId)
  if (citation === undefined || indexed === undefined) return '出处不在文库之中'
  const fault = faultOf(span, { previous: undefined, next: undefined }, indexed)
  if (fault !== undefined) return fault
  if (figure.start < span.start || figure.end > span.end || figure.start >= figure.end)
    return '数字不在引文之中'
  const view = indexed.view.slice(span.start, span.end)
  const at = { start: figure.start - span.start, end: figure.end - span.start }
  const [amount, second] = amountsIn(view).filter(({ start, end }) => start < at.end && at.start < end)
  if (amount === undefined || second !== undefined || amount.boundAt !== null) return '引文中的数字不能确读'
  if (isDate(amount) || isTorn(figure, indexed.document.text)) return '引文中的数字不能确读'
  if (/^\s*(?:-|—|–|~|至|到)\s*\d/u.test(view.slice(amount.end))) return '引文给出的是区间'
  const from = span.start + amount.start
  const before = indexed.view.slice(Math.max(0, from - NEAR), from)
  const behind = indexed.view.slice(span.start + amount.end, span.start + amount.end + NEAR)
  const cell = { start: from, end: span.start + amount.end }
  const unit = amount.unit === '' ? (unitOfCell(indexed.document.text, cell) ?? '') : amount.unit
  return {
    citation,
    amount: { ...amount, unit },
    words: indexed.document.text.slice(from, span.start + amount.end).trim(),
    sense: senseOf(before, behind),
    before,
  }
}

/** 2023年 is when, not how long. */
function isDate({ unit, value }: Amount): boolean {
  return unit === '年' && value > 1900 && value < 2200
}

/** 3 out of 2023. */
function isTorn({ start, end }: Range, text: string): boolean {
  return /\d/u.test(text[start - 1] ?? '') || /\d/u.test(text[end] ?? '')
}

/** Why the figures must not be computed with; undefined when nothing speaks against it. */
function disagreement({ kind }: Computation, terms: readonly ReadTerm[]): string | undefined {
  const [first] = terms
  if (first === undefined || terms.length < 2 || terms.length > MOST_TERMS) return '数字的个数不对'
  if (kind === 'difference' && terms.length !== 2) return '数字的个数不对'
  if (terms.some(({ amount }) => amount.unit !== first.amount.unit)) return '单位不同，不能直接计算'
  if (kind === 'remainder') return remainderFault(terms)
  if (terms.some(({ amount }) => amount.bound !== first.amount.bound))
    return '要求的口径不同（以上、以内、约等），不能直接计算'
  const apart = sensesDisagree(terms.map(({ sense }) => sense))
  if (apart !== undefined) return apart
  if (kind === 'sum' && (first.amount.unit === '' || NOT_ADDITIVE.test(first.amount.unit)))
    return '这种单位的数字不能相加'
  const places = terms.map(
    ({ citation: { span }, amount }) => `${span.documentId}:${span.start + amount.start}`,
  )
  if (new Set(places).size < places.length) return '同一处引文不能用两次'
  if (kind !== 'sum') return undefined
  if (holdsPart(terms)) return '一处可能是另一处的一部分，不能相加'
  return countsTwice(terms.map((term) => ({ ...term, value: term.amount.value })))
}

/** What is left of a whole is told only where the text itself says that the one is a part of the other. */
function remainderFault([whole, part, other]: readonly ReadTerm[]): string | undefined {
  if (whole === undefined || part === undefined || other !== undefined) return '数字的个数不对'
  const { unit, bound, value } = whole.amount
  if (unit === '' || NOT_ADDITIVE.test(unit)) return '这种单位的数字不能相减'
  const gap = startOf(part) - startOf(whole)
  const isPart =
    whole.citation.span.documentId === part.citation.span.documentId &&
    0 < gap &&
    gap <= CLOSE &&
    SAID_PART.test(part.before.slice(-gap))
  if (!isPart) return '原文没有写明一处是另一处的一部分'
  if (bound !== '=' || REST_BOUND[part.amount.bound] === undefined) return '要求的口径不同，不能直接相减'
  return value > part.amount.value ? undefined : '部分不小于整体'
}

/** Whether two figures that stand near each other may be a whole and a part of it: 新增25个,其中省级3个. */
function holdsPart(terms: readonly ReadTerm[]): boolean {
  const sorted = [...terms].sort((a, b) => startOf(a) - startOf(b))
  return sorted.some((term, at) => {
    const previous = sorted[at - 1]
    if (previous?.citation.span.documentId !== term.citation.span.documentId) return false
    return PART_OF.test(term.before.slice(-Math.max(0, startOf(term) - startOf(previous))))
  })
}

function startOf({ citation: { span }, amount }: ReadTerm): number {
  return span.start + amount.start
}

function wordingOf({ kind }: Computation, terms: readonly ReadTerm[]): string {
  const named = namesOf(terms)
  if (kind === 'order') return orderWords(named)
  const listed = named.map(({ name, term }) => `${name}“${term.words}”`)
  if (kind === 'remainder') return remainderWords(terms)
  const values = terms.map(({ amount }) => amount.value)
  const unit = terms[0]?.amount.unit ?? ''
  if (kind === 'sum') {
    const total = plain(values.reduce((sum, value) => sum + value, 0))
    return `${listed.join('、')}，按原文数字相加为${total}${unit}${inWords(Number(total), unit)}（${values.map(plain).join('＋')}＝${total}）。`
  }
  const [a, b] = [...named].sort((x, y) => y.term.amount.value - x.term.amount.value)
  if (a === undefined || b === undefined || a.term.amount.value === b.term.amount.value)
    return `${listed.join('，')}，按原文数字相同。`
  const gap = plain(a.term.amount.value - b.term.amount.value)
  const sum = `${plain(a.term.amount.value)}－${plain(b.term.amount.value)}＝${gap}`
  const told = overYears(named) ?? `${a.name || `“${a.term.words}”`}较大`
  return `${listed.join('，')}，按原文数字相差${gap}${differenceUnit(unit)}${inWords(Number(gap), unit)}（${sum}），${told}。`
}

/** Of one place and two years: whether the figure rises or falls. */
function overYears(named: readonly Named[]): string | undefined {
  const [from, to] = named
    .flatMap(({ term }) => {
      const { jurisdiction, years } = term.citation
      const year = years !== null && years[0] === years[1] ? years[0] : undefined
      return year === undefined || jurisdiction === null ? [] : [{ place: jurisdiction.name, year, term }]
    })
    .sort((a, b) => a.year - b.year)
  if (from === undefined || to === undefined || from.year === to.year || from.place !== to.place)
    return undefined
  const isMore = to.term.amount.value > from.term.amount.value
  return `${to.year}年比${from.year}年${isMore ? '增加' : '减少'}`
}

function remainderWords(terms: readonly ReadTerm[]): string {
  const [whole, part] = terms
  if (whole === undefined || part === undefined) return ''
  const rest = plain(whole.amount.value - part.amount.value)
  const bound = REST_BOUND[part.amount.bound] ?? ''
  const sum = `${plain(whole.amount.value)}－${plain(part.amount.value)}＝${rest}`
  return `“${whole.words}”减去其中的“${part.words}”，按原文数字其余${bound}${rest}${whole.amount.unit}（${sum}）。`
}

function orderWords(named: readonly Named[]): string {
  const sorted = [...named].sort((a, b) => b.term.amount.value - a.term.amount.value)
  return `按原文数字由大到小：${sorted.map(({ name, term }) => `${name}“${term.words}”`).join('、')}。`
}

interface Named {
  readonly name: string
  readonly term: ReadTerm
}

/** Terms of one source need no name. */
function namesOf(terms: readonly ReadTerm[]): readonly Named[] {
  const names = terms.map(({ citation }) => attributionOf(citation))
  const isOne = new Set(names).size === 1
  return terms.map((term, at) => ({ name: isOne ? '' : (names[at] ?? ''), term }))
}

function differenceUnit(unit: string): string {
  return unit === '%' ? '个百分点' : unit === '‰' ? '个千分点' : unit
}

/** A long number once more in 万 or 亿. */
function inWords(value: number, unit: string): string {
  if (value < 1e4 || /^[万亿]/u.test(unit)) return ''
  return value < 1e8 ? `、即${plain(value / 1e4)}万${unit}` : `、即${plain(value / 1e8)}亿${unit}`
}

/** Without the noise of binary fractions. */
function plain(value: number): string {
  return String(Number(value.toPrecision(12)))
}

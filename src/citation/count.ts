import type { Corpus, Document, DocumentId, Range, Section, Span } from '../corpus/index.ts'
import { normalisedView } from '../corpus/index.ts'
import { parseChineseNumeral, sentencesIn, tablesIn } from '../text/index.ts'
import { type Citation, resolveCitation } from './citation.ts'
import { faultOf } from './pause.ts'
import type { Check, ProvenSentence } from './prove.ts'

/**
 * A whole that is counted: the items of an enumeration, the headings of one level under a heading, all headings
 * of a level that are numbered through from 1 over the whole document, or the rows of a table.
 */
export type Whole =
  | { readonly kind: 'enumeration'; readonly documentId: DocumentId; readonly start: number }
  | {
      readonly kind: 'headings'
      readonly documentId: DocumentId
      readonly parentId: string | null
      readonly level: number
    }
  | { readonly kind: 'numbered_through'; readonly documentId: DocumentId; readonly level: number }
  /** The rows of the table whose header begins at `start`, each by the cell of one column. */
  | {
      readonly kind: 'table'
      readonly documentId: DocumentId
      readonly start: number
      readonly column: number
    }

const ORDINAL =
  /^\s*(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[,、]?|\(?\d+[).、]|\(?[一二三四五六七八九十]+[)、])\s*|[\s。;,、]+$/gu
const OPEN_END = /等(?:等|工作|内容|任务|方面|事项)?\s*[。;；,，]?\s*$|等[。;；]/u

/** The sentence that states the number of a whole's items. */
export function wordCount(whole: Whole, corpus: Corpus): string | undefined {
  const document = corpus.documents.get(whole.documentId)?.document
  const items = document === undefined ? [] : itemsOf(whole, document)
  return document === undefined || items.length < 2 ? undefined : wordingOf(whole, document, items.length)
}

/** The items of a whole as ranges, in reading order; empty when there is no such whole. */
export function itemsOf(whole: Whole, { enumerations, sections, text }: Document) {
  if (whole.kind === 'table') {
    const table = tablesIn(text).find(({ header }) => header[0]?.start === whole.start)
    return table?.rows.flatMap((cells) => cells[whole.column] ?? []) ?? []
  }
  if (whole.kind === 'enumeration') {
    const items = enumerations.find(({ start }) => start === whole.start)?.items ?? []
    return isClosed(items, text) ? items : []
  }
  const level = sections.filter((section) => section.level === whole.level)
  const own = whole.kind === 'headings' ? level.filter(({ parentId }) => parentId === whole.parentId) : level
  // Numbered from 1 an item without a heading is none the less one, and is cited by its first sentence.
  const isWhole =
    own.every(({ heading }) => heading !== '') || own.every((section, at) => numberOf(section) === at + 1)
  const isNumbered =
    whole.kind === 'headings' ? runsOn(own) : own.every((section, at) => numberOf(section) === at + 1)
  return isWhole && isNumbered ? own.map((section) => itemOf(section, text)) : []
}

function itemOf({ start, heading, headingEnd, end }: Section, text: string): Range {
  if (heading !== '') return { start, end: headingEnd }
  const first = sentencesIn(text, { start, end }).find((range) =>
    /\p{L}/u.test(text.slice(range.start, range.end)),
  )
  return { start, end: first?.end ?? headingEnd }
}

/** 等 leaves a list open, and a thing named twice is not two. */
function isClosed(items: readonly Range[], text: string): boolean {
  const last = items.at(-1)
  if (last === undefined) return false
  const words = items.map(({ start, end }) => normalisedView(text.slice(start, end)).replace(ORDINAL, ''))
  const end = text.slice(last.start, last.end + 3)
  return new Set(words).size === items.length && !OPEN_END.test(end)
}

/** A number that is left out or given twice may be a heading that was not read, or read twice. */
function runsOn(own: readonly Section[]): boolean {
  const numbers = own.map(numberOf)
  const [first] = numbers
  return numbers.every((number, at) => number === (first === undefined ? undefined : first + at))
}

function numberOf({ number }: Section): number | undefined {
  const digits = /\d+/u.exec(number)?.[0]
  if (digits !== undefined) return Number(digits)
  return parseChineseNumeral(/[一二三四五六七八九十百]+/u.exec(number)?.[0] ?? '')
}

/**
 * Proves a counted number: each item of the whole is cited once and exactly from within itself, none is left out,
 * and the sentence says that number.
 */
export function proveCount(
  text: string,
  whole: Whole,
  spans: readonly Span[],
  corpus: Corpus,
): ProvenSentence {
  const document = corpus.documents.get(whole.documentId)?.document
  const items = document === undefined ? [] : itemsOf(whole, document)
  const citations = spans.flatMap((span) => soundCitation(span, corpus) ?? [])
  const areSound = citations.length === spans.length && spans.length > 1
  const isWhole =
    spans.length === items.length &&
    items.every(({ start, end }, at) => {
      const span = spans[at]
      return (
        span !== undefined &&
        span.documentId === whole.documentId &&
        start <= span.start &&
        span.start < span.end &&
        span.end <= end
      )
    })
  const isSaid = document !== undefined && text === wordingOf(whole, document, items.length)
  const checks: readonly Check[] = [
    {
      kind: 'term',
      value: String(spans.length),
      ok: areSound,
      note: areSound ? '各项均引自原文' : '有一项不是原文',
    },
    {
      kind: 'arithmetic',
      value: text,
      ok: isWhole && isSaid,
      note: isWhole && isSaid ? '逐项数过，没有遗漏' : '与原文的项数不一致',
    },
  ]
  const isProven = checks.every(({ ok }) => ok)
  return { text, verdict: isProven ? 'proven' : 'unproven', citations: isProven ? citations : [], checks }
}

function soundCitation(span: Span, corpus: Corpus): Citation | undefined {
  const indexed = corpus.documents.get(span.documentId)
  const isSound =
    indexed !== undefined && faultOf(span, { previous: undefined, next: undefined }, indexed) === undefined
  return isSound ? resolveCitation(span, corpus) : undefined
}

function wordingOf(whole: Whole, { sections }: Document, count: number): string {
  if (whole.kind === 'enumeration') return `共${count}项：以上为原文此处所列的全部各项。`
  if (whole.kind === 'numbered_through') return `共${count}条：以上为全文统一编号的全部条目。`
  if (whole.kind === 'table') return `共${count}项：以上为原文这张表的全部各行。`
  const parent = sections.find(({ id }) => id === whole.parentId)
  if (parent === undefined) return `共${count}个部分：以上为原文这一级标题的全部条目。`
  return `共${count}项：以上为原文“${parent.heading}”之下的全部条目。`
}

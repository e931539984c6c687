import {
  headsOver,
  type ProvenSentence,
  proveCells,
  proveComputed,
  wordComputation,
} from '../../citation/index.ts'
import type { IndexedDocument, Range } from '../../corpus/index.ts'
import { overlaps } from '../../corpus/index.ts'
import { type Table, tablesIn, turnOf } from '../../text/index.ts'
import type { Desk } from '../desk.ts'
import { measure } from '../evidence/coverage.ts'
import { levelsIn } from '../evidence/levels.ts'
import { withoutWords } from '../question/pieces.ts'
import { COUNT_WORDS, type Question, SUM_WORDS } from '../question/question.ts'
import { type Topic, weighName } from '../question/topic.ts'
import { isVerified } from '../result.ts'
import { quoteListing } from './listing.ts'

/** A table of one plan, and which of its columns names the rows. */
interface Found {
  readonly indexed: IndexedDocument
  readonly table: Table
  readonly name: number
}

/** Words that say it is a table that is asked about. */
const NAMES_TABLE = /附[件表]|清单|一览表|指标表|推进表|任务表|项目表|名录|表[里中内上]/u
const NAME = [/指标/u, /名称|项目|任务|事项/u, /内容|工作/u]
const BODY_COLUMN = /责任|牵头|负责|承办/u
const DEADLINE_COLUMN = /时限|时间|期限|节点|年限|完成日期/u
const IDLE_COLUMN = /^(?:序号|编号)$/u
/** Which annex is meant, that it is a table, and how many rows it is said to have. */
const TABLE_WORDS =
  /附[件表]\s*[\d一二三四五六七八九十]*(?:里边?|中|内|上)?|(?:的)?(?:表格?|清单|名录)(?:[里中内上]面?|列[了出]?)|(?<=指标|项目|任务)表|(?:这|那)?[一二三四五六七八九十两\d]+[个项大](?=\p{Script=Han})|列[了出]|一行|的?(?:各项|所有|全部)/u
const ANNEX = /附(?<kind>[件表])\s*(?<number>[\d一二三四五六七八九十]+)/u
/** What is asked of a row beyond its name. */
const ASKING =
  /这[个项]指标|指标|(?:由|归|是)?(?:谁|哪(?:个|些|家)?)(?:单位|部门|科室)?(?:来)?(?:负责|牵头|承担|管)?|(?:责任|牵头)(?:单位|部门)|变化|怎么变|目标值?|从|到|的|基[期数]值?|(?:总)?(?:数量|数目)|总|共/u
const BASE_COLUMN = /基[期数]|现状/u
const UNIT_COLUMN = /^(?:计量)?单位$/u
const LEAST_ROW = 0.8
const LEAST_CAPTION = 0.8
const FEWEST_ROWS = 2
const MOST_DOCUMENTS = 40

/** What the tables of a plan say of the row that the question names, or of all their rows. Empty when none is meant. */
export function answerFromTable(
  question: Question,
  isAttributed: boolean,
  desk: Desk,
): readonly ProvenSentence[] {
  const found = [...question.query.documentIds].slice(0, MOST_DOCUMENTS).flatMap((id) => {
    const indexed = desk.corpus.documents.get(id)
    return indexed === undefined ? [] : tablesOf(indexed)
  })
  if (found.length === 0 || question.asksResult) return []
  const whole = wholeTable(question, found, isAttributed, desk)
  return whole.length > 0 ? whole : ofRow(question, found, isAttributed, desk)
}

function tablesOf(indexed: IndexedDocument): readonly Found[] {
  const { document, view } = indexed
  return tablesIn(document.text).flatMap((table) => {
    const words = table.header.map(({ start, end }) => view.slice(start, end))
    const name = NAME.map((pattern) => words.findIndex((word) => pattern.test(word))).find((at) => at !== -1)
    const from = table.header[0]?.start ?? 0
    const end = table.rows.at(-1)?.at(-1)?.end ?? from
    const isExcluded = document.exclusions.some((exclusion) => overlaps(exclusion, { start: from, end }))
    return name === undefined || isExcluded || isTurnedRound(table, indexed) ? [] : [{ indexed, table, name }]
  })
}

/** Cells are told without the head they stand under, which a list of what is called off needs. */
function isTurnedRound({ caption, header }: Table, indexed: IndexedDocument): boolean {
  const [first] = header
  if (caption !== null && turnOf(indexed.view.slice(caption.start, caption.end)) !== null) return true
  return first !== undefined && headsOver(first.start, indexed).length > 0
}

/** The rows of the table whose caption the question names: their number, their names, or the sum of a column. */
function wholeTable(
  question: Question,
  found: readonly Found[],
  isAttributed: boolean,
  desk: Desk,
): readonly ProvenSentence[] {
  const { kind, query } = question
  const isSum = kind === 'sum'
  if (!isSum && kind !== 'count' && kind !== 'list') return []
  if (!isSum && !NAMES_TABLE.test(query.view)) return []
  const bare = withoutWords(withoutWords(withoutWords(query, COUNT_WORDS), SUM_WORDS), TABLE_WORDS)
  const topic = weighName(bare.pieces, desk.rarity)
  const named = ANNEX.exec(query.view)?.groups
  const fitting = found
    .filter((one) => one.table.rows.length >= FEWEST_ROWS && isAnnex(one, named?.number))
    .map((one) => ({ one, share: captionShare(one, topic, isSum) }))
    .filter(({ share }) => share >= LEAST_CAPTION)
    .sort((a, b) => b.share - a.share)
  const [best, second] = fitting
  if (best === undefined || second?.share === best.share) return []
  return isSum ? sumOfColumn(best.one, topic, isAttributed, desk) : namesOfRows(best.one, isAttributed, desk)
}

function isAnnex({ indexed: { view }, table: { caption } }: Found, number: string | undefined): boolean {
  if (number === undefined) return true
  const above =
    caption === null ? undefined : ANNEX.exec(view.slice(caption.start, caption.end))?.groups?.number
  return above === number
}

/** The caption and the header of the naming column; of a sum all headers. */
function captionShare({ indexed: { view }, table, name }: Found, topic: Topic, isSum: boolean): number {
  const own = table.header.filter((_, at) => isSum || at === name)
  const ranges = [...(table.caption === null ? [] : [table.caption]), ...own]
  const words = ranges.map(({ start, end }) => view.slice(start, end)).join('\n')
  return topic.totalWeight === 0 ? 1 : measure(topic, levelsIn(topic, words)).share
}

function namesOfRows({ indexed: { document }, table, name }: Found, isAttributed: boolean, desk: Desk) {
  const whole = {
    kind: 'table',
    documentId: document.id,
    start: table.header[0]?.start ?? 0,
    column: name,
  } as const
  const ranges = table.rows.flatMap((cells) => cells[name] ?? [])
  const quoted = quoteListing({ document, ranges, whole }, isAttributed, desk)
  return quoted.at(-1)?.verdict === 'proven' ? quoted : []
}

function sumOfColumn(found: Found, topic: Topic, isAttributed: boolean, desk: Desk) {
  const { indexed, table } = found
  const { document, view } = indexed
  const shares = table.header.map((range) => headerShare(range, indexed, topic))
  const best = Math.max(...shares)
  const column = shares.indexOf(best)
  if (best < 0.5 || shares.lastIndexOf(best) !== column || column === found.name) return []
  const cells = table.rows.flatMap((row) => row[column] ?? [])
  if (!cells.every(({ start, end }) => /^\d[\d.,]*$/u.test(view.slice(start, end)))) return []
  const quoted = table.rows.map((_, row) => cellsOf(found, row, [column], isAttributed, desk))
  const terms = cells.map((cell) => ({ span: { documentId: document.id, ...cell }, figure: cell }))
  const computation = { kind: 'sum', terms } as const
  const text = wordComputation(computation, desk.corpus)
  if (text === undefined) return []
  const sentences = [...quoted, proveComputed(text, computation, desk.corpus)]
  return sentences.every(isVerified) ? sentences : []
}

/** Share of a header's own characters that the question holds. */
function headerShare({ start, end }: Range, { view }: IndexedDocument, topic: Topic): number {
  const header = view.slice(start, end).replace(/\(.*\)$/u, '')
  return header.length < 2 ? 0 : sharedPairs(header, topic.pieces.map(({ text }) => text).join('\n'))
}

/** Share of a word's pairs of characters that another text holds. */
function sharedPairs(word: string, text: string): number {
  const letters = [...word]
  const pairs = letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
  return pairs.filter((pair) => text.includes(pair)).length / Math.max(1, pairs.length)
}

interface Row {
  readonly found: Found
  readonly row: number
  readonly share: number
}

/** The cells asked about in the one row that the question names. */
function ofRow(
  question: Question,
  found: readonly Found[],
  isAttributed: boolean,
  desk: Desk,
): readonly ProvenSentence[] {
  const columnsIn = (table: Found) => columnsAsked(question, table)
  const topic = weighName(withoutWords(question.query, ASKING).pieces, desk.rarity)
  const rows = found
    .filter((one) => columnsIn(one).length > 0)
    .flatMap((one) =>
      one.table.rows.map((cells, row) => ({
        found: one,
        row,
        share: rowShare(one, cells, topic, headersOf(one, columnsIn(one))),
      })),
    )
    .filter(({ share }) => share >= LEAST_ROW)
    .sort((a: Row, b: Row) => b.share - a.share)
  const [best, second] = rows
  if (best === undefined || second?.share === best.share) return []
  return [cellsOf(best.found, best.row, columnsIn(best.found), isAttributed, desk)].filter(isVerified)
}

function headersOf({ indexed: { view }, table }: Found, columns: readonly number[]): readonly string[] {
  return columns.flatMap((at) => {
    const header = table.header[at]
    return header === undefined ? [] : [view.slice(header.start, header.end)]
  })
}

/** How much of what is asked about the row's name holds, and how much of the name is asked about: the lesser of both. */
function rowShare(
  { indexed: { view }, name }: Found,
  cells: readonly Range[],
  topic: Topic,
  headers: readonly string[],
): number {
  const cell = cells[name]
  if (cell === undefined || topic.pieces.length === 0) return 0
  const words = view.slice(cell.start, cell.end)
  const { share, gap } = measure(topic, levelsIn(topic, `${words}\n${headers.join('\n')}`))
  const isLetterOnly = gap.text.length === 1 && words.includes(gap.text)
  const own = sharedPairs(words.replace(/\(.*?\)/gu, ''), topic.pieces.map(({ text }) => text).join('\n'))
  return (gap.share > 0.2 && !isLetterOnly) || own < 0.5
    ? 0
    : isLetterOnly
      ? Math.max(share, LEAST_ROW)
      : share
}

/** Whether the question calls a column by its header, of which a bracket is no part. */
function isCalled(header: string, asked: string): boolean {
  const bare = header.replace(/\(.*\)$/u, '')
  return bare.length > 1 && !/20\d{2}/u.test(bare) && asked.includes(bare)
}

/** The columns that hold what is asked for: who, by when, or the figures of the years that are named. */
function columnsAsked(
  { query, kind, expected }: Question,
  { indexed, table, name }: Found,
): readonly number[] {
  const headers = table.header.map(({ start, end }) => indexed.view.slice(start, end))
  const where = (test: (header: string) => boolean) =>
    headers.flatMap((header, at) => (test(header) && !IDLE_COLUMN.test(header) ? [at] : []))
  if (expected.some((one) => one.kind === 'body' || one.kind === 'person'))
    return where((header) => BODY_COLUMN.test(header))
  if (expected.some((one) => one.kind === 'time')) return where((header) => DEADLINE_COLUMN.test(header))
  const called = where((header) => isCalled(header, query.view) && header !== headers[name])
  if (called.length === 1 && query.years.length === 0) return called
  const asksFigure = expected.some((one) => one.kind === 'quantity' || one.kind === 'share')
  const isOverTime = kind === 'change' || kind === 'compare'
  if (!asksFigure && !isOverTime) return []
  const ofYears = where((header) => query.years.some((year) => header.includes(String(year))))
  const areAll = query.years.every((year) => headers.some((header) => header.includes(String(year))))
  if (isOverTime && query.years.length < 2) {
    const all = where((header) => /20\d{2}/u.test(header) || BASE_COLUMN.test(header))
    if (all.length > 1 && areAll) return [...where((header) => UNIT_COLUMN.test(header)), ...all]
  }
  if (!areAll || ofYears.length === 0) return []
  return [...where((header) => UNIT_COLUMN.test(header)), ...ofYears]
}

function cellsOf(
  { indexed: { document }, table, name }: Found,
  row: number,
  columns: readonly number[],
  isAttributed: boolean,
  desk: Desk,
): ProvenSentence {
  const start = table.header[0]?.start ?? 0
  return proveCells({ documentId: document.id, start, row, name, columns }, isAttributed, desk.corpus)
}

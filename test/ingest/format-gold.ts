import { readerFor } from '../../src/adapter/parser-process/readers.ts'
import { type Document, normalisedView, type Range, subtract } from '../../src/corpus/index.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import { type Encoding, encode } from '../fixture/format/encode.ts'
import {
  numberedDocx,
  type Paragraphs,
  paragraphsOf,
  printedOfd,
  printedPdf,
  sitePage,
} from '../fixture/format/plan-writer.ts'
import { gazetteer } from '../reader.ts'
import { type Gold, metadataMisses } from './gold.ts'

type Save = (paragraphs: Paragraphs) => Uint8Array

function plain(encoding: Encoding, mark = ''): Save {
  return (paragraphs) => encode(mark + paragraphs.join('\n'), encoding)
}

/** The forms one plan is saved in; the name of the file tells nothing that its bytes do not. */
export const WAYS: readonly (readonly [way: string, file: string, save: Save])[] = [
  ['txt utf-8', 'a.txt', plain('utf-8')],
  ['txt utf-8 with mark', 'a.txt', plain('utf-8', '\ufeff')],
  ['txt gb18030', 'a.txt', plain('gb18030')],
  ['txt big5', 'a.txt', plain('big5')],
  ['txt utf-16le', 'a.txt', plain('utf-16le')],
  ['txt utf-16be with mark', 'a.txt', plain('utf-16be', '\ufeff')],
  ['html utf-8', 'a.html', (paragraphs) => Buffer.from(sitePage(paragraphs, 'utf-8'))],
  ['html gbk', 'a.htm', (paragraphs) => encode(sitePage(paragraphs, 'gbk'), 'gb18030')],
  ['docx numbered', 'a.docx', (paragraphs) => numberedDocx(paragraphs)],
  ['pdf', 'a.pdf', printedPdf],
  ['ofd', 'a.ofd', printedOfd],
]

/** How a plan saved in one form was read, counted against what a person reads in its text. */
export interface FormatCount {
  readonly headings: {
    readonly right: number
    readonly found: number
    readonly gold: number
    /** Right ones whose level is right too. */
    readonly level: number
  }
  readonly metadata: { readonly right: number; readonly all: number }
  /** Characters of the gold's text: wrongly kept, wrongly left out, and rightly left out. */
  readonly characters: { readonly kept: number; readonly lost: number; readonly excluded: number }
}

/** Undefined for an encoding that does not know all of the characters. */
export async function countOf(
  gold: Gold,
  [way, file, save]: (typeof WAYS)[number],
): Promise<FormatCount | undefined> {
  const paragraphs = paragraphsOf(gold.text)
  if (way === 'txt big5' && !isWritable(gold.text)) return undefined
  const bytes = save(paragraphs)
  const document = readDocument(file, bytes, await readerFor(file, bytes).read(file, bytes), gazetteer)
  const misses = metadataMisses(document, gold)
  return {
    headings: headingsOf(document, gold),
    metadata: { right: 8 - misses.length, all: 8 },
    characters: charactersOf(document, gold),
  }
}

function isWritable(text: string): boolean {
  return new TextDecoder('big5').decode(encode(text, 'big5')) === text
}

const squeezed = (text: string) => text.replace(/\s+/gu, '')

function headingsOf({ sections }: Document, gold: Gold) {
  const wanted = gold.headings.map(({ level, words }) => [level, squeezed(words)] as const)
  const read = sections.map(({ level, number, heading }) => [level, squeezed(number + heading)] as const)
  const wordsOf = (headings: typeof read) => headings.map(([, words]) => words)
  return {
    right: sharedOf(wordsOf(wanted), wordsOf(read)),
    level: sharedOf(wanted.map(String), read.map(String)),
    found: read.length,
    gold: wanted.length,
  }
}

/** How many of the one stand among the other, each as often as it is there. */
function sharedOf(wanted: readonly string[], read: readonly string[]): number {
  const open = new Map<string, number>()
  for (const each of read) open.set(each, (open.get(each) ?? 0) + 1)
  return wanted.filter((each) => {
    const left = open.get(each) ?? 0
    open.set(each, left - 1)
    return left > 0
  }).length
}

/** Lines of what is left of a text without its exclusions. */
function keptLines(text: string, excluded: readonly Range[]): readonly string[] {
  const kept = subtract({ start: 0, end: text.length }, excluded)
  const words = kept.map(({ start, end }) => text.slice(start, end)).join('')
  return words
    .split('\n')
    .map(squeezed)
    .filter((line) => line !== '')
}

/** What a form adds of its own, such as page numbers, is excluded rightly and counts nowhere. */
function charactersOf(document: Document, gold: Gold) {
  const view = (lines: readonly string[]) => lines.map((line) => normalisedView(line))
  const wanted = view(keptLines(gold.text, gold.excluded))
  const read = view(keptLines(document.text, document.exclusions))
  const [extra, missing] = [without(read, wanted), without(wanted, read)]
  const shared = commonLength(extra, missing)
  return {
    kept: extra.length - shared,
    lost: missing.length - shared,
    excluded: gold.excluded.reduce(
      (sum, { start, end }) => sum + squeezed(gold.text.slice(start, end)).length,
      0,
    ),
  }
}

/** What of `lines` is not among `others`, however either is broken into lines. */
function without(lines: readonly string[], others: readonly string[]): string {
  const whole = others.join('')
  const strange = lines.filter((line) => !whole.includes(line))
  return strange.map((line) => others.reduce((rest, other) => rest.replace(other, ''), line)).join('')
}

/** Length of the longest common subsequence: lines that differ in a few characters count for these alone. */
function commonLength(a: string, b: string): number {
  let row = new Uint16Array(b.length + 1)
  for (const character of a) {
    const next = new Uint16Array(b.length + 1)
    for (let at = 1; at <= b.length; at++)
      next[at] = b[at - 1] === character ? (row[at - 1] ?? 0) + 1 : Math.max(next[at - 1] ?? 0, row[at] ?? 0)
    row = next
  }
  return row[b.length] ?? 0
}

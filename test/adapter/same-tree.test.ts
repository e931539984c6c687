import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recognise } from '../../src/adapter/ocr/index.ts'
import { readerFor } from '../../src/adapter/parser-process/readers.ts'
import { type Document, subtract } from '../../src/corpus/index.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import { encode } from '../fixture/format/encode.ts'
import { pageCanvas } from '../fixture/format/page-image.ts'
import {
  firstPage,
  numberedDocx,
  type Paragraphs,
  paragraphsOf,
  printedOfd,
  printedPdf,
  sitePage,
} from '../fixture/format/plan-writer.ts'
import { gazetteer, PLAN_FOLDER } from '../reader.ts'

const PLANS = readdirSync(PLAN_FOLDER).flatMap((name) => (name.endsWith('.txt') ? [name.slice(0, -4)] : []))
const WORD_FOLDER = join(import.meta.dirname, '../fixture/format/word')

const WAYS: readonly (readonly [file: string, save: (paragraphs: Paragraphs, plan: string) => Uint8Array])[] =
  [
    ['a.txt in GB18030', (paragraphs) => encode(paragraphs.join('\r\n'), 'gb18030')],
    ['a.html', (paragraphs) => Buffer.from(sitePage(paragraphs, 'utf-8'))],
    ['a.htm in GBK', (paragraphs) => encode(sitePage(paragraphs, 'gbk'), 'gb18030')],
    ['a.docx', (paragraphs) => numberedDocx(paragraphs)],
    ['a.docx of many lists', (paragraphs) => numberedDocx(paragraphs, 'definition')],
    // Written by an office suite from `numberedDocx(paragraphs, 'definition')`.
    ['a.doc', (_, plan) => readFileSync(join(WORD_FOLDER, `${plan}.doc`))],
    ['a.pdf', (paragraphs) => printedPdf(paragraphs)],
    ['a.ofd', (paragraphs) => printedOfd(paragraphs)],
  ]

async function read(name: string, bytes: Uint8Array): Promise<Document> {
  const [file = name] = name.split(' ')
  return readDocument(file, bytes, await readerFor(file, bytes).read(file, bytes), gazetteer)
}

const squeezed = (text: string) => text.replace(/\s+/gu, '')

/** What must not depend on the format; blanks do, and so do places. */
function essence({ text, sections, metadata, passages, exclusions }: Document) {
  const values = Object.entries(metadata).map(([name, field]) => {
    const value = field?.value ?? null
    return [name, typeof value === 'string' ? squeezed(value) : value]
  })
  return {
    metadata: Object.fromEntries(values),
    sections: sections.map(
      ({ number, heading, level }) => `${level} ${squeezed(number)} ${squeezed(heading)}`,
    ),
    passages: passages.map((passage) =>
      squeezed(
        subtract(passage, exclusions)
          .map(({ start, end }) => text.slice(start, end))
          .join(''),
      ),
    ),
  }
}

describe.each(PLANS)('%s', (plan) => {
  const paragraphs = paragraphsOf(readFileSync(join(PLAN_FOLDER, `${plan}.txt`), 'utf8'))

  it.each(WAYS)(
    'has the same sections, facts and passages as plain text when it is saved as %s',
    async (name, save) => {
      const expected = essence(await read('a.txt', Buffer.from(paragraphs.join('\n'))))
      expect(expected.sections.length).toBeGreaterThan(15)
      expect(essence(await read(name, save(paragraphs, plan)))).toEqual(expected)
    },
  )
})

it('a scan of half a page has the same sections and facts as its text', async () => {
  const paragraphs = paragraphsOf(readFileSync(join(PLAN_FOLDER, 'hengyang-2023-annual-plan.txt'), 'utf8'))
  const lines = firstPage(paragraphs).slice(0, 12)
  const text = lines
    .map((line) => line.replace(/^\u3000+/u, '\n'))
    .join('')
    .trim()
  const printed = essence(await read('a.txt', Buffer.from(text)))
  const scan = pageCanvas(lines, 1240, 1000).toBuffer('image/png')
  const scanned = essence(readDocument('a.png', scan, await recognise('a.png', scan), gazetteer))
  expect(scanned.sections).toEqual(printed.sections)
  expect(scanned.metadata).toEqual(printed.metadata)
})

import { describe, expect, it } from 'vitest'
import { readerFor } from '../../src/adapter/parser-process/readers.ts'
import { docxOf, run } from '../fixture/format/docx-writer.ts'
import { type PdfText, pdfOf } from '../fixture/format/pdf-writer.ts'

interface Cell {
  readonly text: string
  readonly columns?: number
  readonly rows?: number
}
type Table = readonly (readonly Cell[])[]

const cells = (...texts: readonly string[]): readonly Cell[] => texts.map((text) => ({ text }))

const PLAIN: Table = [
  cells('序号', '指标名称', '2024年', '2025年', '责任单位'),
  cells('1', '居民健康素养水平', '30%', '', '宣传科'),
  cells('2', '重点人群签约率', '', '75%', '基层科'),
  cells('3', '新增托位数', '1200', '2600', ''),
]
const MERGED: Table = [
  [
    { text: '序号', rows: 2 },
    { text: '指标名称', rows: 2 },
    { text: '目标值', columns: 2 },
    { text: '责任单位', rows: 2 },
  ],
  cells('2024年', '2025年'),
  [...cells('1', '居民健康素养水平', '30%', '32%'), { text: '宣传科', rows: 2 }],
  [...cells('2', '重点人群签约率'), { text: '75%', columns: 2 }],
]

function html(table: Table): Uint8Array {
  const rows = table.map((row) => {
    const own = row.map(
      ({ text, columns = 1, rows: height = 1 }) =>
        `<td rowspan="${height}" colspan="${columns}"><p>${text}</p></td>`,
    )
    return `<tr>${own.join('')}</tr>`
  })
  return Buffer.from(`<html><body><table border="1">${rows.join('')}</table></body></html>`)
}

/** Word repeats a cell that reaches down as an empty one in each further row. */
function docx(table: Table): Uint8Array {
  let below: number[] = []
  const rows = table.map((row) => {
    const waiting = [...row]
    const next: number[] = []
    const own: string[] = []
    while (next.length < 5) {
      const column = next.length
      if ((below[column] ?? 0) > 0) {
        next.push((below[column] ?? 0) - 1)
        own.push('<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>')
        continue
      }
      const { text = '', columns = 1, rows: height = 1 } = waiting.shift() ?? {}
      for (let at = 0; at < columns; at++) next.push(height - 1)
      const merged = `${columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : ''}${height > 1 ? '<w:vMerge w:val="restart"/>' : ''}`
      own.push(`<w:tc><w:tcPr>${merged}</w:tcPr><w:p>${run(text)}</w:p></w:tc>`)
    }
    below = next
    return `<w:tr>${own.join('')}</w:tr>`
  })
  return docxOf({ body: `<w:tbl>${rows.join('')}</w:tbl>` })
}

function pdf(table: Table): Uint8Array {
  const left = [60, 110, 280, 360, 440]
  const texts = table.flatMap((row, at) =>
    row.flatMap(({ text }, column): readonly PdfText[] =>
      text === '' ? [] : [{ x: left[column] ?? 0, y: 700 - at * 30, size: 12, text }],
    ),
  )
  return pdfOf([{ texts }])
}

async function linesOf(file: string, bytes: Uint8Array): Promise<readonly string[]> {
  return (await readerFor(file, bytes).read(file, bytes)).text.split('\n')
}

describe('a table', () => {
  it.each([
    ['a.html', html],
    ['a.docx', docx],
    ['a.pdf', pdf],
  ])('of %s is one line a row, with every value under its heading', async (file, save) => {
    expect(await linesOf(file, save(PLAIN))).toEqual(
      PLAIN.map((row) => row.map(({ text }) => text).join('\t')),
    )
  })

  it.each([
    ['a.html', html],
    ['a.docx', docx],
  ])('of %s keeps its columns where cells are merged', async (file, save) => {
    expect(await linesOf(file, save(MERGED))).toEqual([
      '序号\t指标名称\t目标值\t\t责任单位',
      '\t\t2024年\t2025年\t',
      '1\t居民健康素养水平\t30%\t32%\t宣传科',
      '2\t重点人群签约率\t75%\t\t',
    ])
  })

  it('of a PDF never puts a value under a heading it does not stand under', async () => {
    const texts: readonly PdfText[] = [
      { x: 60, y: 700, size: 12, text: '指标' },
      { x: 260, y: 700, size: 12, text: '2024年' },
      { x: 360, y: 700, size: 12, text: '2025年' },
      { x: 60, y: 670, size: 12, text: '签约率' },
      { x: 310, y: 670, size: 12, text: '75%' },
      { x: 60, y: 640, size: 12, text: '托位数' },
      { x: 362, y: 640, size: 12, text: '2600' },
    ]
    expect(await linesOf('a.pdf', pdfOf([{ texts }]))).toEqual([
      '指标\t2024年\t\t2025年',
      '签约率\t\t75%\t',
      '托位数\t\t\t2600',
    ])
  })

  it('of a PDF has a place for every character, tabs too', async () => {
    const bytes = pdf(PLAIN)
    const { pages = [] } = await readerFor('a.pdf', bytes).read('a.pdf', bytes)
    for (const { start, end, edges } of pages.flatMap(({ lines }) => lines))
      expect(edges).toHaveLength(2 * (end - start))
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentTextJson } from '../../src/api/document-schema.ts'
import { indexCodePoints } from '../../src/web/code-point.ts'
import { type SourceBlock, type SourceLine, toSourceBlocks } from '../../src/web/source-block.ts'
import { anyText, textWithRange } from './text.ts'

interface Parts {
  readonly title?: string
  readonly excluded?: readonly (readonly [start: number, end: number, reason: string])[]
  readonly headings?: readonly (readonly [start: number, end: number])[]
}

function blocksOf(text: string, { title = '', excluded = [], headings = [] }: Parts = {}) {
  const source: DocumentTextJson = {
    document_id: '0'.repeat(16),
    file: 'plan.txt',
    title,
    index_unit: 'code_point',
    sha256: '',
    text,
    excluded: excluded.map(([start, end, reason]) => ({ start, end, reason, text: text.slice(start, end) })),
    sections: headings.map(([start, end]) => ({
      id: `${start}`,
      parent_id: null,
      level: 1,
      number: '',
      heading: '',
      start,
      end: text.length,
      heading_end: end,
    })),
    restored: [],
    etag: '',
    superseded_by: null,
  }
  return toSourceBlocks(source, indexCodePoints(text))
}

const linesOf = (blocks: readonly SourceBlock[]): readonly SourceLine[] =>
  blocks.flatMap((block) => (block.kind === 'line' ? [block] : block.lines))

const textOf = (blocks: readonly SourceBlock[], text: string): string =>
  linesOf(blocks)
    .flatMap((line) => line.segments)
    .map(({ start, end }) => text.slice(start, end))
    .join('')

describe('toSourceBlocks', () => {
  it('shows every character once and in order, whatever is excluded or a heading', () => {
    fc.assert(
      fc.property(textWithRange, fc.nat(60), fc.nat(60), ({ text, start, end }, from, to) => {
        const { length } = [...text]
        const headings = [[Math.min(from, to, length), Math.min(Math.max(from, to), length)] as const]
        expect(textOf(blocksOf(text, { excluded: [[start, end, 'seo_spam']], headings }), text)).toBe(text)
      }),
    )
    fc.assert(fc.property(anyText, (text) => textOf(blocksOf(text), text) === text))
  })

  it.each(readdirSync('seeds').filter((file) => file.endsWith('.txt')))('keeps %s whole', (file) => {
    const text = readFileSync(`seeds/${file}`, 'utf8')
    expect(textOf(blocksOf(text), text)).toBe(text)
  })

  it('tells indentation, heading and body of a line apart', () => {
    const text = '    1.抓好落实。各单位负责。\n'
    const [line] = linesOf(blocksOf(text, { headings: [[4, 10]] }))
    expect(line?.segments.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['indent', '    '],
      ['heading', '1.抓好落实'],
      ['body', '。各单位负责。\n'],
    ])
  })

  it('knows the title line, heading lines and blank lines', () => {
    const blocks = blocksOf('2022年工作要点\n  \n一、总体要求\n正文', {
      title: '2022年工作要点',
      headings: [[13, 19]],
    })
    expect(linesOf(blocks).map((line) => line.role)).toEqual(['title', 'blank', 'heading', 'body'])
  })

  it('takes no excluded line for the title', () => {
    const blocks = blocksOf('工作要点\n正文\n  工作要点\n', {
      title: '工作要点',
      excluded: [[0, 4, 'repeated_title']],
    })
    expect(linesOf(blocks).map((line) => line.role)).toEqual(['body', 'body', 'title'])
  })

  it('strikes out a word inside a line and keeps the line in place', () => {
    const blocks = blocksOf('制定大发体育具体方案', { excluded: [[2, 6, 'injected_term']] })
    expect(blocks).toHaveLength(1)
    expect(linesOf(blocks)[0]?.segments.map((segment) => segment.reason)).toEqual([
      null,
      'injected_term',
      null,
    ])
  })

  it('opens each exclusion once, also one over several lines that begins with a line break', () => {
    const text = '打印𠮷\n分享\n  转发\n正文混入词语\n'
    const lines = linesOf(
      blocksOf(text, {
        excluded: [
          [3, 11, 'page_chrome'],
          [14, 16, 'injected_term'],
        ],
      }),
    )
    const opened = lines.flatMap((line) => line.segments.flatMap(({ opens }) => opens ?? []))
    expect(opened).toEqual([
      { start: 3, end: 11 },
      { start: 14, end: 16 },
    ])
    expect(lines.map((line) => line.segments.some(({ opens }) => opens !== null))).toEqual([
      false,
      true,
      false,
      true,
    ])
  })

  it('folds neighbouring excluded lines into one block that names every reason', () => {
    const text = '打印\n\n分享\n正文\n'
    const [folded, ...rest] = blocksOf(text, {
      excluded: [
        [0, 2, 'page_chrome'],
        [4, 6, 'seo_spam'],
      ],
    })
    expect(folded).toMatchObject({ kind: 'folded', reasons: ['page_chrome', 'seo_spam'], characters: 4 })
    expect(rest.map((block) => text.slice(block.start, block.end))).toEqual(['正文\n'])
  })
})

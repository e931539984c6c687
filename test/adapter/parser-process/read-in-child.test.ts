import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readInChild } from '../../../src/adapter/parser-process/index.ts'
import { type ParserLimits, TEXT_LIMITS } from '../../../src/adapter/parser-process/limits.ts'
import { runChild } from '../../../src/adapter/parser-process/parser-child.ts'
import { UnreadableFileError } from '../../../src/error.ts'
import { docOf } from '../../fixture/format/doc-writer.ts'
import { docxOf, paragraph } from '../../fixture/format/docx-writer.ts'
import { bodyLines, pdfOf } from '../../fixture/format/pdf-writer.ts'
import { zipOf } from '../../fixture/format/zip-writer.ts'

const CHILDREN = fileURLToPath(new URL('../../fixture/format/child/', import.meta.url))
const FIXTURES = new URL('../../fixture/format/', import.meta.url)

/** Processes whose parent is the given one; Linux only. */
function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => statusOf(pid).includes(`PPid:\t${parent}\n`))
    .map(Number)
}

function statusOf(pid: string | number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}

async function failure(child: string, limits: Partial<ParserLimits> = {}): Promise<UnreadableFileError> {
  const before = new Set(childrenOf(process.pid))
  const error: unknown = await runChild(
    { file: '坏.pdf', ocr: false },
    Buffer.alloc(1_000_000),
    { ...TEXT_LIMITS, ...limits },
    `${CHILDREN}${child}.ts`,
  ).catch((thrown: unknown) => thrown)
  expect(childrenOf(process.pid).filter((pid) => !before.has(pid))).toEqual([])
  expect(error).toBeInstanceOf(UnreadableFileError)
  return error as UnreadableFileError
}

describe('reading in a process of its own', () => {
  it.each([
    ['要点.txt', Buffer.from('2024年工作要点\n一、总体要求'), 'utf-8', '2024年工作要点\n一、总体要求'],
    ['要点.docx', docxOf({ body: paragraph('一、总体要求') }), 'docx', '一、总体要求'],
    ['要点.doc', docOf('一、总体要求'), 'doc', '一、总体要求'],
    [
      '要点.pdf',
      pdfOf([{ texts: bodyLines(['一、总体要求是坚持以人民健康为中心']) }]),
      'pdf',
      '一、总体要求是坚持以人民健康为中心',
    ],
  ])('reads %s', async (file, bytes, encoding, text) => {
    expect(await readInChild(file, bytes)).toMatchObject({ text, encoding })
  })

  it('brings back the place of every character on its page', async () => {
    const { text, pages } = await readInChild(
      '要点.pdf',
      pdfOf([{}, { texts: bodyLines(['一、总体要求是坚持以人民健康为中心']) }]),
    )
    expect(pages?.map(({ lines }) => lines.map(({ start, end }) => text.slice(start, end)))).toEqual([
      [],
      ['一、总体要求是坚持以人民健康为中心'],
    ])
  })

  it('brings exclusions back that still fit the text', async () => {
    const { text, exclusions = [] } = await readInChild(
      '网页.html',
      readFileSync(new URL('html/modern.html', FIXTURES)),
    )
    expect(exclusions.map(({ start, end }) => text.slice(start, end))).toContain('当前位置：首页 > 通知公告')
  })

  it.each([
    ['空.txt', Buffer.alloc(0), '文件是空的'],
    ['表.xlsx', zipOf([{ name: 'xl/workbook.xml', content: '<a/>' }]), 'Excel'],
    ['包.rar', Buffer.from('Rar!\x1a\x07\x00 and more'), 'RAR'],
    ['旧.rtf', Buffer.from('{\\rtf1 text}'), 'RTF'],
    ['程序.exe', Buffer.from('MZ\0\x01\x02\0\0\x03\0\0'), '可执行程序'],
    ['大.pdf', Buffer.alloc(51 * 1024 * 1024), '文件过大'],
    ['无名', docxOf({ body: '<w:p/>'.repeat(2_000_000) }), '疑似压缩炸弹'],
    ['炸弹.docx', docxOf({ body: '<w:p/>'.repeat(2_000_000) }), '疑似压缩炸弹'],
  ])('names what is wrong with %s', async (file, bytes, reason) => {
    await expect(readInChild(file, bytes)).rejects.toThrow(reason)
    await expect(readInChild(file, bytes)).rejects.toBeInstanceOf(UnreadableFileError)
  })

  it('reads twenty files asked for at once', async () => {
    const texts = await Promise.all(
      Array.from({ length: 20 }, (_, at) => readInChild('a.txt', Buffer.from(`第${at}项工作`))),
    )
    expect(texts.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, at) => `第${at}项工作`))
  })
})

describe('a child that goes wrong', () => {
  it('is killed when it hangs', async () => {
    expect((await failure('hang', { seconds: 1 })).message).toBe('读取超过 1 秒，已中止：坏.pdf')
  })

  it('is killed when it takes memory outside its heap', async () => {
    expect((await failure('greedy')).details).toMatchObject({ fault: 'memory' })
  })

  it('may run out of heap without harm to this process', async () => {
    expect((await failure('heap', { heapMegabytes: 64 })).details).toMatchObject({ fault: 'crash' })
  })

  it('is not believed when its answer has another shape', async () => {
    expect((await failure('liar')).message).toContain('无法读取')
    expect((await failure('outside')).message).toContain('无法读取')
  })

  it('ends when its parent is killed, even while it is busy', async () => {
    const parent = spawn(process.execPath, [`${CHILDREN}orphan-parent.ts`, `${CHILDREN}hang.ts`])
    const child = await firstChildOf(parent)
    await new Promise((resolve) => setTimeout(resolve, 800))
    parent.kill('SIGKILL')
    await expect.poll(() => statusOf(child), { timeout: 5000 }).toBe('')
  })
})

async function firstChildOf({ pid = 0 }: ChildProcess): Promise<number> {
  await expect.poll(() => childrenOf(pid).length, { timeout: 5000 }).toBe(1)
  return childrenOf(pid)[0] ?? 0
}

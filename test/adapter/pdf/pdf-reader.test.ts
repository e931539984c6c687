import { describe, expect, it } from 'vitest'
import { PdfWithoutTextError, pdfReader } from '../../../src/adapter/pdf/index.ts'
import { unifiedIdeograph } from '../../../src/adapter/pdf/unified-ideograph.ts'
import { UnreadableFileError } from '../../../src/error.ts'
import { damaged, random } from '../../fixture/format/fuzz.ts'
import { bodyLines, pdfOf } from '../../fixture/format/pdf-writer.ts'

const head = { x: 200, y: 800, size: 10, text: '临江市卫生健康委员会文件' }
const number = (text: string) => ({ x: 280, y: 60, size: 12, text })

const PLAN = pdfOf([
  {
    texts: [
      head,
      { x: 180, y: 770, size: 22, text: '2024年卫生健康工作要点' },
      ...bodyLines([
        '　　2024年全市卫生健康工作以习近平新时代中国特色社会主义',
        '思想为指导，全面推进健康临江建设，签约率达到75%以上，',
        '家庭医生。',
        '　　一、总体要求',
        '　　（一）完善公共卫生体系，提升疾病预防控制能力和突发公共',
      ]),
      number('— 1 —'),
      { x: 100, y: 300, size: 40, text: '内部资料', turn: 45 },
    ],
  },
  {
    texts: [
      head,
      ...bodyLines(['卫生事件应急处置能力，建成标准化实验室 3 个，ICU beds', '达到 100 张。']),
      { x: 79, y: 600, size: 16, text: '指标' },
      { x: 250, y: 600, size: 16, text: '目标值' },
      { x: 79, y: 572, size: 16, text: '签约率' },
      { x: 250, y: 572, size: 16, text: '75%' },
      number('— 2 —'),
    ],
  },
])

describe('a PDF with text', () => {
  it('gives paragraphs over lines and pages, without spaces that are only positioning', async () => {
    const { text, exclusions = [] } = await pdfReader.read('a.pdf', PLAN)
    const chrome = new Set(exclusions.map(({ start, end }) => text.slice(start, end)))
    expect(chrome).toEqual(new Set(['—1—', '—2—', '临江市卫生健康委员会文件', '内部资料']))
    expect(text.split('\n').filter((line) => !chrome.has(line))).toEqual([
      '2024年卫生健康工作要点',
      '2024年全市卫生健康工作以习近平新时代中国特色社会主义思想为指导，全面推进健康临江建设，签约率达到75%以上，家庭医生。',
      '一、总体要求',
      '（一）完善公共卫生体系，提升疾病预防控制能力和突发公共卫生事件应急处置能力，建成标准化实验室3个，ICU beds达到100张。',
      '指标\t目标值',
      '签约率\t75%',
    ])
  })

  it('knows the place of every character on its page', async () => {
    const { text, pages } = await pdfReader.read('a.pdf', PLAN)
    expect(pages).toHaveLength(2)
    for (const { width, height, lines } of pages) {
      for (const { start, end, edges, top, bottom } of lines) {
        expect(edges).toHaveLength((end - start) * 2)
        expect(top).toBeLessThan(bottom)
        expect(bottom).toBeLessThanOrEqual(height)
        expect(Math.max(...edges)).toBeLessThanOrEqual(width)
      }
    }
    const at = text.indexOf('75%以上')
    const line = pages[0]?.lines.find(({ start, end }) => start <= at && at < end)
    const left = line?.edges[(at - (line?.start ?? 0)) * 2] ?? 0
    expect(left).toBeCloseTo(79 + 16 * 22, -1)
  })

  it('reads lines in their order on the page, not in the file, and a faked bold once', async () => {
    const twice = { x: 79, y: 700, size: 16, text: '一、总体要求与基本原则和目标' }
    const { text } = await pdfReader.read(
      'a.pdf',
      pdfOf([{ texts: [{ x: 79, y: 600, size: 16, text: '二、重点任务' }, twice, { ...twice, x: 79.4 }] }]),
    )
    expect(text).toBe('一、总体要求与基本原则和目标\n二、重点任务')
  })

  it('names the pages it found nothing on', async () => {
    const text = { texts: bodyLines(['一、总体要求是坚持以人民健康为中心']) }
    expect((await pdfReader.read('a.pdf', pdfOf([text, {}, text, {}]))).doubts).toEqual([
      '第 2、4 页没有读到文字（空白页或图片），请对照原件。',
    ])
    expect((await pdfReader.read('a.pdf', PLAN)).doubts).toEqual([])
  })

  it('names characters by their unified form where a font names their radical', () => {
    expect(unifiedIdeograph('⼯作⻓期⺠⽣，⼾籍⻘年')).toBe('工作长期民生，户籍青年')
  })
})

describe('a PDF that gives no text', () => {
  it('says so with a code of its own, so that OCR can take over', async () => {
    const scan = pdfOf([
      { image: { width: 10, height: 10, gray: new Uint8Array(100) } },
      { texts: [number('— 2 —')] },
    ])
    const error: unknown = await pdfReader.read('a.pdf', scan).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(PdfWithoutTextError)
    expect(error).toMatchObject({ code: 'pdf_without_text', details: { pages: 2 } })
  })

  it('because of a password or damage says so', async () => {
    const locked = pdfOf(
      [{}],
      `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> /P -4 >> /ID [<00> <00>]`,
    )
    await expect(pdfReader.read('a.pdf', locked)).rejects.toThrow('密码')
    await expect(pdfReader.read('a.pdf', Buffer.from('%PDF-1.5\n'))).rejects.toThrow('损坏')
  })

  it('survives a tree of pages that leads back to itself', async () => {
    const loop = Buffer.from(
      Buffer.from(pdfOf([{}]))
        .toString('latin1')
        .replace('/Kids [6 0 R]', '/Kids [2 0 R]'),
      'latin1',
    )
    await expect(pdfReader.read('a.pdf', loop)).rejects.toMatchObject({
      code: /file_unreadable|pdf_without_text/,
    })
  })

  it('by being damaged in 200 ways is text or a named refusal', async () => {
    const next = random(55)
    for (let round = 0; round < 200; round++) {
      const bytes = damaged(PLAN, next)
      const error: unknown = await pdfReader.read('a.pdf', bytes).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      if (error !== undefined)
        expect(error instanceof UnreadableFileError || error instanceof PdfWithoutTextError).toBe(true)
    }
  })
})

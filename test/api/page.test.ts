import { beforeAll, describe, expect, it } from 'vitest'
import { pdfReader } from '../../src/adapter/pdf/index.ts'
import { pageSchema } from '../../src/api/document-schema.ts'
import { answerSchema, inspectionSchema } from '../../src/api/index.ts'
import { toPageJson } from '../../src/api/page-json.ts'
import type { Document } from '../../src/corpus/index.ts'
import { textReader } from '../../src/ingest/index.ts'
import { bodyLines, pdfOf } from '../fixture/format/pdf-writer.ts'
import { openEmptyApi, post } from './api.ts'

const number = (text: string) => ({ x: 280, y: 60, size: 12, text })
const PDF = pdfOf([
  {
    texts: [
      { x: 120, y: 780, size: 22, text: '乐山市卫生健康委员会2031年工作要点' },
      ...bodyLines(['　　一、强化基层', '　　1.加强基层建设。建成社区医院6家，每家都有全科医生和中医']),
      number('— 1 —'),
    ],
  },
  { texts: [...bodyLines(['馆。', '　　2.家庭医生签约。签约率达到75%以上。']), number('— 2 —')] },
])

const { app: api, library } = openEmptyApi([pdfReader, textReader])
let paged: Document
let plain: Document

beforeAll(async () => {
  paged = (await library.add('要点.pdf', PDF)).document
  const text = new TextEncoder().encode('峨眉市2031年工作要点\n一、强化基层。\n')
  plain = (await library.add('要点.txt', text)).document
})

describe('the pages of a document', () => {
  it('are ranges of its text, without running lines, in their order', async () => {
    const { text, pages } = inspectionSchema.parse(
      await (await api.request(`/api/v1/documents/${paged.id}`)).json(),
    )
    expect(pages.map(({ start, end }) => text.slice(start, end))).toEqual([
      expect.stringMatching(/^乐山市.*全科医生和中医$/su),
      '馆。\n—1—\n2.家庭医生签约。签约率达到75%以上。',
    ])
    expect(pages.map((page) => page.number)).toEqual([1, 2])
    expect(plain.pages).toEqual([])
  })

  it('come one by one with a place for each code point', async () => {
    const response = await api.request(`/api/v1/documents/${paged.id}/pages/2`)
    const page = pageSchema.parse(await response.json())
    expect(page).toMatchObject({ page: 2, width: 595, height: 842 })
    const texts = page.lines.map(({ start, end }) => [...paged.text].slice(start, end).join(''))
    expect(texts).toContain('2.家庭医生签约。签约率达到75%以上。')
    for (const { start, end, edges } of page.lines) expect(edges).toHaveLength(2 * (end - start))
  })

  it('count characters outside the basic plane once', () => {
    const line = { start: 1, end: 4, top: 0, bottom: 10, edges: [0, 8, 0, 8, 8, 16] }
    const page = toPageJson(3, { width: 100, height: 50, lines: [line] }, '甲𠮷字')
    expect(page.lines).toEqual([{ start: 1, end: 3, top: 0, bottom: 10, edges: [0, 8, 8, 16] }])
  })

  it.each([
    ['3', () => paged.id],
    ['0', () => paged.id],
    ['x', () => paged.id],
    ['1', () => plain.id],
    ['1', () => 'f'.repeat(16)],
  ])('are a problem where there is no page %s', async (n, id) => {
    const response = await api.request(`/api/v1/documents/${id()}/pages/${n}`)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })
})

describe('a citation', () => {
  it.each([
    ['乐山市2031年家庭医生签约率目标是多少？', '75%', 2],
    ['乐山市2031年建成社区医院多少家？', '6家', 1],
  ])('names the page it starts on: %s', async (question, words, page) => {
    const response = await post(api, '/api/v1/answers', { question })
    const { citations } = answerSchema.parse(await response.json())
    expect(citations.find(({ cited_text }) => cited_text.includes(words))?.page).toBe(page)
  })
})

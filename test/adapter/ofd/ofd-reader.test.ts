import { describe, expect, it } from 'vitest'
import { ofdReader } from '../../../src/adapter/ofd/index.ts'
import { UnreadableFileError } from '../../../src/error.ts'
import { damaged, outcomeOf, random } from '../../fixture/format/fuzz.ts'
import { ofdOf } from '../../fixture/format/ofd-writer.ts'
import { zipOf } from '../../fixture/format/zip-writer.ts'

const SIZE = 5.64
const line = (text: string, y: number, indent = 0) => ({ x: 28 + indent * SIZE, y, size: SIZE, text })

const PLAN = ofdOf([
  [
    line('坚持以人民健康为中心全面推进健康临江建设不断完善服务体', 40),
    line('系，签约率达到', 50),
    { ...line('', 0), x: 28 + 7 * SIZE, y: 50, text: '75%', attributes: 'DeltaX="2.82 2.82"' },
    { ...line('', 0), x: 28 + 8.5 * SIZE, y: 50, text: '以上。' },
    line('一、提升能力', 60, 2),
    { x: 100, y: 285, size: 4, text: '—1—' },
  ],
  [line('二、组织保障', 40, 2), { x: 100, y: 285, size: 4, text: '—2—' }],
])

describe('OFD', () => {
  it('joins text objects to lines and lines to paragraphs, and marks page numbers', async () => {
    const { text, encoding, exclusions = [], pages } = await ofdReader.read('a.ofd', PLAN)
    expect(encoding).toBe('ofd')
    expect(text.split('\n')).toEqual([
      '坚持以人民健康为中心全面推进健康临江建设不断完善服务体系，签约率达到75%以上。',
      '一、提升能力',
      '—1—',
      '二、组织保障',
      '—2—',
    ])
    expect(exclusions.map(({ start, end }) => text.slice(start, end))).toEqual(['—1—', '—2—'])
    for (const { start, end, edges } of pages.flatMap(({ lines }) => lines))
      expect(edges).toHaveLength((end - start) * 2)
  })

  it('reads single and repeated advances, lines drawn downwards and a transformed object', async () => {
    const { text } = await ofdReader.read(
      'a.ofd',
      ofdOf([
        [
          { x: 28, y: 40, size: SIZE, text: '卫生健康', attributes: `DeltaX="${SIZE} g 2 ${SIZE}"` },
          { x: 28, y: 60, size: 1, text: '要点', attributes: 'DeltaX="1"', ctm: '5 0 0 5 0 0' },
          { x: 180, y: 60, size: SIZE, text: '甲乙', attributes: 'DeltaY="20"' },
        ],
      ]),
    )
    expect(text.split('\n')).toEqual(['卫生健康', expect.stringContaining('要点'), '乙'])
  })

  it('knows its files by content and refuses one without text', async () => {
    expect(ofdReader.accepts('a.zip', PLAN)).toBe(true)
    expect(ofdReader.accepts('a.zip', zipOf([{ name: 'a.txt', content: 'x' }]))).toBe(false)
    await expect(ofdReader.read('a.ofd', ofdOf([[]]))).rejects.toThrow('没有文字')
    await expect(ofdReader.read('a.ofd', zipOf([{ name: 'a', content: '' }]))).rejects.toThrow('缺少 OFD.xml')
  })

  it('stays inside the package whatever its paths say', async () => {
    const bytes = zipOf([
      { name: 'OFD.xml', content: '<OFD><DocBody><DocRoot>../../../../etc/passwd</DocRoot></DocBody></OFD>' },
    ])
    await expect(ofdReader.read('a.ofd', bytes)).rejects.toThrow('缺少 etc/passwd')
  })

  it('is not led astray by an advance repeated a thousand million times', async () => {
    const hostile = ofdOf([[{ x: 0, y: 40, size: 5, text: '要点', attributes: 'DeltaX="g 1000000000 1"' }]])
    expect((await ofdReader.read('a.ofd', hostile)).text).toBe('要点')
  })

  it('refuses a document of more pages than anybody prints', async () => {
    const pages = Array.from({ length: 2001 }, () => '<Page BaseLoc="Page.xml"/>').join('')
    const bytes = zipOf([
      { name: 'OFD.xml', content: '<OFD><DocBody><DocRoot>Document.xml</DocRoot></DocBody></OFD>' },
      { name: 'Document.xml', content: `<Document><Pages>${pages}</Pages></Document>`, method: 0 },
    ])
    await expect(ofdReader.read('a.ofd', bytes)).rejects.toThrow('页数过多')
  })

  it('gives text or a named refusal for 200 damaged files', async () => {
    const next = random(33)
    for (let round = 0; round < 200; round++) {
      const bytes = damaged(PLAN, next)
      expect(await outcomeOf(() => ofdReader.read('a.ofd', bytes))).toMatch(/text|refused/)
    }
    expect(UnreadableFileError).toBeDefined()
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { docReader } from '../../../src/adapter/word/index.ts'
import { docOf } from '../../fixture/format/doc-writer.ts'
import { damaged, outcomeOf, random } from '../../fixture/format/fuzz.ts'

const TEXT = '临江市2024年卫生健康工作要点\r一、总体要求“健康临江”\r二、签约率达到75%以上\r'

describe('old Word documents', () => {
  it('reads the text with its Chinese quotation marks', async () => {
    const bytes = docOf(TEXT)
    expect(docReader.accepts('a.doc', bytes)).toBe(true)
    expect(await docReader.read('a.doc', bytes)).toEqual({
      text: '临江市2024年卫生健康工作要点\n一、总体要求“健康临江”\n二、签约率达到75%以上',
      encoding: 'doc',
      exclusions: [],
      doubts: [],
    })
  })

  it('says that a document has a password', async () => {
    await expect(docReader.read('a.doc', docOf(TEXT, 0x0300))).rejects.toThrow('文件有密码')
  })

  it('refuses a ring of sectors instead of following it', async () => {
    const bytes = Buffer.from(docOf(TEXT))
    bytes.writeInt32LE(3, 512 + 2 * 4)
    bytes.writeInt32LE(2, 512 + 3 * 4)
    await expect(docReader.read('a.doc', bytes)).rejects.toThrow('已损坏')
  })

  it('gives text or a named refusal for 200 damaged files', async () => {
    const next = random(7)
    const sound = docOf(TEXT)
    for (let round = 0; round < 200; round++) {
      const bytes = damaged(sound, next)
      expect(await outcomeOf(() => docReader.read('a.doc', bytes))).toMatch(/text|refused/)
    }
  })
})

describe('a document of Word 97 as an office suite writes it', () => {
  const bytes = readFileSync(new URL('../../fixture/format/word/numbered.doc', import.meta.url))

  it('has the numbers before its paragraphs, from styles, restarts and overrides too', async () => {
    const { text } = await docReader.read('a.doc', bytes)
    expect(text.split('\n').filter((line) => /^[一二三（\d①]/.test(line))).toEqual([
      '一、总体要求',
      '二、重点工作',
      '（一）基层',
      '1. 建设村卫生室',
      '2. 培训村医',
      '（二）公卫',
      '1. 疾控',
      '① 监测',
      '（1）甲',
      '（2）乙',
      '（5）戊',
      '三、保障措施',
    ])
  })

  it('keeps values under their headings where cells are merged', async () => {
    const { text } = await docReader.read('a.doc', bytes)
    expect(text.split('\n').filter((line) => line.includes('\t'))).toEqual([
      '指标\t目标\t',
      '\t2024\t2025',
      '签约率\t75% 以上\t80%',
    ])
  })

  it('leaves out what is deleted, hidden or an instruction, and marks notes', async () => {
    const { text, doubts } = await docReader.read('a.doc', bytes)
    expect(text.split('\n')).toEqual(
      expect.arrayContaining(['保留新增的字', '链接看这里[注1]', '[注1]注的内容']),
    )
    expect(doubts).toEqual([expect.stringContaining('2 处没有接受的修订')])
  })

  it('gives text or a named refusal for 400 damaged files', async () => {
    const next = random(8)
    for (let round = 0; round < 400; round++)
      expect(await outcomeOf(() => docReader.read('a.doc', damaged(bytes, next)))).toMatch(/text|refused/)
  })
})

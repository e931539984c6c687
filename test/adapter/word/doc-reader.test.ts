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

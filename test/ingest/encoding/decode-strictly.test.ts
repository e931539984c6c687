import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UnreadableFileError } from '../../../src/error.ts'
import { gbkBytesOf } from '../../../src/ingest/encoding/gbk-bytes.ts'
import { decodeStrictly, textReader } from '../../../src/ingest/encoding/index.ts'
import { mojibakeIn } from '../../../src/ingest/encoding/mojibake.ts'
import { encode } from '../../fixture/format/encode.ts'
import { damaged, outcomeOf, random } from '../../fixture/format/fuzz.ts'

const SIMPLIFIED =
  '临江市2024年卫生健康工作要点\n一、总体要求：坚持以人民健康为中心，𠮷㐀镕堃，签约率达到75%以上。\n'
const TRADITIONAL = '青島市2021年衛生健康工作要點\n一、總體要求：堅持以人民健康為中心，簽約率達到75%以上。\n'

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixture/format/encoding/${name}`, import.meta.url))
}

function wide(text: string, mark: boolean, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

function seed(name: string): string {
  return readFileSync(new URL(`../../../seeds/${name}`, import.meta.url), 'utf8')
}

describe('decoding', () => {
  it.each([
    ['utf-8', Buffer.from(SIMPLIFIED), SIMPLIFIED],
    ['utf-8-bom', Buffer.from(`\ufeff${SIMPLIFIED}`), SIMPLIFIED],
    ['gb18030', fixture('plan.gb18030.txt'), SIMPLIFIED],
    ['gb18030-bom', Buffer.concat([Buffer.from('84319533', 'hex'), fixture('plan.gb18030.txt')]), SIMPLIFIED],
    ['big5', fixture('plan.big5.txt'), TRADITIONAL],
    ['utf-16le', wide(SIMPLIFIED, false, false), SIMPLIFIED],
    ['utf-16be', wide(SIMPLIFIED, false, true), SIMPLIFIED],
    ['utf-16le-bom', wide(SIMPLIFIED, true, false), SIMPLIFIED],
    ['utf-16be-bom', wide(TRADITIONAL, true, true), TRADITIONAL],
  ])('reads %s', (encoding, bytes, text) => {
    expect(decodeStrictly('a.txt', bytes)).toEqual({ text, encoding })
  })

  it.each([
    'qingdao-2022-annual-plan.txt',
    'qingdao-2021-annual-plan.txt',
    'cixi-2022-annual-plan.txt',
    'jizhou-2022-annual-plan.txt',
  ])('gives the same text of %s through GBK and through both UTF-16', (name) => {
    const text = seed(name).replace(/[\u00a0\ufeff]/g, ' ')
    const bytes = gbkBytesOf(text)
    if (bytes !== undefined) expect(decodeStrictly(name, bytes)).toEqual({ text, encoding: 'gb18030' })
    for (const bigEndian of [false, true])
      expect(decodeStrictly(name, wide(text, false, bigEndian)).text).toBe(text)
  })

  it('replaces not one byte: a single wrong one is a refusal or another character, never a gap', () => {
    const sound = Buffer.from(SIMPLIFIED)
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.integer({ min: 0x80, max: 0xff }), (at, byte) => {
        const bytes = Uint8Array.from(sound)
        bytes[at] = byte
        try {
          expect(decodeStrictly('a.txt', bytes).text).not.toContain('\ufffd')
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFileError)
        }
      }),
      { seed: 5 },
    )
  })

  it('asks when a text is too short to tell, and takes the declared charset then', () => {
    // 计服 in GBK, 數督 in Big5.
    const bytes = Buffer.from('bcc6b7fe', 'hex')
    expect(() => decodeStrictly('a.txt', bytes)).toThrow('文件编码不能确定')
    expect(decodeStrictly('a.html', bytes, 'gb2312').encoding).toBe('gb18030')
    expect(decodeStrictly('a.html', bytes, 'big5').encoding).toBe('big5')
  })

  it('takes the clearly better of two readings and says so', () => {
    // Read as Big5 these are 數督數督翩艙, of which four are frequent too.
    const bytes = encode('计服计服健康', 'gb18030')
    const { text, encoding, doubts } = decodeStrictly('a.txt', bytes)
    expect({ text, encoding }).toEqual({ text: '计服计服健康', encoding: 'gb18030' })
    expect(doubts).toEqual([expect.stringMatching(/按 gb18030 读取；按 big5 读也像中文/)])
  })

  it('says where a page declares an encoding that its bytes are not in', () => {
    expect(decodeStrictly('a.html', Buffer.from(SIMPLIFIED), 'gb2312').doubts).toEqual([
      expect.stringMatching(/声明的编码是 gb2312，内容却是 utf-8/),
    ])
    for (const said of ['gb2312', 'GBK', 'gb18030', 'nonsense'])
      expect(decodeStrictly('a.html', fixture('plan.gb18030.txt'), said).doubts).toBeUndefined()
  })
})

describe('damage that happened before', () => {
  const utf8 = Buffer.from('临江市卫生健康委员会关于印发工作要点的通知')
  it.each([
    ['UTF-8 read as GBK', new TextDecoder('gb18030').decode(utf8.subarray(0, 60))],
    ['UTF-8 read as Latin', utf8.toString('latin1')],
    [
      'GBK read as Latin',
      Buffer.from(gbkBytesOf('临江市卫生健康委员会关于印发工作要点的通知') ?? []).toString('latin1'),
    ],
    ['a lossy copy', '临江市\ufffd\ufffd健康'],
    ['锟斤拷', '临江市锟斤拷锟斤拷'],
  ])('is found: %s', (_, text) => expect(mojibakeIn(text)).toBeDefined())

  it.each([
    'Café, naïve: élève à l’école',
    '临江市2024年卫生健康工作要点',
    '联通公司的通知',
    'Ⅰ、Ⅱ、Ⅲ级预警→响应',
  ])('is not imagined: %s', (text) => expect(mojibakeIn(text)).toBeUndefined())

  it('refuses a file in two encodings, and bytes that are no text', () => {
    const mixed = Buffer.concat([Buffer.from(SIMPLIFIED), fixture('plan.gb18030.txt')])
    expect(() => decodeStrictly('a.txt', mixed)).toThrow(UnreadableFileError)
    expect(() => decodeStrictly('a.txt', Buffer.from('7f454c46020101000000', 'hex'))).toThrow('二进制')
    expect(() => decodeStrictly('a.txt', Buffer.alloc(0))).toThrow('空的')
  })

  it('gives text or a named refusal for 200 damaged files of each encoding', async () => {
    const next = random(11)
    for (const sound of [
      Buffer.from(SIMPLIFIED),
      fixture('plan.gb18030.txt'),
      fixture('plan.big5.txt'),
      wide(SIMPLIFIED, true, false),
    ]) {
      for (let round = 0; round < 200; round++) {
        const bytes = damaged(sound, next)
        expect(await outcomeOf(() => textReader.read('a.txt', bytes))).toMatch(/text|refused/)
      }
    }
  })
})

describe('the reader of plain text', () => {
  it('takes text files and what looks like text, but no programs and tables', () => {
    const text = new TextEncoder().encode('全市建成社区医院6家。')
    expect(['plan.txt', 'plan.md', 'plan'].map((file) => textReader.accepts(file, text))).toEqual([
      true,
      true,
      true,
    ])
    expect(['data.json', 'table.csv'].map((file) => textReader.accepts(file, text))).toEqual([false, false])
  })
})

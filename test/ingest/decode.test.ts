import { describe, expect, it } from 'vitest'
import { UnreadableFileError } from '../../src/error.ts'
import { decodeStrictly } from '../../src/ingest/encoding/index.ts'

const TEXT = '一、总体目标。到2024年，三级医院达到35家以上；“健康𠮷林”行动。\r\n'

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}

/** 二〇二二年全市卫生健康工作要点，各单位认真贯彻。 as GB18030. */
const GB18030 = Uint8Array.from(
  Buffer.from(
    'b6fea1f0b6feb6fec4eac8abcad0cec0c9fabda1bfb5b9a4d7f7d2aab5e3a3acb8f7b5a5cebbc8cfd5e6b9e1b3b9a1a3',
    'hex',
  ),
)

function concat(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

describe('decodeStrictly', () => {
  it.each([
    ['utf-8', 'utf-8', Buffer.from(TEXT, 'utf8')],
    ['UTF-8 with a byte order mark', 'utf-8-bom', concat([0xef, 0xbb, 0xbf], Buffer.from(TEXT, 'utf8'))],
    ['UTF-16 LE', 'utf-16le-bom', concat([0xff, 0xfe], utf16(TEXT, false))],
    ['UTF-16 BE', 'utf-16be-bom', concat([0xfe, 0xff], utf16(TEXT, true))],
  ])('reads %s without changing a character', (_, encoding, bytes) => {
    expect(decodeStrictly('a.txt', bytes)).toEqual({ text: TEXT, encoding })
  })

  it('reads GB18030, four-byte characters included', () => {
    expect(decodeStrictly('a.txt', GB18030)).toEqual({
      text: '二○二二年全市卫生健康工作要点，各单位认真贯彻。',
      encoding: 'gb18030',
    })
    const rare = concat(GB18030, GB18030, [0x81, 0x39, 0xef, 0x30])
    const { text, encoding } = decodeStrictly('a.txt', rare)
    expect(encoding).toBe('gb18030')
    expect(text.endsWith(new TextDecoder('gb18030').decode(Uint8Array.of(0x81, 0x39, 0xef, 0x30)))).toBe(true)
  })

  it('keeps a byte order mark in the middle as the character it is', () => {
    expect(decodeStrictly('a.txt', Buffer.from('甲\ufeff乙', 'utf8')).text).toBe('甲\ufeff乙')
  })

  it.each([
    ['an empty file', [], '空'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d], '不是文本文件'],
    ['UTF-8 with a byte missing', [...Buffer.from('全市卫生', 'utf8').subarray(0, 10)], '编码已损坏'],
    [
      'UTF-8 with a byte changed',
      [...Buffer.from('全市', 'utf8'), 0xff, ...Buffer.from('卫生', 'utf8')],
      '第 6 字节',
    ],
    ['UTF-16 LE with half a character', [0xff, 0xfe, 0x68, 0x51, 0x02], 'utf-16le'],
    ['UTF-16 LE with a lone surrogate', [0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00], 'utf-16le'],
    ['bytes that are text in no encoding', [0x80, 0xff, 0xfe, 0x81, 0xc0, 0xaf], '编码已损坏'],
  ])('refuses %s and says why', (_, bytes, reason) => {
    expect(() => decodeStrictly('某文件.txt', Uint8Array.from(bytes))).toThrow(UnreadableFileError)
    expect(() => decodeStrictly('某文件.txt', Uint8Array.from(bytes))).toThrow(reason)
    expect(() => decodeStrictly('某文件.txt', Uint8Array.from(bytes))).toThrow('某文件.txt')
  })

  it('does not take Western European text for Chinese', () => {
    const latin1 = Uint8Array.from(Buffer.from('café crème à la française, très bientôt', 'latin1'))
    expect(() => decodeStrictly('a.txt', latin1)).toThrow(UnreadableFileError)
  })
})

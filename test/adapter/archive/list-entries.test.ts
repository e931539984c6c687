import { describe, expect, it } from 'vitest'
import { archiveReader, openZip } from '../../../src/adapter/archive/index.ts'
import { UnreadableFileError } from '../../../src/error.ts'
import { gbkBytesOf } from '../../../src/ingest/encoding/gbk-bytes.ts'
import { docxOf, paragraph } from '../../fixture/format/docx-writer.ts'
import { damaged, random } from '../../fixture/format/fuzz.ts'
import { zipOf } from '../../fixture/format/zip-writer.ts'

async function entries(bytes: Uint8Array): Promise<readonly (readonly [string, string])[]> {
  const found: (readonly [string, string])[] = []
  for await (const { file, bytes: content } of archiveReader.listEntries('包.zip', bytes))
    found.push([file, Buffer.from(content).toString()])
  return found
}

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024)

describe('an archive of many files', () => {
  it('lists them with names in UTF-8 and in GBK, without what systems leave behind', async () => {
    const bytes = zipOf([
      { name: '2023年/要点.txt', content: '甲' },
      { name: gbkBytesOf('2024年/工作计划.txt') ?? '', content: '乙', method: 0 },
      { name: '__MACOSX/._要点.txt', content: 'x' },
      { name: '2023年/~$要点.docx', content: 'x' },
      { name: '2023年/', content: '' },
    ])
    expect(await entries(bytes)).toEqual([
      ['2023年/要点.txt', '甲'],
      ['2024年/工作计划.txt', '乙'],
    ])
  })

  it('opens an archive inside it, leaves documents whole and refuses a third level', async () => {
    const docx = docxOf({ body: paragraph('要点') })
    const inner = zipOf([{ name: '内.txt', content: '丙' }])
    const outer = zipOf([
      { name: '要点.docx', content: docx, method: 0 },
      { name: '内.zip', content: inner },
    ])
    expect((await entries(outer)).map(([file]) => file)).toEqual(['要点.docx', '内.txt'])
    expect(archiveReader.accepts('要点.docx', docx)).toBe(false)
    await expect(entries(zipOf([{ name: '外.zip', content: outer }]))).rejects.toThrow('嵌套过深')
  })

  it.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['/etc/passwd', 'etc/passwd'],
    ['C:\\Windows\\a.txt', 'Windows/a.txt'],
    ['a\0b\u202etxt.exe', 'abtxt.exe'],
    ['..', '未命名'],
    [`${'长'.repeat(300)}/要点.txt`, `${'长'.repeat(193)}/要点.txt`],
    [`${'𠮷'.repeat(500)}x.txt`, `${'𠮷'.repeat(97)}x.txt`],
  ])('turns the name %j into a label', async (name, label) => {
    expect(await entries(zipOf([{ name, content: 'x' }]))).toEqual([[label, 'x']])
  })
})

describe('a hostile archive', () => {
  it.each([
    ['a bomb', zipOf([{ name: 'a.txt', content: zeros(150) }]), '炸弹'],
    [
      'too much in all',
      zipOf(Array.from({ length: 3 }, (_, at) => ({ name: `${at}`, content: 'x', declaredSize: 90e6 }))),
      '过大',
    ],
    [
      'too many entries',
      zipOf(Array.from({ length: 2001 }, (_, at) => ({ name: `${at}`, content: '' }))),
      '过多',
    ],
    ['a size that is a lie', zipOf([{ name: 'a.txt', content: zeros(2), declaredSize: 1000 }]), '损坏'],
    [
      'one name twice',
      zipOf([
        { name: 'a', content: '1' },
        { name: 'a', content: '2' },
      ]),
      '重名',
    ],
    ['a password', zipOf([{ name: 'a', content: '1', flags: 1 }]), '密码'],
    ['an unknown method', zipOf([{ name: 'a', content: '1', method: 99 }]), '压缩方法'],
    ['nothing in it', zipOf([]), '没有文件'],
    ['leftovers only', zipOf([{ name: '__MACOSX/._a', content: 'x' }]), '没有文件'],
    ['half a file', zipOf([{ name: 'a', content: 'abc' }]).subarray(0, 40), '不完整'],
  ])('is refused for %s', async (_, bytes, reason) => {
    await expect(entries(bytes)).rejects.toThrow(reason)
    await expect(entries(bytes)).rejects.toBeInstanceOf(UnreadableFileError)
  })

  it('is refused when its entries overlap', () => {
    const bytes = Buffer.from(
      zipOf([
        { name: 'a', content: 'abcdefgh' },
        { name: 'b', content: 'abcdefgh' },
      ]),
    )
    const second = bytes.lastIndexOf('PK\x01\x02')
    bytes.writeUInt32LE(0, second + 42)
    expect(() => openZip('a.zip', bytes)).toThrow('重叠')
  })

  it('does not get more room by packing archives into each other', async () => {
    const inner = zipOf([
      {
        name: 'a.txt',
        content: Buffer.alloc(30e6, Buffer.from(Array.from({ length: 997 }, (_, at) => (at * 131) & 255))),
      },
    ])
    const outer = zipOf(Array.from({ length: 8 }, (_, at) => ({ name: `${at}.zip`, content: inner })))
    await expect(entries(outer)).rejects.toThrow(/炸弹|过大/)
  })

  it('gives files or a named refusal for 200 damaged archives', async () => {
    const next = random(44)
    const sound = zipOf([
      { name: '要点.txt', content: '一、总体要求'.repeat(20) },
      { name: '内.zip', content: zipOf([{ name: '内.txt', content: '丙' }]) },
    ])
    for (let round = 0; round < 200; round++) {
      const bytes = damaged(sound, next)
      await entries(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(UnreadableFileError))
    }
  })
})

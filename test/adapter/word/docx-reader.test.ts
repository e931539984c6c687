import { describe, expect, it } from 'vitest'
import { docxReader } from '../../../src/adapter/word/index.ts'
import { UnreadableFileError } from '../../../src/error.ts'
import {
  abstract,
  type DocxParts,
  docxOf,
  level,
  num,
  paragraph,
  run,
} from '../../fixture/format/docx-writer.ts'
import { damaged, outcomeOf, random } from '../../fixture/format/fuzz.ts'
import { zipOf } from '../../fixture/format/zip-writer.ts'

const NESTED = abstract(
  0,
  level(0, 'chineseCounting', '%1、') +
    level(1, 'chineseCountingThousand', '（%2）', '<w:suff w:val="nothing"/>') +
    level(2, 'decimal', '%3.') +
    level(3, 'decimalEnclosedCircle', '%4'),
)

async function linesOf(parts: DocxParts): Promise<readonly string[]> {
  return (await docxReader.read('要点.docx', docxOf(parts))).text.split('\n')
}

describe('numbering of a docx', () => {
  it('writes nested numbers and starts a lower level again under each higher one', async () => {
    const body = [
      paragraph('总体要求', 1),
      paragraph('重点工作', 1),
      paragraph('基层', 1, 1),
      paragraph('建设村卫生室', 1, 2),
      paragraph('培训村医', 1, 2),
      paragraph('公卫', 1, 1),
      paragraph('疾控', 1, 2),
      paragraph('监测', 1, 3),
      paragraph('保障措施', 1),
      paragraph('组织', 1, 1),
    ].join('')
    expect(await linesOf({ body, numbering: NESTED + num(1, 0) })).toEqual([
      '一、总体要求',
      '二、重点工作',
      '（一）基层',
      '1. 建设村卫生室',
      '2. 培训村医',
      '（二）公卫',
      '1. 疾控',
      '① 监测',
      '三、保障措施',
      '（一）组织',
    ])
  })

  it('goes on counting through two lists of one definition and begins again at a start override', async () => {
    const numbering =
      abstract(0, level(0, 'decimal', '%1.')) +
      num(1, 0) +
      num(2, 0) +
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
    const body = [1, 1, 2, 3, 3].map((list) => paragraph('项', list)).join('')
    expect(await linesOf({ body, numbering })).toEqual(['1. 项', '2. 项', '3. 项', '5. 项', '6. 项'])
  })

  it('does not begin a level again whose restart is switched off', async () => {
    const numbering =
      abstract(
        0,
        level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>'),
      ) + num(1, 0)
    const body = paragraph('甲', 1) + paragraph('a', 1, 1) + paragraph('乙', 1) + paragraph('b', 1, 1)
    expect(await linesOf({ body, numbering })).toEqual(['一、甲', '1. a', '二、乙', '2. b'])
  })

  it('takes the list from the paragraph style and its level from the level that names the style', async () => {
    const numbering =
      abstract(
        0,
        level(0, 'chineseCounting', '第%1章', '<w:pStyle w:val="H1"/>') +
          level(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/><w:isLgl/>'),
      ) + num(1, 0)
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const styled = (text: string, style: string) =>
      paragraph(text, undefined, 0, `<w:pStyle w:val="${style}"/>`)
    const body = styled('总则', 'H1') + styled('目的', 'H2') + styled('依据', 'H2') + styled('附则', 'H1')
    expect(await linesOf({ body, numbering, styles })).toEqual([
      '第一章 总则',
      '1.1 目的',
      '1.2 依据',
      '第二章 附则',
    ])
  })

  it('lets a paragraph leave the list of its style and replaces a level by an override', async () => {
    const numbering =
      abstract(0, level(0, 'decimal', '%1.')) +
      num(1, 0) +
      num(2, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1)')}</w:lvlOverride>`)
    const styles =
      '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const style = '<w:pStyle w:val="L"/>'
    const body = paragraph('甲', undefined, 0, style) + paragraph('乙', 0, 0, style) + paragraph('丙', 2)
    expect(await linesOf({ body, numbering, styles })).toEqual(['1. 甲', '乙', 'B) 丙'])
  })

  it.each([
    ['chineseCounting', ['一、', '十、', '十一、', '二十、', '二十三、']],
    ['japaneseCounting', ['一、', '十、', '十一、', '二十、', '二十三、']],
    ['ideographTraditional', ['甲、', '癸、', '11、', '20、', '23、']],
    ['chineseLegalSimplified', ['壹、', '壹拾、', '壹拾壹、', '贰拾、', '贰拾叁、']],
    ['ideographDigital', ['一、', '一○、', '一一、', '二○、', '二三、']],
    ['decimalEnclosedCircle', ['①、', '⑩、', '⑪、', '⑳、', '㉓、']],
    ['decimalFullWidth', ['１、', '１０、', '１１、', '２０、', '２３、']],
    ['lowerLetter', ['a、', 'j、', 'k、', 't、', 'w、']],
    ['upperRoman', ['I、', 'X、', 'XI、', 'XX、', 'XXIII、']],
    ['none', ['、', '、', '、', '、', '、']],
  ])('counts in %s', async (format, expected) => {
    const numbering = abstract(0, level(0, format, '%1、')) + num(1, 0)
    const lines = await linesOf({ body: paragraph('', 1).repeat(23), numbering })
    expect([1, 10, 11, 20, 23].map((number) => lines[number - 1])).toEqual(expected)
  })

  it('counts past a hundred in chineseCountingThousand', async () => {
    const numbering = abstract(0, level(0, 'chineseCountingThousand', '%1、')) + num(1, 0)
    const lines = await linesOf({ body: paragraph('', 1).repeat(112), numbering })
    expect([100, 101, 110, 112].map((number) => lines[number - 1])).toEqual([
      '一百、',
      '一百零一、',
      '一百一十、',
      '一百一十二、',
    ])
  })
})

describe('text of a docx', () => {
  it('keeps insertions and leaves deletions, moved text, hidden text and field codes out', async () => {
    const body =
      `<w:p>${run('新建')}<w:del>${'<w:r><w:delText>10</w:delText></w:r>'}</w:del><w:ins>${run('20')}</w:ins>${run('个', '')}` +
      `<w:moveFrom>${run('旧')}</w:moveFrom><w:moveTo>${run('新')}</w:moveTo>${run('秘密', '<w:vanish/>')}` +
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>` +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('7')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
    expect(await linesOf({ body })).toEqual(['新建20个新7'])
  })

  it('joins a paragraph whose mark was deleted to the next one', async () => {
    const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('推进')}</w:p>${paragraph('改革')}`
    expect(await linesOf({ body })).toEqual(['推进改革'])
  })

  it('writes tables row by row and keeps values under their headings', async () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
    const body =
      `<w:tbl><w:tr>${cell('指标')}${cell('目标', '<w:gridSpan w:val="2"/>')}</w:tr>` +
      `<w:tr>${cell('签约率', '<w:vMerge w:val="restart"/>')}${cell('2024')}${cell('75%')}</w:tr>` +
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('2025')}${cell('80%')}</w:tr>` +
      `<w:tr><w:trPr><w:del/></w:trPr>${cell('删')}${cell('')}${cell('')}</w:tr></w:tbl>${paragraph('完')}`
    expect(await linesOf({ body })).toEqual(['指标\t目标\t', '签约率\t2024\t75%', '\t2025\t80%', '完'])
  })

  it('reads a text box once and after the paragraph it hangs on', async () => {
    const box = (inner: string) => `<w:txbxContent>${paragraph(inner)}</w:txbxContent>`
    const body =
      `<w:p>${run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框内')}</wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box('框内')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(await linesOf({ body })).toEqual(['正文', '框内'])
  })

  it('marks footnotes at their place and writes them at the end; headers and comments are left out', async () => {
    const body = `<w:p>${run('达到75%')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('以上')}<w:r><w:commentReference w:id="1"/></w:r></w:p>`
    const footnotes =
      `<w:footnote w:type="separator" w:id="0">${paragraph('线')}</w:footnote>` +
      `<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run('常住人口口径')}</w:p></w:footnote>`
    expect(await linesOf({ body, footnotes, header: paragraph('内部资料') })).toEqual([
      '达到75%[注1]以上',
      '[注1]常住人口口径',
    ])
  })

  it('returns the table of contents as an exclusion', async () => {
    const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('一、总则 1')}</w:sdtContent></w:sdt>`
    const { text, exclusions } = await docxReader.read(
      'a.docx',
      docxOf({ body: contents + paragraph('一、总则') }),
    )
    expect((exclusions ?? []).map(({ start, end }) => text.slice(start, end))).toEqual(['一、总则 1'])
  })
})

describe('a hostile docx', () => {
  const refusal = async (bytes: Uint8Array) =>
    expect(docxReader.read('a.docx', bytes)).rejects.toBeInstanceOf(UnreadableFileError)

  it('says what a person should check: open changes, pictures, embedded objects', async () => {
    const doubtsOf = async (body: string) => (await docxReader.read('a.docx', docxOf({ body }))).doubts
    expect(await doubtsOf(paragraph('要点'))).toEqual([])
    const changed = `<w:p>${run('建成')}<w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins>${run('6')}</w:ins>${run('家')}</w:p>`
    expect(await doubtsOf(changed)).toEqual([expect.stringContaining('2 处没有接受的修订')])
    const drawn =
      '<mc:AlternateContent><mc:Choice><w:drawing><pic:pic/></w:drawing></mc:Choice><mc:Fallback><w:pict><v:imagedata/></w:pict></mc:Fallback></mc:AlternateContent>'
    expect(
      await doubtsOf(`${paragraph('要点')}<w:p><w:r>${drawn}<w:object><o:OLEObject/></w:object></w:r></w:p>`),
    ).toEqual([expect.stringContaining('1 张图片'), expect.stringContaining('1 个嵌入的对象')])
  })

  it('never follows an external relation', async () => {
    const extraRelations =
      '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="file:///etc/passwd" TargetMode="External"/>' +
      '<Relationship Id="y" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="../../../../etc/passwd"/>'
    expect(await linesOf({ body: paragraph('正文'), extraRelations })).toEqual(['正文'])
  })

  it('refuses 50,000 nested elements, two million paragraphs and a document type', async () => {
    await refusal(docxOf({ body: '<w:sdt>'.repeat(50_000) + '</w:sdt>'.repeat(50_000) }))
    await refusal(docxOf({ body: '<w:p/>'.repeat(2_000_000) }))
    const varied = Array.from({ length: 300_000 }, (_, at) => `<w:p w:id="${(at * 7919) % 999_983}"/>`)
    await expect(docxReader.read('a.docx', docxOf({ body: varied.join('<w:r/>') }))).rejects.toThrow(
      '500000 个节点',
    )
    await refusal(zipOf([{ name: 'word/document.xml', content: '<!DOCTYPE d [<!ENTITY a "x">]><d>&a;</d>' }]))
  })

  it('refuses a zip bomb before unpacking it', async () => {
    const bytes = docxOf({ body: paragraph(' '.repeat(150_000_000)) })
    const before = process.memoryUsage().arrayBuffers
    await refusal(bytes)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024)
  })

  it('gives text or a named refusal for 200 damaged files', async () => {
    const next = random(20261121)
    const sound = docxOf({
      body: `${paragraph('总体要求', 1).repeat(5)}<w:tbl><w:tr><w:tc>${paragraph('格')}</w:tc></w:tr></w:tbl>`,
      numbering: NESTED + num(1, 0),
    })
    for (let round = 0; round < 200; round++) {
      const bytes = damaged(sound, next)
      expect(await outcomeOf(() => docxReader.read('a.docx', bytes))).toMatch(/text|refused/)
      expect(typeof docxReader.accepts('a.docx', bytes)).toBe('boolean')
    }
  })
})

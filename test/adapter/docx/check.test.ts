import { beforeAll, describe, expect, it } from 'vitest'
import { openZip } from '../../../src/adapter/archive/index.ts'
import { validateDocx } from '../../../src/adapter/docx/check/index.ts'
import { createDocxExporter } from '../../../src/adapter/docx/index.ts'
import type { ExportOptions } from '../../../src/outline/export/index.ts'
import { zipOf } from '../../fixture/format/zip-writer.ts'
import { sampleOutline } from '../../outline/export/sample.ts'

const OPTIONS: ExportOptions = { mode: 'comments', isAdopted: false }
const outline = sampleOutline()
let sound: ReadonlyMap<string, string> = new Map()

beforeAll(async () => {
  const { bytes } = await createDocxExporter({ cut: (text) => [...text] }).export(outline, OPTIONS)
  const zip = openZip('draft.docx', bytes)
  sound = new Map(zip.entries.map(({ name }) => [name, new TextDecoder().decode(zip.unpack(name))]))
})

const packed = (parts: ReadonlyMap<string, string>) =>
  zipOf([...parts].map(([name, content]) => ({ name, content })))
const gradesOf = (parts: ReadonlyMap<string, string>) =>
  validateDocx(packed(parts), outline, OPTIONS).map(({ grade }) => grade)

type Edit = readonly [what: string, part: string, from: string | RegExp, to: string]

/** Each of these is a file that must not leave. */
const FATAL: readonly Edit[] = [
  ['a word lost', 'word/document.xml', '建强基层体系', '建强基层'],
  ['a figure changed', 'word/document.xml', '75%', '95%'],
  ['a word added', 'word/document.xml', '更新设备。', '更新设备。全面完成。'],
  ['a number changed', 'word/document.xml', '（一）建强', '（二）建强'],
  ['the mark of a draft lost', 'word/document.xml', '（草稿）', ''],
  [
    'the line about artificial intelligence lost',
    'word/document.xml',
    '本文由人工智能辅助生成，采用前须经人工审核。',
    '',
  ],
  ['a quote changed in a comment', 'word/comments.xml', '20家', '30家'],
  ['a comment lost', 'word/comments.xml', /<w:comment w:id="1".*?<\/w:comment>/u, ''],
  ['a comment off its place', 'word/document.xml', '<w:commentRangeStart w:id="1"/>', ''],
  [
    'a comment on another task',
    'word/document.xml',
    '<w:commentReference w:id="1"/>',
    '<w:commentReference w:id="2"/>',
  ],
  ['the label lost', 'docProps/custom.xml', 'name="AIGC"', 'name="Other"'],
  [
    'the label changed',
    'docProps/custom.xml',
    '&quot;Label&quot;:&quot;1&quot;',
    '&quot;Label&quot;:&quot;3&quot;',
  ],
  ['markup broken', 'word/document.xml', '</w:body>', ''],
  ['an element Word does not know here', 'word/document.xml', '<w:pPr>', '<w:pPr><w:jumble/>'],
  ['elements out of order', 'word/styles.xml', /(<w:widowControl[^>]*>)(<w:autoSpaceDE[^>]*>)/u, '$2$1'],
  ['a style nobody defined', 'word/document.xml', 'w:val="PlanBody"', 'w:val="Elsewhere"'],
  [
    'a picture from outside',
    'word/_rels/document.xml.rels',
    '</Relationships>',
    '<Relationship Id="rX" Type="image" Target="http://example.com/a.png" TargetMode="External"/></Relationships>',
  ],
]

/** Each of these breaks the standard. */
const WRONG: readonly Edit[] = [
  ['another paper', 'word/document.xml', 'w:w="11906"', 'w:w="12240"'],
  ['another margin', 'word/document.xml', 'w:top="2098"', 'w:top="1440"'],
  ['another grid', 'word/document.xml', 'w:linePitch="579"', 'w:linePitch="600"'],
  ['equal footers on all pages', 'word/settings.xml', '<w:evenAndOddHeaders/>', ''],
  ['another line', 'word/styles.xml', /w:line="579"/gu, 'w:line="560"'],
  ['no closer setting', 'word/styles.xml', /<w:spacing w:val="-5"\/>/gu, ''],
  ['no indent', 'word/styles.xml', /w:firstLineChars="200"/gu, ''],
  ['another body font', 'word/styles.xml', /仿宋_GB2312/gu, '宋体'],
  ['a heading in another face', 'word/document.xml', /黑体/gu, '宋体'],
  ['a title that is not centred', 'word/styles.xml', /<w:jc w:val="center"\/>/gu, ''],
  ['a page number on the wrong side', 'word/footer1.xml', 'w:val="right"', 'w:val="left"'],
  ['a page number without its dash', 'word/footer2.xml', '— ', ''],
  ['a page number in another size', 'word/footer1.xml', 'w:val="28"', 'w:val="21"'],
  ['a font without a stand-in', 'word/fontTable.xml', 'w:name="黑体"', 'w:name="黑"'],
]

describe('the check of a written file', () => {
  it('finds nothing in a sound one, packed by whomever', () => {
    expect(validateDocx(packed(sound), outline, OPTIONS)).toEqual([])
  })

  it.each(FATAL)('holds back a file with %s', (_, part, from, to) => {
    expect(gradesOf(edited(part, from, to))).toContain('P0')
  })

  it.each(WRONG)('reports %s', (_, part, from, to) => {
    const grades = gradesOf(edited(part, from, to))
    expect(grades).toContain('P1')
    expect(grades).not.toContain('P0')
  })

  it.each(['word/document.xml', 'word/styles.xml', 'docProps/custom.xml'])(
    'holds back a file without %s',
    (part) => {
      expect(gradesOf(new Map([...sound].filter(([name]) => name !== part)))).toContain('P0')
    },
  )

  it('holds back a file with a macro in it, or with no file in it at all', () => {
    expect(gradesOf(new Map([...sound, ['word/vbaProject.bin', 'x']]))).toContain('P0')
    expect(validateDocx(new Uint8Array([1, 2, 3]), outline, OPTIONS).map(({ grade }) => grade)).toEqual([
      'P0',
    ])
  })

  it('holds back a file of another mode or another state', () => {
    for (const options of [
      { mode: 'clean', isAdopted: false },
      { mode: 'annex', isAdopted: false },
      { mode: 'comments', isAdopted: true },
    ] as const)
      expect(validateDocx(packed(sound), outline, options).map(({ grade }) => grade)).toContain('P0')
  })
})

function edited(part: string, from: string | RegExp, to: string): ReadonlyMap<string, string> {
  const before = sound.get(part) ?? ''
  const after = before.replace(from, to)
  expect(after, 'the edit must change something').not.toBe(before)
  return new Map([...sound, [part, after]])
}

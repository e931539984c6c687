import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { openZip } from '../../../src/adapter/archive/index.ts'
import { createDocxExporter } from '../../../src/adapter/docx/index.ts'
import { docxReader } from '../../../src/adapter/word/index.ts'
import { type ExportOptions, exportModeSchema } from '../../../src/outline/export/index.ts'
import type { Outline } from '../../../src/outline/outline.ts'
import { itemOf, outlineOf } from '../../outline/export/outline-maker.ts'
import { outlineOfPlan } from '../../outline/export/plan-outline.ts'
import { basisOf, QUOTE, sampleOutline } from '../../outline/export/sample.ts'
import { readSeed, SEEDS } from '../../reader.ts'
import { lossesIn } from './whole.ts'

const exporter = createDocxExporter({ cut: (text) => [...text] })
const DRAFT: ExportOptions = { mode: 'comments', isAdopted: false }

const partOf = (bytes: Uint8Array, name: string) =>
  new TextDecoder().decode(openZip('draft.docx', bytes).unpack(name))
const linesOf = async (outline: Outline, options: Partial<ExportOptions> = {}) => {
  const { bytes } = await exporter.export(outline, { ...DRAFT, ...options })
  const { text } = await docxReader.read('draft.docx', bytes)
  return text.split('\n').filter((line) => line !== '')
}

describe('a draft as Word', () => {
  it('stands on the page in order, numbered, without what was rejected', async () => {
    expect(await linesOf(sampleOutline())).toEqual([
      '本文由人工智能辅助生成，采用前须经人工审核。',
      '临江市卫生健康委员会2027年工作要点',
      '（草稿）',
      '2027年，全市卫生健康系统抓好以下工作。',
      '一、深化改革',
      '（一）建强基层体系',
      `${QUOTE}建成〔待定〕个县域医疗中心，按〔2026〕5号文件执行。`,
      '1.补齐设备。更新设备。',
      '二、保障措施',
      '（一）加强宣传引导。',
      '〔发文机关署名〕',
      '××××年×月×日',
    ])
  })

  it('takes no number from the tree, only the habit of numbering', async () => {
    const typed = (number: string) =>
      outlineOf({
        sections: [
          {
            id: 's',
            number: '九、',
            heading: '节',
            intro: [],
            items: [itemOf({ number, heading: '甲' }), itemOf({ number, heading: '乙' })],
          },
        ],
      })
    expect((await linesOf(typed('9.'))).slice(3, 6)).toEqual(['一、节', '（一）甲', '（二）乙'])
    expect((await linesOf(typed('1.'))).slice(3, 6)).toEqual(['一、节', '1.甲', '2.乙'])
  })

  it('loses the marks of a draft once adopted, never its label', async () => {
    for (const mode of exportModeSchema.options)
      for (const isAdopted of [false, true]) {
        const { bytes } = await exporter.export(sampleOutline(), { mode, isAdopted })
        const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
        expect(value.includes('（草稿）')).toBe(!isAdopted)
        expect(value.includes('人工智能辅助生成')).toBe(!isAdopted)
        const property = /name="AIGC"><vt:lpwstr>(.*?)<\/vt:lpwstr>/u.exec(
          partOf(bytes, 'docProps/custom.xml'),
        )?.[1]
        expect(JSON.parse(property?.replaceAll('&quot;', '"') ?? '')).toEqual({
          Label: '1',
          ContentProducer: '',
          ProduceID: 'draft-1',
          ReservedCode1: '',
          ContentPropagator: '',
          PropagateID: '',
          ReservedCode2: '',
        })
        expect(partOf(bytes, 'word/document.xml').includes('w:fill="FFF2CC"')).toBe(!isAdopted)
      }
  })

  it('does not call a draft a draft twice', async () => {
    const lines = await linesOf(sampleOutline({ title: '临江市2027年工作要点（征求意见稿）' }))
    expect(lines).not.toContain('（草稿）')
  })

  it('tells in comments what each task rests on', async () => {
    const { bytes } = await exporter.export(sampleOutline(), DRAFT)
    const comments = partOf(bytes, 'word/comments.xml')
      .split('<w:comment ')
      .slice(1)
      .map((comment) => [...comment.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text))
    expect(comments).toEqual([
      ['无出处', '第1句：未核验'],
      [
        '状态：延续；来源：本机关以往文件',
        `出处1：《临江市2026年卫生健康工作要点》（临江市，2026年）二、重点任务 › （一）建强基层；原文：“${QUOTE}”`,
        '第1句：逐字引自原文，见出处1',
        '第2句：未核验',
        '提醒（数字待定）：〔待定〕——上年没有给出数字',
      ],
      [
        '状态：强化；来源：上级文件',
        '出处1：《临江市2026年卫生健康工作要点》（临江市，2026年）二、重点任务 › （一）建强基层；原文：“更新一批设备。”',
        '第1句：已核验，见出处1',
      ],
      ['状态：新增；无出处', '第1句：未核验'],
    ])
  })

  it('has a table of sources in its annex, and none of them in a clean copy', async () => {
    const annex = (await linesOf(sampleOutline(), { mode: 'annex' })).join('\n')
    expect(annex).toContain('附件：任务出处对照表')
    expect(annex).toContain(`“${QUOTE}”`)
    expect(annex).toMatch(/一（一）1\.\s*补齐设备。\s*强化/u)
    expect(annex).toMatch(/二（一）\s*加强宣传引导。\s*新增\s*无出处/u)
    const clean = (await exporter.export(sampleOutline(), { ...DRAFT, mode: 'clean' })).bytes
    expect(partOf(clean, 'word/document.xml')).not.toContain('comment')
    expect((await linesOf(sampleOutline(), { mode: 'clean' })).join('\n')).not.toContain(
      '2026年卫生健康工作要点',
    )
  })

  it('has one header row in its table for other readers too', async () => {
    const { bytes } = await exporter.export(sampleOutline(), { ...DRAFT, mode: 'annex' })
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    expect(value.match(/<th>/gu)).toHaveLength(4)
  })

  it('warns of what must still be looked at', async () => {
    const { warnings } = await exporter.export(sampleOutline(), DRAFT)
    expect(warnings).toEqual([
      '1项没有出处，请核实后再用：二（一）。',
      '另有2句未经核验。',
      '1处〔〕内容待填写。',
      '1处提醒未处理：数字待定。',
      '2项已否决或随上级任务一并否决，没有导出。',
    ])
  })

  it('says where the wording is not that of an official document', async () => {
    const section = {
      id: 's',
      number: '',
      heading: '一、加强领导。',
      intro: [],
      items: [
        itemOf({
          sentences: [
            { text: '到2027年03月,按《办法》（2026）5号执行。', verdict: 'quoted', basis: [basisOf()] },
            { text: '见〔2026〕第6号。', verdict: 'quoted', basis: [basisOf()] },
          ],
        }),
      ],
    }
    const { warnings } = await exporter.export(outlineOf({ sections: [section] }), DRAFT)
    expect(warnings.map((warning) => warning.split('：')[0])).toEqual([
      '汉字旁用了半角标点',
      '日期的月、日不编虚位（1月不写作01月）',
      '文号的年份应使用六角括号〔〕',
      '文号的序号前不加“第”字',
      '一级标题末尾有标点',
      '序号由程序编排，文字里另有序号',
    ])
  })

  it('does not leave with a quote that is not what was proven', async () => {
    const forged = basisOf('签约率达到95%以上。', basisOf().sha256)
    const section = {
      id: 's',
      number: '',
      heading: '节',
      intro: [],
      items: [itemOf({ basis: [forged], sentences: [{ text: '甲。', verdict: 'quoted', basis: [] }] })],
    }
    for (const mode of ['comments', 'annex'] as const)
      await expect(
        exporter.export(outlineOf({ sections: [section] }), { ...DRAFT, mode }),
      ).rejects.toMatchObject({
        code: 'export_failed',
        message: expect.stringContaining('指纹不符'),
      })
  })

  it.each([
    ['nothing but a title', outlineOf({})],
    [
      'an empty section',
      outlineOf({ sections: [{ id: 's', number: '', heading: '节', intro: [], items: [] }] }),
    ],
    ['a title of a thousand words', outlineOf({ title: '卫生健康'.repeat(1000) })],
    ['a title of nothing to see', outlineOf({ title: '\u0000\u202e' })],
    ['an item of 50,000 characters', withText('推进卫生健康事业'.repeat(6250))],
    ['markup', withText('</w:t></w:r></w:p><w:p>&lt;&#0;]]><!-- -->')],
    ['control characters and half characters', withText('甲\u0000\u0008\u001b乙\ud800丙\udc00丁\uffff戊')],
    ['writing from right to left', withText('كلمة \u202e57%\u202c שלום')],
    ['pictures and rare characters', withText('👩‍⚕️𠮷野家🏥\u{e0041}')],
    ['line ends of all kinds', withText('甲\r\n乙\r丙\n丁\u2028戊\u0085己\n\n\n庚')],
    ['only white space', withText(' \t\u3000 ')],
  ])('stands %s', async (_, outline) => {
    for (const mode of exportModeSchema.options) {
      const { bytes } = await exporter.export(outline, { mode, isAdopted: false })
      expect(await lossesIn(bytes, outline)).toEqual([])
    }
  })

  it('names unprintable characters instead of dropping them', async () => {
    const lines = await linesOf(withText('甲\u0000乙\ud800丙\u202e丁'))
    expect(lines).toContain('（一）甲〔U+0000〕乙〔U+D800〕丙〔U+202E〕丁')
  })

  it.each(Object.keys(SEEDS))(
    'keeps every word of a draft with the tree of a real plan: %s',
    async (name) => {
      const outline = outlineOfPlan(readSeed(seedNamed(name)), '临江市卫生健康局2027年工作要点')
      for (const mode of exportModeSchema.options) {
        const { bytes } = await exporter.export(outline, { mode, isAdopted: false })
        expect(await lossesIn(bytes, outline)).toEqual([])
      }
    },
  )
})

function withText(text: string): Outline {
  const basis = basisOf(`原文${text}`)
  const sentences = [{ text, verdict: 'quoted', basis: [basis] }]
  const section = {
    id: 's',
    number: '',
    heading: '节',
    intro: [],
    items: [itemOf({ sentences, basis: [basis] })],
  }
  return outlineOf({ sections: [section] })
}

function seedNamed(name: string): keyof typeof SEEDS {
  const known = (Object.keys(SEEDS) as (keyof typeof SEEDS)[]).find((key) => key === name)
  if (known === undefined) throw new Error(`no seed ${name}`)
  return known
}

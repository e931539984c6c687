import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { htmlReader } from '../../../src/adapter/html/index.ts'
import type { DecodedText } from '../../../src/ingest/document-reader.ts'
import { gbkBytesOf } from '../../../src/ingest/encoding/gbk-bytes.ts'
import { damaged, outcomeOf, random } from '../../fixture/format/fuzz.ts'

function page(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixture/format/html/${name}.html`, import.meta.url))
}

/** Lines that stay, and lines that are marked as furniture. */
function sides({ text, exclusions = [] }: DecodedText): {
  body: readonly string[]
  chrome: readonly string[]
} {
  const body: string[] = []
  const chrome: string[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    const isChrome = exclusions.some((range) => range.start < end && range.end > start)
    ;(isChrome ? chrome : body).push(line.trim())
    start = end + 1
  }
  return { body, chrome }
}

const read = async (html: string) => sides(await htmlReader.read('a.html', Buffer.from(html)))
const PROSE = '<p>坚持以人民健康为中心，深化医药卫生体制改革，推进健康建设，完善服务体系。</p>'.repeat(4)

describe('a saved page', () => {
  it('of a modern site keeps the article and marks what is around it', async () => {
    const { body, chrome } = sides(await htmlReader.read('a.html', page('modern')))
    expect(body).toEqual([
      '临江市2024年卫生健康工作要点',
      '发布日期：2024-03-05　来源：临江市卫生健康委员会',
      '2024年全市卫生健康工作的总体要求是：坚持以人民健康为中心，深化医药卫生体制改革，推进健康临江建设。',
      '一、提升服务能力',
      '1.加强基层建设。年内新建村卫生室20个，家庭医生签约率达到75%以上。',
      '2.推进智慧医疗。电子病历达到4级水平。',
      '指标\t目标值\t责任科室',
      '签约率\t75%\t基层科',
      '以实际为准',
      '1. 组织领导到位。',
      '2. 督促检查到位。',
      '健全疾病防控体系，完善监测预警机制；',
      '加强卫生应急队伍建设，开展演练2次。',
      '附件：1.2024年任务清单.docx',
    ])
    expect(chrome).toContain('当前位置：首页 > 通知公告')
    expect(chrome).toContain('2023年工作总结')
  })

  it('of an old site laid out by tables keeps the document and its own table', async () => {
    const bytes = gbkBytesOf(page('old-table').toString()) ?? new Uint8Array()
    const decoded = await htmlReader.read('a.htm', bytes)
    const { body, chrome } = sides(decoded)
    expect(decoded.encoding).toBe('gb18030')
    expect(body[0]).toBe('关于印发青山县2021年卫生健康工作计划的通知')
    expect(body).toContain('（二）完成3所乡镇卫生院标准化建设，总投资1200万元。')
    expect(body).toContain('1\t疾控中心迁建\t6月底')
    expect(body.slice(-2)).toEqual(['青山县卫生健康局', '2021年4月1日'])
    expect(chrome).toEqual(
      expect.arrayContaining([
        '热点信息',
        '青山县开展健康义诊活动，服务群众',
        '下一篇：没有了',
        '【打印本页】【关闭窗口】',
      ]),
    )
  })

  it('of a site of bare divs keeps a document that is split over containers', async () => {
    const { body, chrome } = sides(await htmlReader.read('a.html', page('div-soup')))
    expect(body[0]).toBe('海州区卫生健康事业三年行动方案（2023—2025年）')
    expect(body).toContain(
      '（一）实施公共卫生强基行动。推动区疾控中心达到国家二级标准，建成5个\u00a0区域医疗中心。',
    )
    expect(body.at(-1)).toBe('床位数（张）\t7.1\t7.3\t7.5')
    expect(chrome).toContain('最新文件')
    expect(chrome).toContain('扫一扫在手机打开当前页')
  })

  it('leaves out what nobody could see', async () => {
    const { text } = await htmlReader.read('a.html', page('modern'))
    for (const hidden of ['脚本', '隐藏', '陷阱词', '垃圾链接', '图标说明', '澳门', 'display'])
      expect(text).not.toContain(hidden)
  })

  it('keeps what only print hides, and marks what is merely hidden from screen readers', async () => {
    const { body, chrome } = await read(
      `<style>@media print{.a{display:none}} .b , #c{ color:red; display : none }</style><div class="a">${PROSE}</div><p class="b">甲</p><p id="c">乙</p><p aria-hidden="true">丙</p>`,
    )
    expect(body).toHaveLength(4)
    expect(chrome).toEqual(['丙'])
  })

  it('keeps preformatted lines and joins lines of the source that are no lines of the page', async () => {
    const { body } = await read(`<pre>一、甲\n  二、乙</pre><p>推进\n   改革 and\n more</p>${PROSE}`)
    expect(body.slice(0, 3)).toEqual(['一、甲', '二、乙', '推进改革 and more'])
  })

  it('leaves numbers alone that a list writes itself', async () => {
    const { body } = await read(
      `<ol><li>一、甲工作</li><li>二、乙工作</li></ol><ol start="3" type="A"><li>丙</li></ol>${PROSE}`,
    )
    expect(body.slice(0, 3)).toEqual(['一、甲工作', '二、乙工作', 'C. 丙'])
  })

  it('never cuts a page that is all one block', async () => {
    const { body, chrome } = await read(
      `<body>2024年工作要点<br>一、总体要求<br>${'落实各项任务，完善机制。<br>'.repeat(5)}`,
    )
    expect(chrome).toEqual([])
    expect(body).toHaveLength(7)
  })

  it('asks for no file and no network', async () => {
    const { body } = await read(
      `<link rel=stylesheet href="file:///etc/passwd"><iframe src="http://127.0.0.1:1/"></iframe><img src=x onerror="process.exit(1)">${PROSE}`,
    )
    expect(body).toHaveLength(4)
  })
})

describe('a hostile page', () => {
  it('is refused when it is nested 50,000 deep or holds too many elements', async () => {
    await expect(read('<div>'.repeat(50_000))).rejects.toThrow('嵌套过深')
    await expect(read('<b>x</b>'.repeat(600_000))).rejects.toThrow('过多')
  })

  it('with huge spans stays small', async () => {
    const { body } = await read(
      `<table><tr><td rowspan=99999 colspan=99999>甲</td><td>乙</td></tr></table>${PROSE}`,
    )
    expect(body[0]?.length).toBeLessThan(100)
  })

  it('gives text or a named refusal for 200 damaged pages', async () => {
    const next = random(3)
    for (let round = 0; round < 200; round++) {
      const bytes = damaged(page(round % 2 === 0 ? 'modern' : 'old-table'), next)
      expect(await outcomeOf(() => htmlReader.read('a.html', bytes))).toMatch(/text|refused/)
    }
  })
})

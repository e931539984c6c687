import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/corpus/index.ts'
import { readSeed, readText } from '../reader.ts'

/** `reason: text` of everything that is excluded, in reading order. */
function excluded({ text, exclusions }: Document): readonly string[] {
  return exclusions.map(({ reason, start, end }) => `${reason}: ${text.slice(start, end)}`)
}

describe('exclusions of the seeds', () => {
  it('takes nothing out of a document that has nothing to remove', () => {
    expect(excluded(readSeed('qingdao2022'))).toEqual([])
  })

  it('takes the metadata run and the planted brand out, and keeps the sentence around it', () => {
    const document = readSeed('cixi')
    expect(excluded(document)).toEqual([
      'metadata_run: 11330282002977026G/2022-155031',
      'metadata_run: 市卫生健康局',
      'metadata_run: 主动公开',
      'metadata_run: 计划总结',
      'metadata_run: 卫生、体育、医保/卫生,卫生、体育、医保/医药管理,人口与计划生育、妇女儿童工作/计划生育',
      'metadata_run: 2022-04-01',
      'metadata_run: 2022-03-29',
      'metadata_run: 面向社会',
      'injected_term: 大发体育',
    ])
    const brand = document.exclusions.at(-1)
    const around = document.text.slice((brand?.start ?? 0) - 12, (brand?.end ?? 0) + 12)
    expect(around).toMatch(/^\p{Script=Han}.*大发体育.*\p{Script=Han}/u)
    const holders = document.passages.filter(
      ({ start, end }) => start < (brand?.start ?? 0) && (brand?.end ?? 0) < end,
    )
    expect(holders).toHaveLength(1)
  })

  it('takes exactly the page furniture and the spam out of the 2021 plan', () => {
    const [spam, ...rest] = excluded(readSeed('qingdao2021')).toReversed()
    expect(rest.reverse()).toEqual([
      'repeated_title: 市衛生健康委2021年工作要點',
      'page_chrome: 青島政務網 發布日期 : 2021-03-05 來源 : 青島市衛生健康委員會',
      'page_chrome: 字體大小: 打印',
      'page_chrome: 掃一掃在手機打開當前頁',
    ])
    expect(spam).toMatch(/^seo_spam: 暖暖免费日本在线中文\|/u)
    expect(readSeed('qingdao2021').exclusions.at(-1)?.end).toBe(readSeed('qingdao2021').text.trimEnd().length)
  })

  it('takes exactly the page furniture out of the action plan', () => {
    expect(excluded(readSeed('qingdaoAction'))).toEqual([
      'page_chrome: 字体大小: 打印',
      'metadata_run: • 发文单位 中共青岛市委办公厅 青岛市人民政府办公厅',
      'metadata_run: • 成文日期 2022-11-25',
      'metadata_run: • 发布日期 2022-11-25',
      'page_chrome: 扫一扫在手机打开当前页',
    ])
  })

  it('takes exactly the editor residue out, and the number glued to it still opens its section', () => {
    const document = readSeed('jizhou')
    expect(excluded(document)).toEqual(['editor_residue: [bookmark: _GoBack]'])
    expect(document.sections.find(({ number }) => number === '29.')?.start).toBe(document.exclusions[0]?.end)
  })
})

describe('exclusions', () => {
  it.each([
    ['澳门银河体育中心的邮政编码', 'a sports centre that bears the name of a brand'],
    ['开展全民健身，建设江南体育公园。', 'a place name before an ordinary word'],
    ['举办国际会议，引进威尼斯国际医院合作项目。', 'an international partner'],
    ['严厉打击非法行医，整治医疗广告。', 'words about offences'],
    ['推进体育与医疗融合，电子病历评级达到5级。', 'trade words without a brand'],
  ])('keeps “%s”: %s', (text) => {
    expect(excluded(readText(`2022年工作要点\n一、工作\n${text}`))).toEqual([])
  })

  it('keeps the rows of a table that are cut by bars', () => {
    const table =
      '| 序号 | 指标 | 单位 | 属性 | 备注 |\n| --- | --- | --- | --- | --- |\n| 1 | 床位 | 张 | 预期性 | 无 |'
    expect(excluded(readText(`2022年工作要点\n一、指标\n${table}`))).toEqual([])
  })

  it('takes out a field code and not the words on either side of it', () => {
    const text =
      '详见 HYPERLINK "http://example.gov.cn/a.html" \\h 本市网站公布的清单。\n\nTOC \\o "1-2" \\h \\z \\u\n一、目标'
    expect(excluded(readText(text))).toEqual([
      'editor_residue: HYPERLINK "http://example.gov.cn/a.html" \\h',
      'editor_residue: TOC \\o "1-2" \\h \\z \\u',
    ])
  })

  it('takes a planted term out of the text before the first heading without cutting its sentence in two', () => {
    const document = readText('2022年工作要点\n全市卫生系统凯时国际认真落实各项部署。\n一、目标\n达到5家。')
    expect(excluded(document)).toEqual(['injected_term: 凯时国际'])
    expect(document.passages[0]).toMatchObject({ start: 10, end: 29 })
  })
})

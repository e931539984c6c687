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
    ['发挥彩票公益金作用，开展控烟戒毒，防范网络赌博。', 'what a plan does about vice'],
    ['严厉打击地下六合彩、代孕等违法行为。', 'acting against offences by name'],
    ['登录省卫生健康委官网（wjw.hunan.gov.cn）下载申报表。', 'a public site'],
    ['依托“云上妇幼”app和微信平台，注册用户达到10万人。', 'a service of its own'],
    ['推进公共娱乐场所、棋牌室、电竞酒店卫生监督。', 'places under supervision'],
    ['通过ISO15189国际标准认可和JCI国际认证。', 'standards with letters and digits'],
    ['推广扫码支付，患者扫一扫即可缴费。', 'the words of a page in a sentence'],
    ['关闭未达标机构3家。', 'a button’s word at the start of a sentence'],
    ['时间：2024年5月至10月', 'a label that is not the page’s'],
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

  it.each([
    ['推进宝运莱娱乐家庭医生签约', '宝运莱娱乐'],
    ['推进凯发k8官网登录家庭医生签约', '凯发k8官网登录'],
    ['推进欧亿体育app下载家庭医生签约', '欧亿体育app下载'],
    ['推进hg0088.com家庭医生签约', 'hg0088.com'],
    ['推進凱時國際家庭医生签约', '凱時國際'],
  ])('takes the planted brand alone out of “%s”', (sentence, brand) => {
    const text = `2022年工作要点\n一、工作\n推进家庭医生签约，做实家庭医生签约。\n${sentence}。`
    expect(excluded(readText(text))).toEqual([`injected_term: ${brand}`])
  })

  it.each([
    '百家樂破解 線上娛樂城推薦 運彩場中投注 體驗金168',
    'Online Casino Malaysia | Best Slots | Free Credit | Poker Games',
    '北京办证刻章,毕业证代办,学历认证,加微信号abc',
    '老品牌值得信赖 大发彩票 极速快3 开奖走势图',
  ])('takes a line of spam out: %s', (spam) => {
    const text = `2022年工作要点\n一、工作\n推进签约服务。\n${spam}\n做实签约服务。`
    expect(excluded(readText(text))).toEqual([`seo_spam: ${spam}`])
  })

  it('leaves a paragraph that is the whole text, whatever trade it speaks of', () => {
    const text =
      '云镜是一款视频录制软件，提供高清视频。它能够在外挂摄像机的Windows电脑上运行，可以录制延时片段。'
    expect(excluded(readText(text))).toEqual([])
  })

  it.each([
    '設為首頁 | 加入收藏 | 無障礙瀏覽 | 繁體中文',
    '您当前的位置 : 首页 > 信息公开 > 政策文件',
    '政务公开 > 规划计划 > 年度计划',
    '浏览次数：230次  【字号：大 中 小】  打印  关闭',
    '扫描二维码分享到微信',
    '附件：某县2022年工作要点.docx',
    '网站支持IPv6',
    'www.example.gov.cn',
  ])('takes the page’s own line out: %s', (line) => {
    expect(excluded(readText(`${line}\n2022年工作要点\n一、工作\n推进签约服务。`))).toEqual([
      `page_chrome: ${line}`,
    ])
  })

  it('takes labels and values out that stand on lines of their own, and a title only beside its label', () => {
    const table =
      '索 引 号：\n000014/2022-00031\n名　称：\n某县2022年工作要点\n文　号：\n成文日期：2022-03-01'
    const text = `${table}\n某县2022年工作要点\n一、工作\n推进签约服务。`
    expect(excluded(readText(text))).toEqual(table.split('\n').map((line) => `metadata_run: ${line}`))
  })

  it('takes the headline with the site’s name out when the title comes again', () => {
    const text =
      '某县2022年卫生健康工作要点_某县人民政府\n首页\n某县2022年卫生健康工作要点\n一、工作\n推进签约。'
    expect(excluded(readText(text))[0]).toBe('repeated_title: 某县2022年卫生健康工作要点_某县人民政府')
  })

  it.each([
    '.TRS_Editor P{margin-top:0px;}',
    '&ldquo;',
    '_x000D_',
    'Normal 0 7.8 磅 0 2 false false false EN-US ZH-CN X-NONE',
  ])('takes what an editor left out: %s', (residue) => {
    expect(excluded(readText(`2022年工作要点\n一、工作\n推进${residue}签约。`))).toEqual([
      `editor_residue: ${residue}`,
    ])
  })
})

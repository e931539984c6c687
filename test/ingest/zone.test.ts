import { describe, expect, it } from 'vitest'
import { readText } from '../reader.ts'

const BODY = `为做好全市卫生健康工作，推动卫生健康事业高质量发展，结合我市实际，制定本要点。
一、强化公共卫生
（一）做好疾病防控。加强传染病监测，报告率达到100%。
二、深化医改
推进医保支付方式改革，住院率降到15%。
益州市卫生健康委员会
2023年3月1日`

function kept(text: string): string {
  const { exclusions } = readText(text)
  const characters = [...text].map((_, at) => at)
  const isKept = (at: number) => !exclusions.some(({ start, end }) => start <= at && at < end)
  return characters
    .filter(isKept)
    .map((at) => text[at])
    .join('')
    .replace(/\n{2,}/gu, '\n')
    .trim()
}

describe('the head and foot of a page', () => {
  it('holds nothing of the document above its title but the forms of an official document', () => {
    const head =
      '智慧益州云\n热线服务 | 智能机器人 | 个人空间\n益州市卫生健康委员会\n首 页\n市情\n互 动\n当前位置：网站首页>市政府文件'
    const document = `益州市卫生健康委员会文件\n益卫发〔2023〕5号\n2023年益州市卫生健康工作要点\n${BODY}`
    expect(kept(`${head}\n${document}`)).toBe(document)
  })

  it('keeps a title of several lines above what the page says of it', () => {
    const title = '益州市卫生健康\n高质量发展三年行动计划\n（2023—2025年）'
    const text = `首页 > 公开\n${title}\n来源：市卫健委 浏览次数：30\n${BODY}`
    expect(kept(text)).toBe(`${title}\n${BODY}`)
    expect(readText(text).metadata.title?.value).toBe('益州市卫生健康高质量发展三年行动计划（2023—2025年）')
  })

  it('goes on with the names and links of other sites to the end', () => {
    const foot =
      '[纠错] [关闭]\n上一篇 关于考试的通知\n下一篇 已经是最后一篇\n国家部委网站\n[2023-05-06] 召开党组会议\n2023-05-07\n益州发布'
    const document = `2023年益州市卫生健康工作要点\n${BODY}`
    expect(kept(`${document}\n${foot}`)).toBe(document)
  })

  it('keeps an annex under a line that looks like the page’s own', () => {
    const document = `2023年益州市卫生健康工作要点\n${BODY}`
    const annex = '附件1\n益州市指标任务表\n序号\t指标\n1\t签约率'
    expect(kept(`${document}\n打印本页\n${annex}\n版权所有 益州市卫健委`)).toBe(`${document}\n${annex}`)
  })
})

describe('what an editor left at the edge of a line', () => {
  it('hides neither the title nor the end of a heading', () => {
    const title = '益州市老年健康服务实施方案'
    const text = `关于印发《${title}》的通知
各县卫生健康局：
现将《${title}》印发给你们，请认真执行。
益州市卫生健康委员会
2023年3月1日
[bookmark: _Toc1720]${title}
一、工作目标
到2025年，覆盖率达到90%。
二、重点任务[bookmark: OLE_LINK3]
推进医养结合。`
    const { metadata, sections } = readText(text)
    expect(metadata.title?.value).toBe(title)
    expect(sections.map(({ number, heading }) => `${number}${heading}`)).toEqual([
      '一、工作目标',
      '二、重点任务',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { readText } from '../reader.ts'

/** The sections of a text as `level number|heading`. */
function outline(body: string): readonly string[] {
  const { sections } = readText(`2024年某市卫生健康工作要点\n${body}`)
  return sections.map(({ level, number, heading }) => `${level} ${number}|${heading}`)
}

describe('numbering', () => {
  it.each([
    ['一、目标\n（一）总目标\n1.床位\n（1）新增\n①公办', ['1 一、', '2 （一）', '3 1.', '4 （1）', '5 ①']],
    ['壹、目標\n一、總目標\n(一)床位', ['1 壹、', '2 一、', '3 (一)']],
    ['第一部分 目标\n第一章 总目标\n第一节 床位\n一、新增', ['1 第一部分', '2 第一章', '3 第一节', '4 一、']],
    ['㈠目标\n⒈床位\n⑴新增', ['1 ㈠', '2 ⒈', '3 ⑴']],
    ['第1章 目标\n1.1 床位\n1.2 托位\n第2章 措施', ['1 第1章', '2 1.1', '2 1.2', '1 第2章']],
    ['一、目标\n１．床位\n２．托位', ['1 一、', '2 １．', '2 ２．']],
  ])('of %j nests by style', (body, numbers) => {
    expect(outline(body).map((line) => line.replace(/\|.*$/u, ''))).toEqual(numbers)
  })

  it('restarts under each parent or runs on through them', () => {
    expect(outline('一、甲\n1.子\n2.丑\n二、乙\n1.寅\n三、丙\n2.卯')).toHaveLength(7)
    expect(outline('一、甲\n1.子\n2.丑\n二、乙\n3.寅\n三、丙\n4.卯').map((line) => line[0])).toEqual([
      ...'1221212',
    ])
  })

  it('is followed through a number given twice or left out', () => {
    expect(outline('一、甲\n二、乙\n二、丙\n四、丁')).toHaveLength(4)
  })

  it.each([
    '3.5%以上的床位用于康复',
    '1.2万张床位年内到位',
    '2023年全面完成',
    '10.6平方米',
    '一、二级医院共建',
    '3月底前完成2项',
    '1\n新增床位',
    '(2023—2025年)',
  ])('is not seen in %j', (line) => {
    expect(outline(`一、目标\n${line}\n二、措施`)).toEqual(['1 一、|目标', '1 二、|措施'])
  })

  it.each([
    ['1.2024年新增托位500个。', '1.|2024年新增托位500个'],
    ['1.6月底前完成验收。', '1.|6月底前完成验收'],
    ['1、65岁以上老年人体检。', '1、|65岁以上老年人体检'],
  ])('is told from the figure behind it in %j', (line, heading) => {
    expect(outline(`一、目标\n${line}`)[1]).toBe(`2 ${heading}`)
  })
})

describe('a heading', () => {
  it.each([
    ['一、加强领导。成立专班。', '加强领导'],
    ['一、加强领导', '加强领导'],
    ['一、加强领导：', '加强领导'],
    ['一、加强领导；', '加强领导'],
    ['一、加强领导：成立专班。', '加强领导'],
    ['一、加强领导 各单位要提高认识，成立专班，落实责任。', '加强领导'],
    ['一、加强领导　　成立专班。', '加强领导'],
    ['一、抓党建 强队伍 促发展。成立专班。', '抓党建 强队伍 促发展'],
    ['一、聚焦提能造峰,推进高质量发展', '聚焦提能造峰,推进高质量发展'],
    ['一、落实《关于“一老一小。”的意见》。推进工作。', '落实《关于“一老一小。”的意见》'],
    ['一、贯彻“健康中国。人人有责”要求。推进工作。', '贯彻“健康中国。人人有责”要求'],
    ['1.建档率达到85%以上，孕产妇死亡率控制在9/10万以下。', ''],
    ['1.落实责任制，开展廉政教育，持续纠治四风问题。（机关纪委）', ''],
    ['1.完善机制；强化调度；严格考核。', ''],
    ['1.重点做好以下工作：新增床位、招聘人员。', '重点做好以下工作：新增床位、招聘人员'],
  ])('of %j ends where its words end', (line, heading) => {
    expect(outline(line)[0]?.split('|')[1]).toBe(heading)
  })

  it('may be glued to the heading above it', () => {
    expect(outline('一、总体要求（一）指导思想。坚持改革。\n（二）目标。新增床位。')).toEqual([
      '1 一、|总体要求',
      '2 （一）|指导思想',
      '2 （二）|目标',
    ])
  })

  it('is none in a table, a table of contents, an enumeration or a list of attachments', () => {
    expect(outline('一、目标\n序号\t任务\t科室\n1.\t床位\t医政科\n2.\t托位\t人口科')).toHaveLength(1)
    expect(
      outline('目　录\n一、目标……1\n二、措施……3\n一、目标\n新增床位。\n二、措施\n加强领导。'),
    ).toHaveLength(2)
    expect(outline('目录\n一、目标\n二、措施\n一、目标\n新增床位。\n二、措施\n加强领导。')).toHaveLength(2)
    expect(
      outline('一、目标\n做到：（1）新增床位；（2）新增托位。一是加强领导。二是落实责任。'),
    ).toHaveLength(1)
    expect(outline('一、目标\n新增床位。\n附件：1.任务表\n2.指标表\n某局\n2024年3月1日')).toHaveLength(1)
  })

  it('without a number stands beside 一、 when it has a text of its own, and over it when it has none', () => {
    const body = '坚持预防为主，强化基层服务，推动各项改革。'
    expect(outline(`指导思想\n${body}\n一、目标\n${body}\n二、措施\n${body}`)).toEqual([
      '1 |指导思想',
      '1 一、|目标',
      '1 二、|措施',
    ])
    expect(outline(`指导思想\n${body}\n主要任务\n一、目标\n${body}\n二、措施\n${body}`)).toEqual([
      '1 |指导思想',
      '1 |主要任务',
      '2 一、|目标',
      '2 二、|措施',
    ])
  })

  it('without a number stands over others of its kind when it has no text of its own', () => {
    const body = '全年建成社区医院6家，床位利用率达到80%以上。'
    const lines = [
      '总体思路',
      body,
      '主要任务',
      '补齐服务短板',
      body,
      '做优慢病管理',
      body,
      '工作保障',
      '落实投入责任',
      body,
    ]
    expect(outline(lines.join('\n'))).toEqual([
      '1 |总体思路',
      '1 |主要任务',
      '2 |补齐服务短板',
      '2 |做优慢病管理',
      '1 |工作保障',
      '2 |落实投入责任',
    ])
    expect(outline(['总体思路', body, '做优慢病管理', body].join('\n'))).toEqual([
      '1 |总体思路',
      '1 |做优慢病管理',
    ])
  })

  it('stands over an annex, and its title under it', () => {
    expect(outline('一、目标\n新增床位。\n附件1\n主要指标\n序号\t指标\n1\t床位').slice(1)).toEqual([
      '1 附件1|',
      '2 |主要指标',
    ])
  })
})

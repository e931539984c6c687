import { describe, expect, it } from 'vitest'
import { indexedDocument } from '../../src/corpus/index.ts'
import { extractTargets } from '../../src/ledger/extract-targets.ts'
import { fateOf, namesProject } from '../../src/outline/one-off.ts'
import { readText } from '../reader.ts'

function fate(clause: string) {
  const document = readText(`巴中市卫生健康委员会2023年工作要点\n一、工作任务\n（一）做好工作。${clause}。`)
  const { view } = indexedDocument(document)
  const start = view.indexOf('做好工作。') + '做好工作。'.length
  const end = start + clause.length
  const rows = extractTargets(document, view).filter((row) => start <= row.start && row.end <= end)
  return fateOf(view.slice(start, end), rows, 2023)
}

describe('what a clause is', () => {
  it.each([
    '2022年全市门诊量首次突破90万',
    '截至2022年底，全市托位累计达到4100个'.replace('，', ''),
    '去年新增三级医院2家',
    '截至目前已建成护理站5个',
    '群众满意度均居全省前列',
  ])('a result of before, and no task: %s', (clause) => expect(fate(clause)).toBe('reported'))

  it.each([
    '力争门诊量首次突破90万',
    '在2022年试点的基础上扩大覆盖面',
    '用好已建成的护理站',
    '对已完成改造的卫生室开展检查',
    '比2022年提高2个百分点',
    '确保群众满意度居全省前列',
  ])('no result of before: %s', (clause) => expect(fate(clause)).not.toBe('reported'))

  it.each([
    '2024年投入使用',
    '市血液中心新址2024年6月底前建成启用',
    '2025年通过三级医院评审',
    '严格执行修订后的护理规范',
    '落实国家新出台的生育支持政策',
    '宣传贯彻新制定的急救条例',
    '特别扶助资金5月底前发放到位',
    '9月底前兑现乡村医生补助',
    '建成老年友善医疗机构6家',
    '创成省级卫生村12个',
    '全市投放智慧药柜12个',
    '主动接受人大、政协监督',
    '推动远程会诊中心投入运行',
    '加快完善信息系统',
  ])('goes on: %s', (clause) => expect(fate(clause)).toBe('goes_on'))

  it.each([
    '东城卫生院完成桩基施工',
    '二期工程完成内部装饰并启动设备安装',
    '完成精神卫生中心设备安装',
    '市传染病医院主体完工',
  ])('a stage: %s', (clause) => expect(fate(clause)).toBe('under_way'))

  it.each([
    '争取三季度启用',
    '为白云卫生院配备64排CT一台',
    '挂牌市疾病预防控制局',
    '与省肿瘤医院续签托管协议',
    '通过二级疾控机构初评',
    '启动国家卫生县城复审迎检',
    '做好省级首次评估确认',
    '完善血液管理软件开发',
    '接受县人大常委会对急救工作情况的评议',
    '市康复医院晋升三级乙等',
    '2023年6月底前投入使用',
    '河东、柳林3个卫生院门诊改造10月底前完工',
    '东风路社区卫生服务中心业务用房年底前完工',
  ])('done once: %s', (clause) => expect(fate(clause)).toBe('finished'))
})

describe('a heading', () => {
  it.each([
    '加快县中医医院迁建',
    '推进市第三医院建设',
    '建设城南院区',
    '推进河口镇卫生院建设',
    '推进仁爱医院二期建设',
  ])('names a project: %s', (heading) => expect(namesProject(heading)).toBe(true))
  it.each([
    '推进清廉医院建设',
    '加强平安医院建设',
    '推进无烟医院建设',
    '推进健康促进医院建设',
    '建设老年友善医院',
    '推进美丽医院建设',
    '加强数字医院建设',
  ])('names a field of work: %s', (heading) => expect(namesProject(heading)).toBe(false))
})

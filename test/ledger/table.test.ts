import { describe, expect, it } from 'vitest'
import { normalisedView } from '../../src/corpus/index.ts'
import { extractTargets } from '../../src/ledger/index.ts'
import { readText } from '../reader.ts'

const ANNUAL = '某市2024年卫生健康工作要点'
const THREE_YEARS = '某市卫生健康三年行动计划（2024—2026年）'

/** Rows as `indicator comparator value unit year`; lines of cells are written with / for the tab. */
function rowsIn(title: string, ...lines: readonly string[]): readonly string[] {
  const table = lines.map((line) => line.replaceAll('/', '\t').replaceAll('÷', '/')).join('\n')
  const text = `${title}\n\n一、重点任务\n\n加强组织领导。\n\n附件\n\n任务分解表\n\n${table}\n`
  const document = readText(text)
  return extractTargets(document, normalisedView(text)).map((row) => {
    expect(text.slice(row.start, row.end)).toBe(row.quote)
    const { indicator, comparator, value, valueTo, unit, deadlineYear } = row
    return [indicator, comparator, value, valueTo, unit, deadlineYear]
      .filter((part) => part !== null && part !== '')
      .join(' ')
  })
}

describe('tables', () => {
  it('reads targets with their units and leaves out who answers for them', () => {
    expect(
      rowsIn(
        ANNUAL,
        '序号/指标名称/单位/目标值/责任单位/完成时限',
        '1/每千人口托位数/个/4.5/市妇幼处、8家医院/2024年12月底',
        '2/孕产妇死亡率/÷10万/≤9/妇幼处/全年',
        '3/居民健康素养水平/%/32以上/宣传处/12月底前',
        '4/二级以上医院老年医学科/—/全覆盖/老龄处/12月',
      ),
    ).toEqual([
      '每千人口托位数 = 4.5 个 2024',
      '孕产妇死亡率 <= 9 /10万 2024',
      '居民健康素养水平 >= 32 % 2024',
      '二级以上医院老年医学科全覆盖 milestone 2024',
    ])
  })

  it('reads what a column of stages says, and no more of one that only dates', () => {
    expect(
      rowsIn(
        THREE_YEARS,
        '项目名称/建设地点/节点安排/责任单位',
        '县医院传染病楼/城关镇/2024年10月开工，2025年12月投入使用/县医院',
        '县中医院康复楼/河口镇/2026年6月前完成主体封顶/县中医院',
        '县疾控中心实验楼/城关镇/2026年12月底/县疾控中心',
      ),
    ).toEqual([
      '县医院传染病楼开工 milestone 2024',
      '县医院传染病楼投入使用 milestone 2025',
      '县中医院康复楼完成主体封顶 milestone 2026',
    ])
  })

  it('takes the unit behind a name, but no other bracket', () => {
    expect(
      rowsIn(
        THREE_YEARS,
        '指标/2023年基数/2024年/2026年/属性',
        '每千人口执业（助理）医师数（人）/3.1/3.3/3.8/预期性',
        '执业医师（含助理）/20/21/22-25/预期性',
        '孕产妇死亡率/9.1÷10万/9÷10万以下/8÷10万以下/约束性',
      ),
    ).toEqual([
      '每千人口执业（助理）医师数 = 3.3 人 2024',
      '每千人口执业（助理）医师数 = 3.8 人 2026',
      '执业医师（含助理） = 21 2024',
      '执业医师（含助理） range 22 25 2026',
      '孕产妇死亡率 <= 9 /10万 2024',
      '孕产妇死亡率 <= 8 /10万 2026',
    ])
  })

  it('reads cells of prose as sentences, due when the line says', () => {
    expect(
      rowsIn(
        ANNUAL,
        '序号/工作任务/具体措施/牵头科室/完成时限',
        '1/推进分级诊疗/组建2个城市医疗集团，基层诊疗量占比达到56%。/医政科/2024年9月',
        '2/加强急救能力/新增急救站点4个；6月底前启用急救调度平台。/应急办/10月底前',
        '3/市疾控中心实验楼/主体封顶/规财科/12月',
      ),
    ).toEqual([
      '组建城市医疗集团 = 2 个 2024',
      '基层诊疗量占比 = 56 % 2024',
      '新增急救站点 = 4 个 2024',
      '启用急救调度平台 milestone 2024',
      '市疾控中心实验楼主体封顶 milestone 2024',
    ])
  })

  it('names a deed without an object by its line, due in the year over its column', () => {
    expect(
      rowsIn(
        THREE_YEARS,
        '重点任务/2024年目标/2025年目标/2026年目标/责任单位',
        '县域医疗次中心建设/新建3个/新建4个/累计达到12个/市卫健委',
        '家庭医生签约率/达到40%/达到45%/达到50%以上/基层处',
      ),
    ).toEqual([
      '新建县域医疗次中心 = 3 个 2024',
      '新建县域医疗次中心 = 4 个 2025',
      '县域医疗次中心 = 12 个 2026',
      '家庭医生签约率 = 40 % 2024',
      '家庭医生签约率 = 45 % 2025',
      '家庭医生签约率 >= 50 % 2026',
    ])
  })

  it('gives beds and space to the project of the line', () => {
    expect(
      rowsIn(
        THREE_YEARS,
        '序号/项目名称/建设规模/建设年限/责任单位',
        '1/市儿童医院新建项目/床位500张，建筑面积8万平方米/2024年至2026年/市儿童医院',
      ),
    ).toEqual(['市儿童医院新建项目床位 = 500 张 2026', '市儿童医院新建项目建筑面积 = 8 万平方米 2026'])
  })
})

describe('notes of assignment', () => {
  const rowsOf = (...paragraphs: readonly string[]) => {
    const text = `${THREE_YEARS}\n\n一、重点任务\n\n${paragraphs.join('\n')}\n`
    return extractTargets(readText(text), normalisedView(text)).map(
      ({ indicator, deadline, deadlineYear, deadlineIsExplicit, quote }) => {
        expect(quote).not.toContain('责任')
        return [indicator, deadline, deadlineYear, deadlineIsExplicit].join(' ')
      },
    )
  }

  it('sets the deadline of every row of its item that names none', () => {
    expect(
      rowsOf(
        '1.扩大服务。新增托位300个，2025年新增床位20张。（责任单位：市卫健委、8个县区；完成时限：2024年12月）',
        '2.做实签约。签约率达到50%。',
      ),
    ).toEqual(['新增托位 2024年12月 2024 true', '新增床位 2025年 2025 true', '签约率  2026 false'])
  })

  it('may stand on a line of its own or in words', () => {
    expect(
      rowsOf(
        '1.扩大服务。新增托位300个。',
        '（牵头科室：家庭科；完成时限：2025年6月底）',
        '2.改善条件。改造卫生院5所（规财科牵头，2024年11月底前完成）。',
        '3.做实签约。签约率达到50%。',
        '责任单位：基层处、12家医院',
        '完成时限：2025年底',
      ),
    ).toEqual([
      '新增托位 2025年6月底 2025 true',
      '改造卫生院 2024年11月底前 2024 true',
      '签约率 2025年底 2025 true',
    ])
  })

  it('makes no row of its own', () => {
    expect(rowsOf('1.加强督导。每年开展督导。（责任单位：8个乡镇卫生院；时限：长期坚持）')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { findShortYears } from '../../../src/retrieval/query/short-year.ts'

/** The years of a question about 云泽 or 南屏. */
function yearsIn(view: string): readonly number[] {
  const places = [...view.matchAll(/云泽|南屏/gu)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
  }))
  return findShortYears(view, places).flatMap(({ years }) => years)
}

describe('a year of two digits', () => {
  it.each([
    ['云泽24年招几名护士', [2024]],
    ['云泽24免费打疫苗打多少人', [2024]],
    ['签约率要到多少,云泽23', [2023]],
    ['24云泽要建几家托育园', [2024]],
    ['云泽的24要点讲啥', [2024]],
    ['24工作要点里有没有提到急救', [2024]],
    ['签约率23跟24比涨了多少', [2023, 2024]],
    ['23年和24签约率各多少', [2023, 2024]],
    ['2023跟24比多了啥', [2024]],
    ['云泽签约率23年多少', [2023]],
    ['到25年呢', [2025]],
    ['那23呢', [2023]],
    ['22、23和24年的签约率', [2022, 2023, 2024]],
    ['签约率(23和24)', [2023, 2024]],
    ['23年底签约率', [2023]],
    ['24年度的任务', [2024]],
  ])('is read in %s', (question, years) => {
    expect([...yearsIn(question)].sort()).toEqual(years)
  })

  it.each([
    '云泽24小时热线打得通吗',
    '云泽24家卫生院怎么改造',
    '云泽24张床位放在哪里',
    '云泽12345热线的办结率',
    '云泽12.5%的目标是谁的',
    '云泽15分钟就医圈覆盖多少',
    '云泽15到24岁的人要筛多少',
    '云泽18岁以上居民签约多少',
    '云泽20强药企引进几家',
    '云泽10大行动是哪些',
    '云泽14个乡镇都有吗',
    '14和15号病区什么时候启用',
    '近20年的病例要上报吗',
    '工龄24年以上的村医补多少',
    '办院24年多的中医院',
    '第24项任务由谁负责',
    '实施24条举措',
  ])('is not read in %s', (question) => {
    expect(yearsIn(question)).toEqual([])
  })
})

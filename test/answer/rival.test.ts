import { describe, expect, it } from 'vitest'
import { speaksOfRival } from '../../src/answer/evidence/rival.ts'

describe('what excludes what is asked about', () => {
  it.each([
    ['海水淡化一期工程什么时候投产?', '海水淡化二期工程昨日并网供水'],
    ['第二任校长是谁?', '首任校长是周某'],
    ['英文版是哪一年出版的?', '日文版2017年于东京出版'],
    ['女子组冠军是谁?', '男子组冠军为王某'],
    ['《甲书》是哪一年出版的?', '著有《乙书》《甲书》等,其中《乙书》于1934年出版'],
    ['哪一年列入国家级名录?', '2009年列入浙江省第三批名录'],
  ])('%s', (asked, view) => {
    expect(speaksOfRival(asked, view)).toBe(true)
  })

  it.each([
    ['海水淡化二期工程什么时候投产?', '海水淡化二期工程昨日并网供水'],
    ['首任校长是谁?', '第一任校长是周某'],
    ['《乙书》是哪一年出版的?', '著有《乙书》《甲书》等,其中《乙书》于1934年出版'],
    ['建成几批项目?', '分三批建成12个项目'],
  ])('%s is not excluded', (asked, view) => {
    expect(speaksOfRival(asked, view)).toBe(false)
  })
})

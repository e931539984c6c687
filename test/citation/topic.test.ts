import { describe, expect, it } from 'vitest'
import { checkClaim, prepareEvidence } from '../../src/citation/index.ts'

const BULLETIN = prepareEvidence({
  title: '临泽市2024年国民经济和社会发展统计公报',
  text: [
    '全市粮食产量56万吨，增长2.1%。北岭医院新设床位500张，门诊量达到3万人次。全市公路里程1200公里。',
    '全市工业增加值320亿元，增长5.6%。东港区固定资产投资120亿元，增长8.1%，财政收入12亿元。全市进出口总额88亿元，下降2.0%。',
    '全年新建小学5所，容纳学生3万人。新改扩建医院3所，新增床位500张。',
    '全年接待游客913万人次，比上年增长28.4%，旅游总花费71亿元，增长33.9%。',
  ].join('\n'),
})

function isAccepted(text: string): boolean {
  return /^(?:quoted|proven)$/u.test(checkClaim(text, [BULLETIN]).verdict)
}

describe('what a clause is about beyond its own subject', () => {
  it.each([
    '全市粮食产量56万吨，公路里程1200公里。',
    '全市工业增加值320亿元，进出口总额88亿元。',
    '东港区固定资产投资120亿元，财政收入12亿元。',
    '新建小学5所，容纳学生3万人。',
    '临泽市旅游总花费增长33.9%。',
  ])('is kept: %s', (text) => {
    expect(isAccepted(text)).toBe(true)
  })

  it.each([
    ['a hospital’s figure as the city’s', '临泽市粮食产量56万吨，门诊量达到3万人次。'],
    ['the city’s figure as a hospital’s', '北岭医院新设床位500张，公路里程1200公里。'],
    ['a district’s figure as the city’s', '全市工业增加值320亿元，财政收入12亿元。'],
    ['the city’s figure as a district’s', '东港区固定资产投资120亿元，工业增加值320亿元。'],
    ['the city’s figure behind a district’s', '东港区财政收入12亿元，进出口总额88亿元。'],
    ['what was built for something else', '新改扩建医院3所，容纳学生3万人。'],
    ['a rate put to the subject behind it', '临泽市旅游总花费增长28.4%。'],
  ])('does not become another: %s', (_, text) => {
    expect(isAccepted(text)).toBe(false)
  })
})

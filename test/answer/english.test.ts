import { beforeAll, describe, expect, it } from 'vitest'
import { createGlossary } from '../../src/adapter/glossary/glossary.ts'
import type { Desk } from '../../src/answer/index.ts'
import { createEnglishReader } from '../../src/retrieval/index.ts'
import { stem } from '../../src/text/index.ts'
import { deskOver } from '../desk.ts'
import { divisions } from '../reader.ts'

const PLAN = `马鞍山市2024年卫生健康工作要点

一、提升服务能力。新增普惠托位350个，每万人口全科医生达到3.2名，负压救护车占比达到40%。
二、推进项目建设。市第三人民医院感染楼5月底前投入使用。`

let desk: Desk
const read = createEnglishReader(createGlossary(), divisions)
const chinese = async (question: string) => {
  const reading = await read(question, {}, desk)
  return reading?.kind === 'chinese' ? reading.question : reading
}

describe('an English question', () => {
  beforeAll(async () => {
    desk = await deskOver({ 'plan.txt': PLAN })
  })

  it('is put into the words that stand in the documents, what is measured last', async () => {
    expect(
      await chinese("What is Ma'anshan's 2024 target for the share of negative-pressure ambulances?"),
    ).toBe('马鞍山市2024年负压救护车 占比 是多少？')
    expect(await chinese('How many general practitioners per 10,000 people in Maanshan City, 2024?')).toBe(
      '马鞍山市2024年每万人口 全科医生 多少？',
    )
  })

  it('names a place that has no document, so that it is refused and not dropped', async () => {
    expect(await chinese('How many nursery places will Shaanxi add in 2024?')).toMatch(/^陕西省2024年/u)
    expect(await chinese('How many nursery places will Shanxi add in 2024?')).toMatch(/^山西省2024年/u)
  })

  it('keeps the words nobody can translate, so that they are missed', async () => {
    const reading = await read('How many nursery places for zebras will be added in 2024?', {}, desk)
    expect(reading).toMatchObject({ kind: 'chinese', unknown: ['zebras'] })
    expect(await chinese('How many zebras does it plan?')).toEqual({ kind: 'unknown', words: ['zebras'] })
  })

  it('asks for what came of it where English does', async () => {
    expect(await chinese('What was the actual share of negative pressure ambulances?')).toContain(
      '实际是多少',
    )
  })

  it('is not what a Chinese one with an abbreviation is', async () => {
    expect(await read('2024年DRG付费覆盖率是多少？', {}, desk)).toBeUndefined()
    expect(await read('AED HPV 有多少？', {}, desk)).toBeUndefined()
  })

  it.each([
    ['clinics', 'clinic'],
    ['relocation', 'relocate'],
    ['screened', 'screening'],
    ['facilities', 'facility'],
  ])('finds %s under %s', (one, other) => expect(stem(one)).toBe(stem(other)))
})

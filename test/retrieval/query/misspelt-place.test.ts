import { beforeAll, describe, expect, it } from 'vitest'
import { type Catalogue, understand } from '../../../src/retrieval/index.ts'
import { deskOver } from '../../desk.ts'

let catalogue: Catalogue
beforeAll(async () => {
  const plan = (place: string) => `${place}2024年卫生健康工作要点\n一、提升服务\n新增托位120个。\n`
  const desk = await deskOver({ 'a.txt': plan('虞城县'), 'b.txt': plan('乐山市'), 'c.txt': plan('溧水区') })
  catalogue = desk.catalogue
})

describe('a slip in the name of a place', () => {
  it.each([
    ['虞成县新增托位多少个', ['虞城县'], '“虞成县”按虞城县理解。'],
    ['于城新增托位多少个', ['虞城县'], '“于城”按虞城县理解。'],
    ['漂水区新增托位多少个', ['溧水区'], '“漂水区”按溧水区理解。'],
    ['虞成和乐山新增托位各多少个', ['虞城县', '乐山市'], '“虞成”按虞城县理解。'],
    ['乐山比虞成县多多少托位', ['乐山市', '虞城县'], '“虞成县”按虞城县理解。'],
  ])('is taken for the place of the corpus in %s', (question, regions, note) => {
    const query = understand(question, catalogue)
    expect(query.regions).toEqual(regions)
    expect(query.foreignPlaces).toEqual([])
    expect(query.notes).toEqual([note])
  })

  it('leaves a place that has that very name as it is', () => {
    expect(understand('成县新增托位多少个', catalogue)).toMatchObject({
      regions: [],
      foreignPlaces: ['成县'],
    })
  })

  it('is not looked for in the words behind another place', () => {
    expect(understand('乐山的渔城新增托位多少个', catalogue).regions).toEqual(['乐山市'])
  })
})

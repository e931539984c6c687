import { describe, expect, it } from 'vitest'
import { stagesOf } from '../../src/web/stage.ts'

const statesOf = (...told: Parameters<typeof stagesOf>) => stagesOf(...told).map(({ state }) => state)

describe('stagesOf', () => {
  it('searches until documents are found, and then checks', () => {
    expect(statesOf(null, 0)).toEqual(['now', 'later', 'later'])
    expect(statesOf(3, 0)).toEqual(['done', 'done', 'now'])
    expect(stagesOf(3, 2).map(({ text }) => text)).toEqual(['检索', '找到 3 份文件', '逐句核验，已通过 2 句'])
  })
})

import { describe, expect, it } from 'vitest'
import { lineageSchema } from '../../src/api/index.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { run } from './cli.ts'

describe('yaodian lineage', () => {
  it('prints what became of each task, and the same as one JSON document', async () => {
    const data = temporaryFolder()
    const told = await run(['lineage', '--region', '青岛', '--data', data])
    expect(told.code).toBe(0)
    expect(told.stdout).toContain('2021年 → 2022年')
    expect(told.stdout).toMatch(/\[延续\] 4\.推動中醫藥傳承創新發展 → （四）促进中医药传承创新发展/u)
    const { code, stdout } = await run([
      'lineage',
      '--region',
      '青岛',
      '--from',
      '2022',
      '--json',
      '--data',
      data,
    ])
    expect(code).toBe(0)
    expect(lineageSchema.parse(JSON.parse(stdout)).plans.map(({ years }) => years[1])).toEqual([2022, 2024])
    const nothing = await run(['lineage', '--region', '广州', '--data', data])
    expect(nothing).toMatchObject({ code: 0, stdout: '文库中没有广州的计划。\n' })
  })

  it.each([[[]], [['--region', '']], [['--region', '青岛', '--from', '去年']], [['青岛']]])(
    'ends with 2 for %j',
    async (args) => {
      const { code, stderr } = await run(['lineage', ...args, '--data', temporaryFolder()])
      expect(code).toBe(2)
      expect(stderr).toContain('用法')
    },
  )
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verificationSchema } from '../../src/api/index.ts'
import { PLAN_FOLDER } from '../reader.ts'
import { run } from './cli.ts'

const PLAN = join(PLAN_FOLDER, 'liyang-2024-annual-plan.txt')
const data = mkdtempSync(join(tmpdir(), 'yaodian-test-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

describe('verify', () => {
  const file = join(data, '草稿.txt')
  beforeAll(() => writeFileSync(file, '溧阳市完成登月基地建设。\n'))

  it('prints one JSON document with a verdict for every sentence', async () => {
    const { code, stdout } = await run(['verify', file, '--against', PLAN, '--json'])
    expect(code).toBe(0)
    expect(verificationSchema.parse(JSON.parse(stdout)).sentences.map(({ verdict }) => verdict)).toEqual([
      'unproven',
    ])
  })

  it('checks against the corpus without --against, and says why a sentence fails', async () => {
    const { code, stdout } = await run(['verify', file, '--data', data])
    expect(code).toBe(0)
    expect(stdout).toContain('[未证实]')
    expect(stdout).toContain('共 1 句')
  })

  it('ends with 2 without a file', async () => {
    expect(await run(['verify'])).toMatchObject({ code: 2, stdout: '' })
  })
})

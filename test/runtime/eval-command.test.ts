import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createEvalProgress } from '../../src/runtime/command/eval-progress.ts'
import { ownSet, QUESTIONS, question } from '../evaluation/own-order.ts'
import { honest } from '../model-server/author.ts'
import { serveModel } from '../model-server/server.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { run } from './cli.ts'

function own(folder: string, ...rest: Parameters<typeof ownSet> extends [unknown, ...infer R] ? R : never) {
  const { dataset, corpus } = ownSet(folder, ...rest)
  return ['eval', '--dataset', dataset, '--corpus', corpus, '--data', join(folder, 'data')]
}

describe('yaodian eval', { timeout: 180_000 }, () => {
  it('runs a dataset of the user’s own, writes the report and ends with 0', async () => {
    const folder = temporaryFolder()
    const { code, stdout, stderr } = await run([...own(folder), '--report', join(folder, 'report')])
    expect([code, stderr]).toEqual([0, expect.stringContaining(`4/4`)])
    expect(stdout).toContain('没有门槛可比：4 题')
    expect(stdout).toMatch(/答对率.*\[.*\].*n=4/u)
    for (const name of ['report.html', 'run.json', 'junit.xml'])
      expect(existsSync(join(folder, 'report', name)), name).toBe(true)
  })

  it('prints one JSON document and nothing else, which serves as a baseline', async () => {
    const folder = temporaryFolder()
    const { stdout } = await run([...own(folder), '--json', '--report', join(folder, 'report')])
    expect(JSON.parse(stdout).cases).toHaveLength(QUESTIONS.length)
    expect(readFileSync(join(folder, 'report/run.json'), 'utf8')).toBe(stdout)
    const compared = await run([...own(folder), '--baseline', join(folder, 'report/run.json')])
    expect(compared.stdout).toContain('同样的题 4 道，变对 0，变错 0，只是文字变了 0')
  })

  it('ends with 1 below the gate and says by what', async () => {
    const folder = temporaryFolder()
    const wrong = QUESTIONS.map(({ id, question: words }) => question(id, words, ['从来没有的答案']))
    const gate = join(folder, 'gate.json')
    writeFileSync(gate, JSON.stringify({ correctness: { least: 0.5, reason: '一半总要答对，不然没有用' } }))
    const { code, stdout } = await run([...own(folder, wrong), '--gate', gate, '--failures'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^没有通过门槛/u)
    expect(stdout).toContain('一半总要答对，不然没有用')
    expect(stdout).toContain('缺少：从来没有的答案')
  })

  it('asks the model of the settings only when told to, and never writes its key down', async () => {
    const folder = temporaryFolder()
    const model = await serveModel(honest)
    const settings = {
      YAODIAN_CHAT_MODEL: 'scripted',
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_API_KEY: 'sk-secret',
    }
    const without = JSON.parse((await run([...own(folder), '--json'], settings)).stdout)
    expect([without.model, model.requests.length]).toEqual([null, 0])
    const { code, stdout } = await run([...own(folder), '--model', '--json'], settings)
    await model.close()
    const record = JSON.parse(stdout)
    expect([code, record.model]).toEqual([0, 'scripted'])
    expect(model.requests.length).toBeGreaterThan(0)
    expect(record.hashes.config).not.toBe(without.hashes.config)
    const runs = join(folder, 'data/evals/runs')
    const files = readdirSync(runs, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name), 'utf8')).not.toContain('sk-secret')
  })

  it('ends with 2 for wrong usage', async () => {
    const folder = temporaryFolder()
    const data = ['--data', join(folder, 'data')]
    const given = await Promise.all(
      [
        ['--suite', 'nothing'],
        ['seeds'],
        ['--dataset', 'x'],
        ['--nothing'],
        ['--dataset', 'x', '--corpus', folder],
      ].map((args) => run(['eval', ...args, ...data])),
    )
    expect(given.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2])
    expect(given[0]?.stderr).toContain('没有“nothing”这组评测')
  })
})

describe('the progress of a run', () => {
  it('is one line that is rewritten on a terminal, and a line for each tenth elsewhere', () => {
    const written: string[] = []
    let now = 0
    const parts = { write: (text: string) => void written.push(text), clock: () => now }
    const bar = createEvalProgress({ ...parts, isTerminal: true })
    for (let done = 0; done <= 100; done++) {
      now += 50
      bar.show({ done, total: 100, stage: 'cases' })
    }
    expect(written.at(-1)).toContain('████████████████████████ 100/100')
    expect(written.every((text) => !text.includes('\n'))).toBe(true)
    expect(written.some((text) => /剩余约 \d+ 秒/u.test(text))).toBe(true)
    written.length = 0
    const lines = createEvalProgress({ ...parts, isTerminal: false })
    for (let done = 0; done <= 100; done++) lines.show({ done, total: 100, stage: 'cases' })
    expect(written).toHaveLength(11)
  })
})

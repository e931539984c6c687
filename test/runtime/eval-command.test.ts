import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

/** With a model that could be asked. */
function settingsFor(model: Awaited<ReturnType<typeof serveModel>>) {
  return { YAODIAN_CHAT_MODEL: 'scripted', OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'sk-secret' }
}

describe('yaodian eval', () => {
  let first: string
  let report: string
  let model: Awaited<ReturnType<typeof serveModel>>

  beforeAll(async () => {
    first = mkdtempSync(join(tmpdir(), 'yaodian-eval-command-'))
    report = join(first, 'report')
    model = await serveModel(honest)
  })

  afterAll(async () => {
    rmSync(first, { recursive: true, force: true })
    await model.close()
  })

  it('runs a dataset of the user’s own, writes the report and ends with 0', async () => {
    const { code, stdout, stderr } = await run([...own(first), '--report', report], settingsFor(model))
    expect([code, stderr]).toEqual([0, expect.stringContaining(`4/4`)])
    expect(stdout).toContain('没有门槛可比：4 题')
    expect(stdout).toMatch(/答对率.*\[.*\].*n=4/u)
    for (const name of ['report.html', 'run.json', 'junit.xml'])
      expect(existsSync(join(report, name)), name).toBe(true)
    expect([JSON.parse(readFileSync(join(report, 'run.json'), 'utf8')).model, model.requests]).toEqual([
      null,
      [],
    ])
  })

  it('ends with 1 below a gate, says by what, and what it has in common with another run', async () => {
    const folder = temporaryFolder()
    const wrong = QUESTIONS.map(({ id, question: words }) => question(id, words, ['从来没有的答案']))
    const gate = join(folder, 'gate.json')
    writeFileSync(gate, JSON.stringify({ correctness: { least: 0.5, reason: '一半总要答对，不然没有用' } }))
    const baseline = ['--baseline', join(report, 'run.json')]
    const { code, stdout } = await run([...own(folder, wrong), '--gate', gate, '--failures', ...baseline])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^没有通过门槛/u)
    expect(stdout).toContain('一半总要答对，不然没有用')
    expect(stdout).toContain('缺少：从来没有的答案')
    // A question that expects something else is another one.
    expect(stdout).toContain('同样的题 0 道，变对 0，变错 0')
  })

  it('asks the model of the settings only when told to, prints one JSON document, and never writes its key down', async () => {
    const folder = temporaryFolder()
    const compared = ['--baseline', join(report, 'run.json'), '--report', join(folder, 'report')]
    const args = [...own(folder), '--model', '--json', ...compared]
    const { code, stdout } = await run(args, settingsFor(model))
    const record = JSON.parse(stdout)
    expect(record.cases).toHaveLength(QUESTIONS.length)
    expect(record.baseline.matched).toBe(QUESTIONS.length)
    expect(readFileSync(join(folder, 'report/run.json'), 'utf8')).toBe(stdout)
    expect([code, record.model]).toEqual([0, 'scripted'])
    expect(model.requests.length).toBeGreaterThan(0)
    const without = JSON.parse(readFileSync(join(report, 'run.json'), 'utf8'))
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

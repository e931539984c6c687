import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carryOut } from '../../evals/run/carry-out.ts'
import { storedCases } from '../../evals/run/case-file.ts'
import { compareRuns } from '../../evals/run/compare.ts'
import { readWholeRun } from '../../evals/run/stored-run.ts'
import type { RunEvent, RunOrder, RunRecord } from '../../src/evaluation/index.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ownSet, QUESTIONS, question } from './own-order.ts'

const silent = () => undefined

let root: string
let first: RunRecord
const whole = () => join(root, 'whole')

function orderIn(folder: string, questions: readonly unknown[] = QUESTIONS): RunOrder {
  return { id: 'one', folder: join(folder, 'whole'), own: ownSet(folder, questions) }
}

/** The finished run with all its files, to be spoilt. */
function copied(): string {
  const folder = temporaryFolder()
  cpSync(whole(), join(folder, 'whole'), { recursive: true })
  return folder
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'yaodian-run-'))
  first = await carryOut(orderIn(root), silent)
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a run', () => {
  it('gives the same results twice', async () => {
    const second = await carryOut(orderIn(temporaryFolder()), silent)
    expect(first.result_sha256).toMatch(/^[0-9a-f]{64}$/u)
    expect(second.result_sha256).toBe(first.result_sha256)
    expect(second.hashes).toEqual(first.hashes)
    expect(second.results).toEqual(first.results)
    expect(first.cases).toBe(QUESTIONS.length)
  })

  it('goes on where it was cut off, and asks nothing twice', async () => {
    const order = orderIn(copied())
    const cases = storedCases(order.folder)
    // As a process leaves it that was killed in the middle of a line.
    const file = join(order.folder, 'cases.jsonl')
    const lines = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, `${lines.slice(0, 2).join('\n')}\n`)
    appendFileSync(file, lines[2]?.slice(0, 40) ?? '')
    const events: RunEvent[] = []
    const resumed = await carryOut(order, (event) => events.push(event))
    expect(events[0]).toEqual({ kind: 'planned', total: cases.length, done: 2 })
    expect(events.filter(({ kind }) => kind === 'case')).toHaveLength(2)
    expect(resumed.result_sha256).toBe(first.result_sha256)
    expect(storedCases(order.folder).slice(0, 2)).toEqual(cases.slice(0, 2))
  })

  it('begins anew when what it depends on has changed', async () => {
    const events: RunEvent[] = []
    const order = orderIn(copied(), [...QUESTIONS, question('a-5', '安平区2030年做了什么？', [])])
    await carryOut(order, (event) => events.push(event))
    expect(events[0]).toEqual({ kind: 'planned', total: 5, done: 0 })
  })

  it('leaves a report in every form beside its cases', () => {
    for (const name of ['run.json', 'export.json', 'report.html', 'junit.xml', 'failures.json'])
      expect(existsSync(join(whole(), name)), name).toBe(true)
    const exported = readWholeRun(join(whole(), 'export.json'))
    expect(exported.cases).toEqual(storedCases(whole()))
  })

  it('says what is wrong with an order before anything is asked', async () => {
    const order = orderIn(temporaryFolder())
    await expect(carryOut({ ...order, suites: ['nothing'] }, silent)).rejects.toThrow('没有“nothing”这组评测')
    const baseline = order.own?.dataset ?? ''
    await expect(carryOut({ ...order, baseline }, silent)).rejects.toThrow('这不是一次评测的记录')
  })

  it('says which file of a folder cannot be read, and passes over folders in it', async () => {
    const order = orderIn(temporaryFolder())
    const corpus = order.own?.corpus ?? ''
    mkdirSync(join(corpus, 'older'))
    writeFileSync(join(corpus, 'list.json'), '{}')
    await expect(carryOut(order, silent)).rejects.toThrow('读不了的文件：不认识的文件格式：list.json')
  })

  it('holds a dataset that is named like a suite to no bound but its own', async () => {
    const folder = temporaryFolder()
    const own = ownSet(folder, QUESTIONS, 'seeds')
    const order = { id: 'one', folder: join(folder, 'run'), own }
    const { verdict, results } = await carryOut(order, silent)
    expect([verdict?.kind, results.map(({ label }) => label)]).toEqual(['none', ['seeds']])
    const gate = join(folder, 'gate.json')
    writeFileSync(gate, JSON.stringify({ correctness: { least: 0.5, reason: '一半总要答对' } }))
    expect((await carryOut({ ...order, own: { ...own, gate } }, silent)).verdict).toMatchObject({
      kind: 'passed',
      bounds: 1,
    })
    writeFileSync(gate, JSON.stringify({ corectness: { least: 1, reason: '指标的名称写错了' } }))
    await expect(carryOut({ ...order, own: { ...own, gate } }, silent)).rejects.toThrow('不是指标')
  })
})

describe('two runs against each other', () => {
  it('tell won, lost and changed cases apart', () => {
    const now = readWholeRun(join(whole(), 'run.json'))
    expect(now.cases[0]?.scores.correctness).toBe(1)
    const spoilt = now.cases.map((one, at) => {
      if (at === 0) return { ...one, scores: { ...one.scores, correctness: 0 } }
      return at === 1 ? { ...one, reply: { ...one.reply, text: `${one.reply.text}（改）` } } : one
    })
    const lost = compareRuns(now, { ...now, cases: spoilt })
    expect(lost.cases.map(({ kind, id }) => [kind, id])).toEqual([
      ['lost', 'a-1'],
      ['changed', 'a-2'],
    ])
    expect(lost.same).toBe(2)
    expect(compareRuns({ ...now, cases: spoilt }, now).cases[0]?.kind).toBe('won')
    const correctness = lost.figures.find(({ name }) => name === 'correctness')
    expect(correctness?.difference).toBeCloseTo(-0.25)
  })

  it('leave out what only one of them asked', () => {
    const now = readWholeRun(join(whole(), 'run.json'))
    const compared = compareRuns({ ...now, cases: now.cases.slice(1) }, now)
    expect([compared.matched, compared.unmatched]).toEqual([3, 1])
  })
})

import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { carryOut } from '../../evals/run/carry-out.ts'
import { storedCases } from '../../evals/run/case-file.ts'
import { compareRuns } from '../../evals/run/compare.ts'
import { readWholeRun } from '../../evals/run/stored-run.ts'
import type { RunEvent, RunOrder } from '../../src/evaluation/index.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const QUESTIONS = [
  question('a-1', '安平区2031年要建成多少个口袋公园？', ['25个']),
  question('a-2', '安平区2031年要新增多少个停车位？', ['1800个']),
  question('a-3', '安平区2031年公交专用道要有多长？', []),
  question('a-4', '安平区2031年口袋公园由谁负责？', ['区园林局']),
]

const PLAN = `安平区2031年城市更新工作要点

一、增加公共空间
全年建成口袋公园25个，由区园林局负责。
二、缓解停车难
新增停车位1800个。
`

/** @param facts what a right answer holds; without any the question is to be refused */
function question(id: string, words: string, facts: readonly string[]) {
  const nuggets = facts.map((fact) => ({ any: [fact], vital: true }))
  const kind = facts.length === 0 ? 'refused' : 'answered'
  return { id, suite: kind, question: words, expect: { kind, nuggets, must_not: [], evidence: [] }, note: '' }
}

function orderIn(root: string, name: string, questions: readonly unknown[] = QUESTIONS): RunOrder {
  const dataset = join(root, 'own.jsonl')
  writeFileSync(dataset, questions.map((one) => `${JSON.stringify(one)}\n`).join(''))
  const corpus = temporaryFolder()
  writeFileSync(join(corpus, 'anping.txt'), PLAN)
  return { id: name, folder: join(root, name), own: { dataset, corpus } }
}

const silent = () => undefined

describe('a run', () => {
  it('gives the same results twice', async () => {
    const root = temporaryFolder()
    const first = await carryOut(orderIn(root, 'first'), silent)
    const second = await carryOut(orderIn(root, 'second'), silent)
    expect(first.result_sha256).toMatch(/^[0-9a-f]{64}$/u)
    expect(second.result_sha256).toBe(first.result_sha256)
    expect(second.hashes).toEqual(first.hashes)
    expect(second.results).toEqual(first.results)
    expect(first.cases).toBe(QUESTIONS.length)
  })

  it('goes on where it was cut off, and asks nothing twice', async () => {
    const root = temporaryFolder()
    const order = orderIn(root, 'whole')
    const whole = await carryOut(order, silent)
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
    expect(resumed.result_sha256).toBe(whole.result_sha256)
    expect(storedCases(order.folder).slice(0, 2)).toEqual(cases.slice(0, 2))
  })

  it('begins anew when what it depends on has changed', async () => {
    const root = temporaryFolder()
    await carryOut(orderIn(root, 'changed'), silent)
    const events: RunEvent[] = []
    const order = orderIn(root, 'changed', [...QUESTIONS, question('a-5', '安平区2030年做了什么？', [])])
    await carryOut(order, (event) => events.push(event))
    expect(events[0]).toEqual({ kind: 'planned', total: 5, done: 0 })
  })

  it('leaves a report in every form beside its cases', async () => {
    const order = orderIn(temporaryFolder(), 'report')
    await carryOut(order, silent)
    for (const name of ['run.json', 'export.json', 'report.html', 'junit.xml', 'failures.json'])
      expect(existsSync(join(order.folder, name)), name).toBe(true)
    const exported = readWholeRun(join(order.folder, 'export.json'))
    expect(exported.cases).toEqual(storedCases(order.folder))
  })

  it('says what is wrong with an order before anything is asked', async () => {
    const root = temporaryFolder()
    const order = orderIn(root, 'fault')
    await expect(carryOut({ ...order, suites: ['nothing'] }, silent)).rejects.toThrow('没有“nothing”这组评测')
    await expect(carryOut({ ...order, baseline: join(root, 'own.jsonl') }, silent)).rejects.toThrow(
      '这不是一次评测的记录',
    )
  })
})

describe('two runs against each other', () => {
  it('tell won, lost and changed cases apart', async () => {
    const order = orderIn(temporaryFolder(), 'base')
    await carryOut(order, silent)
    const now = readWholeRun(join(order.folder, 'run.json'))
    const spoilt = now.cases.map((one, at) => {
      if (at === 0) return { ...one, scores: { ...one.scores, correctness: 0 } }
      return at === 1 ? { ...one, reply: { ...one.reply, text: `${one.reply.text}（改）` } } : one
    })
    const wasRight = now.cases[0]?.scores.correctness === 1
    expect(wasRight).toBe(true)
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

  it('leave out what only one of them asked', async () => {
    const order = orderIn(temporaryFolder(), 'some')
    await carryOut(order, silent)
    const whole = readWholeRun(join(order.folder, 'run.json'))
    const compared = compareRuns({ ...whole, cases: whole.cases.slice(1) }, whole)
    expect([compared.matched, compared.unmatched]).toEqual([3, 1])
  })
})

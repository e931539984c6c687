import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readCases } from '../../evals/case.ts'
import { SUITES } from '../../evals/suite.ts'
import { resolveFollowUp, type Turn } from '../../src/conversation/index.ts'
import { createCorpus } from '../../src/corpus/index.ts'
import { createCatalogue } from '../../src/retrieval/index.ts'
import { divisions, readBytes } from '../reader.ts'

const PLANS = SUITES.filter(({ name }) => name === 'seeds' || name === 'fixture')
const corpus = createCorpus(PLANS.flatMap(({ files }) => files).map(readBytes))
const catalogue = createCatalogue(
  corpus,
  divisions,
  () => 0,
  () => new Date(),
)

/** `understood` is null for a question that stands for itself and `?` where it must be asked what is meant. */
const caseSchema = z.object({
  before: z.array(z.string()),
  understoodBefore: z.array(z.string().nullable()).optional(),
  asked: z.string(),
  understood: z.string().nullable(),
  /** Whether it is whole but for the place. */
  implied: z.literal(true).optional(),
})

const cases = readFileSync(join(import.meta.dirname, 'follow-up.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => caseSchema.parse(JSON.parse(line)))

function turnOf(question: string, understood: string | null = question): Turn {
  return { question, understood, answerId: 'a', againOf: null, askedAt: '2026-01-01T00:00:00Z' }
}

describe('a question in a conversation', () => {
  it('is read as soon as any other when it says a word over and over', () => {
    expect(resolveFollowUp(`详细${'说'.repeat(60)}呵`, [], catalogue).kind).toBe('complete')
  })

  it('stands by itself when nothing was asked before and it names its place', () => {
    expect(resolveFollowUp('青岛2022年投资多少', [], catalogue).kind).toBe('complete')
    expect(resolveFollowUp('2022年投资多少', [], catalogue).kind).toBe('unclear')
  })

  it.each(cases)(
    '$before.0 … $asked → $understood',
    ({ before, understoodBefore, asked, understood, implied }) => {
      const turns = before.map((question, at) => turnOf(question, understoodBefore?.[at]))
      const resolution = resolveFollowUp(asked, turns, catalogue)
      if (understood === null) expect(resolution).toEqual({ kind: 'complete' })
      else if (understood === '?') expect(resolution).toMatchObject({ kind: 'unclear' })
      else expect(resolution).toEqual({ kind: implied ? 'implied' : 'resolved', question: understood })
    },
  )
})

describe('a whole question', () => {
  const questions = PLANS.flatMap(({ dataset }) => readCases(dataset)).map(({ question }) => question)

  it.each([1, 37, 101])(
    'stays as it is but for a place it leaves open, after any other question (every %ith)',
    (distance) => {
      const changed = questions.flatMap((question, at) => {
        const other = questions[(at + distance) % questions.length] ?? ''
        const resolution = resolveFollowUp(question, [turnOf(other)], catalogue)
        return resolution.kind === 'complete' || resolution.kind === 'implied'
          ? []
          : [`${other} … ${question}: ${JSON.stringify(resolution)}`]
      })
      expect(changed).toEqual([])
    },
  )

  it('stays as it is when it was made from a follow-up', () => {
    const made = cases.flatMap(({ understood }) =>
      understood === null || understood === '?' ? [] : [understood],
    )
    const changed = made.filter(
      (question) =>
        resolveFollowUp(question, [turnOf('江夏区2025年新建多少个村卫生室？')], catalogue).kind !==
        'complete',
    )
    expect(changed).toEqual([])
  })
})

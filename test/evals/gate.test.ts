import { describe, expect, it } from 'vitest'
import { openAsker } from '../../evals/asker.ts'
import { readGate, shortfalls } from '../../evals/gate.ts'
import { runSuite, SUITES, type SuiteResult } from '../../evals/suite.ts'

async function runAll(): Promise<readonly SuiteResult[]> {
  const results: SuiteResult[] = []
  for (const source of SUITES) {
    const asker = await openAsker(source)
    results.push(await runSuite({ source, ask: asker.ask }))
    asker.close()
  }
  return results
}

describe('the eval suite', () => {
  it('holds the gate, and falls short of it when the product is broken', async () => {
    const results = await runAll()
    expect(shortfalls(results, readGate())).toEqual([])
    const total = results.reduce((sum, result) => sum + result.cases.length, 0)
    expect(total).toBeGreaterThanOrEqual(60)
  }, 180_000)

  it('goes red when citations are shifted by one character', async () => {
    const [source] = SUITES
    if (source === undefined) throw new Error('no suite')
    const asker = await openAsker(source)
    const result = await runSuite({ source, ask: async (evalCase) => shifted(await asker.ask(evalCase)) })
    asker.close()
    expect(shortfalls([result], readGate()).join()).toContain('spanExactness')
  }, 180_000)

  it('goes red when nothing is ever refused and when everything is', async () => {
    const [source] = SUITES
    if (source === undefined) throw new Error('no suite')
    const answering = await runSuite({
      source,
      ask: async () => ({ ...EMPTY, kind: 'answered', text: '35家以上' }),
    })
    const refusing = await runSuite({ source, ask: async () => EMPTY })
    expect(shortfalls([answering], readGate()).join()).toContain('refusalRecall')
    expect(shortfalls([refusing], readGate()).join()).toContain('wrongRefusals')
  })

  it('counts a figure that could not be scored as falling short', () => {
    const result: SuiteResult = { name: 'seeds', cases: [], figures: { correctness: null } }
    expect(
      shortfalls([result], { seeds: { correctness: { least: 0, reason: 'unscored is not zero' } } }),
    ).toEqual(['seeds.correctness is unscored'])
  })
})

const EMPTY = { kind: 'refused', text: '', sentences: [], citations: [], near_misses: [] }

function shifted(answer: unknown): unknown {
  const { citations, ...rest } = answer as {
    citations: readonly { start_char_index: number; end_char_index: number }[]
  }
  const moved = citations.map((citation) => ({
    ...citation,
    start_char_index: citation.start_char_index + 1,
    end_char_index: citation.end_char_index + 1,
  }))
  return { ...rest, citations: moved }
}

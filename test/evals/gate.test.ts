import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenAsker, openAsker } from '../../evals/asker.ts'
import { readGate, shortfalls } from '../../evals/gate.ts'
import { replaying } from '../../evals/meta/broken.ts'
import { evaluateScorers, type MetaResult } from '../../evals/meta/meta.ts'
import { replySchema } from '../../evals/scorer/reply.ts'
import { QUESTION_SUITES, runSuite, SUITES, type SuiteResult, type SuiteSource } from '../../evals/suite.ts'

/** The small form: every question and ranking, and of the claims one in six. */
const SMALL = SUITES.filter(
  ({ name, task }) => task !== 'answer' || QUESTION_SUITES.some((one) => one.name === name),
)
const ONE_IN = 6

const gate = readGate()
let results: readonly SuiteResult[]
let meta: MetaResult

/** Suites over the same files share a library; no question leans on another one's. */
const askers = new Map<SuiteSource['files'], OpenAsker>()

async function askerFor(source: SuiteSource): Promise<OpenAsker> {
  if (source.task !== 'answer') return openAsker(source)
  const known = askers.get(source.files) ?? (await openAsker(source))
  askers.set(source.files, known)
  return known
}

async function run(source: SuiteSource): Promise<SuiteResult> {
  const asker = await askerFor(source)
  const drawn = new Set<string>()
  const result = await runSuite({
    source,
    ask: asker.ask,
    only: ({ id }) => source.task !== 'proof' || drawn.add(id).size % ONE_IN === 0,
  })
  if (source.task !== 'answer') asker.close()
  return result
}

function resultOf(name: string): { source: SuiteSource; result: SuiteResult } {
  const source = SUITES.find((one) => one.name === name)
  const result = results.find((one) => one.name === name)
  if (source === undefined || result === undefined) throw new Error(`no suite ${name}`)
  return { source, result }
}

beforeAll(async () => {
  const ran: SuiteResult[] = []
  for (const source of SMALL) ran.push(await run(source))
  results = ran
  meta = await evaluateScorers(results, SMALL, gate)
})

afterAll(() => {
  for (const asker of askers.values()) asker.close()
})

describe('the eval suite', () => {
  it('holds the gate', () => {
    expect(shortfalls([...results, meta.result], gate)).toEqual([])
    expect(results.reduce((sum, { cases }) => sum + cases.length, 0)).toBeGreaterThanOrEqual(500)
  })

  it('has a bound for something of every suite', () => {
    const named = [...SUITES.map(({ name }) => name), 'meta', 'judge']
    expect(named.filter((name) => Object.keys(gate[name] ?? {}).length === 0)).toEqual([])
    expect(Object.keys(gate).filter((name) => !named.includes(name))).toEqual([])
  })

  it('says the same when it is asked again', async () => {
    const { source, result } = resultOf('fixture')
    const again = await run(source)
    const lasting = ({ figures, cases }: SuiteResult) => ({
      figures,
      cases: cases.map(({ reply, scores }) => ({ reply, scores })),
    })
    expect(lasting(again)).toEqual(lasting(result))
  })

  it('goes on where it was broken off', async () => {
    const { source, result } = resultOf('fixture')
    const ask = replaying(result)
    const seen: string[] = []
    const half = await runSuite({
      source,
      ask,
      only: ({ id }) => id < 'fx-l',
      onCase: (one) => seen.push(one.evalCase.id),
    })
    const rest = await runSuite({ source, ask, only: ({ id }) => !seen.includes(id) })
    expect(half.cases.length).toBeGreaterThan(0)
    expect(half.cases.length + rest.cases.length).toBe(result.cases.length)
  })

  it('goes red when citations are shifted by one character', async () => {
    const { source, result } = resultOf('seeds')
    const ask = replaying(result)
    const spoilt = await runSuite({ source, ask: async (evalCase) => shifted(await ask(evalCase)) })
    expect(shortfalls([spoilt], gate).join()).toContain('spanExactness')
  })

  it('goes red when nothing is ever refused and when everything is', async () => {
    const { source } = resultOf('seeds')
    const answering = await runSuite({
      source,
      ask: async () => ({ ...EMPTY, kind: 'answered', text: '35家以上' }),
    })
    const refusing = await runSuite({ source, ask: async () => EMPTY })
    expect(shortfalls([answering], gate).join()).toContain('refusalRecall')
    expect(shortfalls([refusing], gate).join()).toContain('wrongRefusals')
  })

  it('counts a figure that could not be scored as falling short', () => {
    const result: SuiteResult = { name: 'seeds', cases: [], figures: { correctness: null } }
    expect(
      shortfalls([result], { seeds: { correctness: { least: 0, reason: 'unscored is not zero' } } }),
    ).toEqual(['seeds.correctness is unscored'])
  })
})

describe('the scorers', () => {
  it('see every kind of fault that is put into good replies, each tried often enough', () => {
    expect(meta.catches.flatMap(({ kind, of }) => (of < 20 ? [kind] : []))).toEqual([])
    expect(meta.result.figures.caught_overall).toBeGreaterThanOrEqual(0.98)
    expect(meta.result.figures.caught_worstKind).toBeGreaterThanOrEqual(0.92)
  })

  it('say what a person says of labelled pairs, ten at least of each', () => {
    expect(meta.calibrations.flatMap(({ disagreed }) => disagreed)).toEqual([])
    expect(meta.calibrations.flatMap(({ scorer, of }) => (of < 10 ? [scorer] : []))).toEqual([])
  })

  it.each([
    ['citations_shuffled', 'citationRecall'],
    ['checker_off', 'numericFidelity'],
    ['refusals_off', 'nearMissesGiven'],
    ['quotes_everything', 'overall'],
    ['quotes_everything', 'meanCitedCharacters'],
  ])('turn the gate red for a product with %s', (broken, figure) => {
    const verdict = meta.broken.find((one) => one.broken === broken)
    expect(verdict?.missed.join()).toContain(figure)
  })
})

const EMPTY = { kind: 'refused', text: '', sentences: [], citations: [], near_misses: [] }

function shifted(answer: unknown): unknown {
  const { citations, ...rest } = replySchema.parse(answer)
  const moved = citations.map((citation) => ({
    ...citation,
    start_char_index: citation.start_char_index + 1,
    end_char_index: citation.end_char_index + 1,
  }))
  return { ...rest, citations: moved }
}

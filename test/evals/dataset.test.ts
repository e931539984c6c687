import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCases } from '../../evals/case.ts'
import { traditionalTwins } from '../../evals/script-twin.ts'
import { casesOf, SUITES, textsOf } from '../../evals/suite.ts'
import { goldSchema } from '../ledger/gold.ts'

const FOLDER = join(import.meta.dirname, '../../evals/datasets')
const CARDS = readFileSync(join(FOLDER, 'README.md'), 'utf8')
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'))

describe('a dataset', () => {
  it.each(files)('%s keeps to its schema, and its ids are its own', (name) => {
    if (name === 'targets-gold.jsonl') {
      const rows = readFileSync(join(FOLDER, name), 'utf8').split('\n').filter(Boolean)
      expect(rows.map((row) => goldSchema.safeParse(JSON.parse(row)).success)).not.toContain(false)
      return
    }
    const ids = readCases(join(FOLDER, name)).map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(files)('%s has a card: what, how made, limits', (name) => {
    const card = CARDS.split(/^## /mu).find((one) => one.split('\n')[0]?.includes(name))
    expect(card).toMatch(/\*\*What:\*\*/u)
    expect(card).toMatch(/\*\*How made:\*\*/u)
    expect(card).toMatch(/\*\*Limits:\*\*/u)
  })

  it.each(files)('%s is asked by a suite, or by a test of the ledger', (name) => {
    const isAsked = SUITES.some(({ dataset }) => dataset.endsWith(name))
    expect(isAsked || name === 'targets-gold.jsonl').toBe(true)
  })
})

describe.each(SUITES.map((source) => [source.name, source] as const))('the cases of %s', (_, source) => {
  const cases = casesOf(source)
  const texts = new Map([...textsOf(source)].map(([file, text]) => [file, [...text]]))

  it('name places that are in the files, code point for code point', () => {
    const places = cases.flatMap(({ expect: { evidence, near_miss_evidence = [], hits } }) => [
      ...evidence,
      ...near_miss_evidence,
      ...hits,
    ])
    const wrong = places.filter(
      ({ file, quote, start, end }) => texts.get(file)?.slice(start, end).join('') !== quote,
    )
    expect(wrong).toEqual([])
  })

  it('can be told right from wrong', () => {
    const empty = cases.filter(({ against, draft, expect: { kind, nuggets, hits } }) => {
      const isBare = hits.length === 0 && !nuggets.some(({ vital }) => vital)
      const isAsked = against === undefined && draft === undefined
      return isAsked && kind === 'answered' && isBare
    })
    expect(empty.map(({ id }) => id)).toEqual([])
    const unknown = cases.filter(({ file }) => file !== undefined && !texts.has(file))
    expect(unknown.map(({ id }) => id)).toEqual([])
  })
})

describe('a twin in the other script', () => {
  it('asks the same in other letters and wants the same', () => {
    const dataset = join(FOLDER, 'seed-questions.jsonl')
    const originals = new Map(readCases(dataset).map((one) => [one.id, one]))
    const twins = traditionalTwins(dataset)
    expect(twins.length).toBeGreaterThan(30)
    for (const twin of twins) {
      const original = originals.get(twin.id.replace(/-t$/u, ''))
      expect(twin.question).not.toBe(original?.question)
      expect(twin.expect).toEqual(original?.expect)
    }
  })
})

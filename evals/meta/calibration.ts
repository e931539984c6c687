import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { caseSchema, type EvalCase } from '../case.ts'
import { latencyOf } from '../scorer/latency.ts'
import { scoreRanking } from '../scorer/ranking.ts'
import { scoreRefusals } from '../scorer/refusal.ts'
import type { Reply, Score } from '../scorer/reply.ts'
import { characterF1 } from '../scorer/text.ts'
import type { Texts } from '../scorer/texts.ts'
import { scoreAnswer } from '../task/answer.ts'
import { hashOf } from './good-reply.ts'

const quoteSchema = z.object({
  id: z.int(),
  file: z.string().default('a.txt'),
  quote: z.string(),
  /** Which of several places, counted from 0. */
  nth: z.int().default(0),
  /** Moves the stated offsets away from the quote. */
  shift: z.int().default(0),
  /** Told in place of the quote, with its own hash when `forged`. */
  told: z.string().optional(),
  sha256: z.string().optional(),
  path: z.array(z.string()).default([]),
})

const replySchema = z.object({
  kind: z.enum(['answered', 'refused']),
  /** The sentences, one a line, when absent. */
  text: z.string().optional(),
  sentences: z
    .array(z.object({ text: z.string(), cites: z.array(z.int()), verdict: z.string().default('quoted') }))
    .default([]),
  citations: z.array(quoteSchema).default([]),
  near: z.array(quoteSchema.extend({ why: z.string() })).default([]),
})

const placeSchema = z.object({ file: z.string(), start: z.int(), end: z.int() })

/** One labelled pair: what a scorer is given, and what a person says it should say. */
const rowSchema = z.object({
  scorer: z.string(),
  label: z.number().nullable(),
  why: z.string().min(3),
  jurisdiction: z.string().nullable().default('澄江市'),
  years: z.array(z.int()).default([2024]),
  expect: caseSchema.shape.expect.partial().default({}),
  evidence: z.array(quoteSchema.omit({ id: true })).default([]),
  near_evidence: z.array(quoteSchema.omit({ id: true })).default([]),
  reply: replySchema.default({ kind: 'refused', sentences: [], citations: [], near: [] }),
  /** For scorers of several replies. */
  judged: z
    .array(z.object({ expected: z.enum(['answered', 'refused']), got: z.enum(['answered', 'refused']) }))
    .default([]),
  wanted: z.array(placeSchema.extend({ grade: z.number() })).default([]),
  ranked: z.array(placeSchema).default([]),
  times: z.array(z.number()).default([]),
  pair: z.tuple([z.string(), z.string()]).optional(),
})
type Row = z.infer<typeof rowSchema>

/** How often a scorer says what a person says. */
export interface Calibration {
  readonly scorer: string
  readonly agreed: number
  readonly of: number
  readonly disagreed: readonly { readonly why: string; readonly label: Score; readonly said: Score }[]
}

const FILE = join(import.meta.dirname, 'calibration.jsonl')
/** The invented texts that all rows are about. */
const TEXTS: Texts = new Map(
  ['a.txt', 'b.txt'].map((file) => [
    file,
    readFileSync(join(import.meta.dirname, 'calibration', file), 'utf8'),
  ]),
)
const CLOSE = 0.005

export function calibrate(): readonly Calibration[] {
  const rows = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => rowSchema.parse(JSON.parse(line)))
  return [...Map.groupBy(rows, ({ scorer }) => scorer)].map(([scorer, own]) => {
    const judged = own.map((row) => ({ why: row.why, label: row.label, said: sayOf(row) }))
    const disagreed = judged.filter(({ label, said }) => !isClose(label, said))
    return { scorer, agreed: own.length - disagreed.length, of: own.length, disagreed }
  })
}

function isClose(a: Score, b: Score): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= CLOSE
}

function sayOf(row: Row): Score {
  const { scorer } = row
  if (row.pair !== undefined) return characterF1(...row.pair)
  if (scorer in NAMED) return NAMED[scorer]?.(row) ?? null
  const said = scoreAnswer(caseOf(row), replyOf(row), TEXTS)[scorer]
  if (said === undefined) throw new Error(`no scorer of the name ${scorer}`)
  return said
}

/** Scorers of more than one reply, of rankings and of times. */
const NAMED: Readonly<Record<string, (row: Row) => Score>> = {
  refusalRecall: ({ judged }) => refusalsOf(judged).refusalRecall,
  wrongRefusals: ({ judged }) => refusalsOf(judged).wrongRefusals,
  refusalBalance: ({ judged }) => refusalsOf(judged).balance,
  recallAt10: ({ wanted, ranked }) => scoreRanking(wanted, ranked).recallAt10,
  mrrAt10: ({ wanted, ranked }) => scoreRanking(wanted, ranked).mrrAt10,
  ndcgAt10: ({ wanted, ranked }) => scoreRanking(wanted, ranked).ndcgAt10,
  latencyP50: ({ times }) => latencyOf(times).p50,
}

function refusalsOf(judged: Row['judged']) {
  const row = rowSchema.parse({ scorer: 'refusals', label: null, why: 'none' })
  return scoreRefusals(
    judged.map(({ expected, got }) => ({
      evalCase: caseOf({ ...row, expect: { kind: expected } }),
      reply: replyOf({ ...row, reply: { ...row.reply, kind: got } }),
    })),
  )
}

function caseOf({ expect, evidence, near_evidence }: Row): EvalCase {
  const places = (quotes: Row['evidence']) =>
    quotes.map(({ file, quote, nth }) => ({ file, quote, ...placeOf(file, quote, nth) }))
  const near = near_evidence.length === 0 ? {} : { near_miss_evidence: places(near_evidence) }
  return caseSchema.parse({
    id: 'calibration',
    suite: 'calibration',
    question: '?',
    expect: { kind: 'answered', ...expect, evidence: places(evidence), ...near },
  })
}

function replyOf(row: Row): Reply {
  const { reply } = row
  const sentences = reply.sentences.map(({ text, verdict, cites }) => ({ text, verdict, citations: cites }))
  return {
    kind: reply.kind,
    text: reply.text ?? sentences.map(({ text }) => text).join('\n'),
    sentences,
    citations: reply.citations.map((quote) => citationOf(quote, row)),
    near_misses: reply.near.map(({ why, ...quote }) => ({ why, citation: citationOf(quote, row) })),
  }
}

function citationOf(quote: z.infer<typeof quoteSchema>, { jurisdiction, years }: Row) {
  const { start, end } = placeOf(quote.file, quote.quote, quote.nth)
  const cited_text = quote.told ?? quote.quote
  return {
    id: quote.id,
    file: quote.file,
    jurisdiction,
    years,
    document_title: '澄江市2024年工作要点',
    path: quote.path,
    cited_text,
    start_char_index: start + quote.shift,
    end_char_index: end + quote.shift,
    sha256: quote.sha256 ?? hashOf(cited_text),
  }
}

/** @throws Error when the quote does not stand in its text: the row itself is wrong then */
function placeOf(file: string, quote: string, nth: number) {
  const text = TEXTS.get(file) ?? ''
  let at = -1
  for (let seen = 0; seen <= nth; seen++) at = text.indexOf(quote, at + 1)
  if (at === -1) throw new Error(`“${quote}” does not stand in ${file}`)
  const start = [...text.slice(0, at)].length
  return { start, end: start + [...quote].length }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { caseSchema, type EvalCase, rubricLineSchema } from '../case.ts'
import { type Reply, replySchema } from '../scorer/reply.ts'
import type { Texts } from '../scorer/texts.ts'
import { hashOf } from './good-reply.ts'

/** The invented texts that all rows are about. */
export const TEXTS: Texts = new Map(
  ['a.txt', 'b.txt'].map((file) => [
    file,
    readFileSync(join(import.meta.dirname, 'calibration', file), 'utf8'),
  ]),
)

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

const toldSchema = z.object({
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
export const rowSchema = z.object({
  scorer: z.string(),
  label: z.number().nullable(),
  why: z.string().min(3),
  jurisdiction: z.string().nullable().default('澄江市'),
  years: z.array(z.int()).default([2024]),
  expect: caseSchema.shape.expect.partial().default({}),
  evidence: z.array(quoteSchema.omit({ id: true })).default([]),
  near_evidence: z.array(quoteSchema.omit({ id: true })).default([]),
  reply: toldSchema.default({ kind: 'refused', sentences: [], citations: [], near: [] }),
  /** For scorers of several replies. */
  judged: z
    .array(z.object({ expected: z.enum(['answered', 'refused']), got: z.enum(['answered', 'refused']) }))
    .default([]),
  wanted: z.array(placeSchema.extend({ grade: z.number() })).default([]),
  ranked: z.array(placeSchema).default([]),
  times: z.array(z.number()).default([]),
  pair: z.tuple([z.string(), z.string()]).optional(),
  /** For scorers of drafts: the line of a rubric, and the items it is about. */
  line: rubricLineSchema.omit({ region: true, year: true, what: true, quote: true }).optional(),
  draft: replySchema.shape.draft,
  /** For scorers of claims: whether each is true, and what was said of it; null where nothing was judged. */
  claims: z
    .array(z.object({ isTrue: z.boolean(), verdict: z.string().nullable(), kind: z.string() }))
    .default([]),
})
export type Row = z.infer<typeof rowSchema>

/** The case that a row puts. */
export function caseOf({ expect, evidence, near_evidence }: Row): EvalCase {
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

/** The reply that a row is about. */
export function replyOf(row: Row): Reply {
  const { reply } = row
  const sentences = reply.sentences.map(({ text, verdict, cites }) => ({ text, verdict, citations: cites }))
  return {
    kind: reply.kind,
    text: reply.text ?? sentences.map(({ text }) => text).join('\n'),
    sentences,
    citations: reply.citations.map((quote) => citationOf(quote, row)),
    near_misses: reply.near.map(({ why, ...quote }) => ({ why, citation: citationOf(quote, row) })),
    ...(row.draft === undefined ? {} : { draft: row.draft }),
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

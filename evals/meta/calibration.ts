import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scoreDraftCheck, scoreDraftSupport } from '../scorer/draft.ts'
import { latencyOf } from '../scorer/latency.ts'
import { scoreRanking } from '../scorer/ranking.ts'
import { scoreRefusals } from '../scorer/refusal.ts'
import type { Score } from '../scorer/reply.ts'
import { characterF1 } from '../scorer/text.ts'
import type { CaseResult } from '../suite.ts'
import { scoreAnswer } from '../task/answer.ts'
import { proofFigures, scoreProof } from '../task/proof.ts'
import { caseOf, type Row, replyOf, rowSchema, TEXTS } from './calibration-row.ts'

/** How often a scorer says what a person says. */
export interface Calibration {
  readonly scorer: string
  readonly agreed: number
  readonly of: number
  readonly disagreed: readonly { readonly why: string; readonly label: Score; readonly said: Score }[]
}

const FILE = join(import.meta.dirname, 'calibration.jsonl')
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
  draftCheck: (row) =>
    row.line === undefined ? null : scoreDraftCheck({ ...DRAFT, ...row.line }, replyOf(row)),
  draftSupport: (row) => scoreDraftSupport(replyOf(row), DRAFT.year),
  ...Object.fromEntries(
    ['balancedAccuracy', 'falsehoodsCaught', 'worstKindCaught', 'coverage'].map((name) => [
      name,
      ({ claims }: Row) => proofFigures(claims.map(judgedClaim))[name] ?? null,
    ]),
  ),
  latencyP50: ({ times }) => latencyOf(times).p50,
}

/** What the drafts of all rows are drafts of. */
const DRAFT = { region: '澄江市', year: 2025, what: '一项', quote: null }

/** A claim with its verdict, as a case of a suite of claims. */
function judgedClaim({ isTrue, verdict, kind }: Row['claims'][number]): CaseResult {
  const row = rowSchema.parse({ scorer: 'claims', label: null, why: 'none' })
  const evalCase = { ...caseOf({ ...row, expect: { kind: isTrue ? 'answered' : 'refused' } }), suite: kind }
  const isAccepted = verdict === 'quoted' || verdict === 'proven'
  const sentences = verdict === null ? [] : [{ text: '一句。', verdict, citations: [] }]
  const reply = {
    ...replyOf(row),
    kind: isAccepted ? ('answered' as const) : ('refused' as const),
    sentences,
  }
  return { evalCase, reply, scores: scoreProof(evalCase, reply), elapsedMs: 0 }
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

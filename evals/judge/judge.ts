import { z } from 'zod'
import { ChatFault, type ChatModel } from '../../src/model/index.ts'
import { WORD_CHANGES } from '../meta/word-change.ts'
import { type Random, seeded } from '../proof/random.ts'
import { type Claim, type Posed, pose, type Verdict } from './request.ts'

/** A verdict that stood every test, or null: unscored. */
export type Judgement = Verdict | null

export interface JudgeOptions {
  /** How often each claim is judged; a verdict must have more than half of them. */
  readonly repeats: number
  readonly seed: number
  readonly signal: AbortSignal
}

const verdictsSchema = z.array(z.object({ number: z.string(), verdict: z.string() }))

/** How many claims are put at once, each with its falsified twin. */
const BATCH = 4

/** A model's verdicts on claims, in their order. A claim stays unscored unless the verdict can be relied on. */
export async function judgeClaims(
  model: ChatModel,
  claims: readonly Claim[],
  options: JudgeOptions,
): Promise<readonly Judgement[]> {
  const random = seeded(options.seed)
  const judged: Judgement[] = []
  for (let at = 0; at < claims.length; at += BATCH) {
    // Each with an identity of its own, should one be asked twice.
    const batch = claims.slice(at, at + BATCH).map((claim) => ({ ...claim }))
    const rounds: (readonly Judgement[])[] = []
    for (let round = 0; round < options.repeats; round++)
      rounds.push(await judgeOnce(model, batch, random, options.signal))
    judged.push(...batch.map((_, index) => mostOf(rounds.map((round) => round[index] ?? null))))
  }
  return judged
}

function mostOf(verdicts: readonly Judgement[]): Judgement {
  const counted = Map.groupBy(verdicts, (verdict) => verdict)
  const most = [...counted].find(([verdict, own]) => verdict !== null && own.length * 2 > verdicts.length)
  return most?.[0] ?? null
}

/**
 * One round. Beside each claim stands a twin that was made false: who accepts the twin too believes whatever is said,
 * or does what the claim asks for. Beside all stands one that quotes its evidence: who rejects it judges nothing.
 */
async function judgeOnce(
  model: ChatModel,
  claims: readonly Claim[],
  random: Random,
  signal: AbortSignal,
): Promise<readonly Judgement[]> {
  const twins = claims.map((claim) => ({ ...claim, text: falsified(claim.text, random) }))
  const [first] = claims
  const control = first === undefined ? [] : [quoteOf(first)]
  const posed = pose([...claims, ...twins, ...control], random)
  const verdicts = read(await textOf(model, posed, signal), posed)
  if (verdicts === undefined || control.some((one) => verdicts.get(one) !== 'supported'))
    return claims.map(() => null)
  return claims.map((claim, at) => {
    const verdict = verdicts.get(claim) ?? null
    const twin = twins[at]
    const isTwinBelieved = twin === undefined || verdicts.get(twin) === 'supported'
    return verdict === 'supported' && isTwinBelieved ? null : verdict
  })
}

/** Numbers first, for they change the truth most surely; a clause that nobody wrote always fits. */
function falsified(text: string, random: Random): string {
  const { number, negation, addition } = WORD_CHANGES
  return (
    number?.(text, random) ?? negation?.(text, random) ?? addition?.(text, random) ?? `${text}，已提前完成`
  )
}

function quoteOf({ evidence }: Claim): Claim {
  const words = evidence[0]?.text ?? ''
  return { text: /^[^。\n]+。?/u.exec(words)?.[0] ?? words, evidence }
}

/** All that the model wrote; null when it broke off or could not be reached. */
async function textOf(model: ChatModel, { request }: Posed, signal: AbortSignal): Promise<string | null> {
  let text = ''
  let isWhole = false
  try {
    for await (const part of model.stream(request, signal)) {
      if (part.kind === 'text') text += part.text
      else isWhole = part.finishReason !== 'length'
    }
  } catch (fault) {
    // A judge that is out of reach leaves its claims unscored, which the share of unscored ones tells.
    if (fault instanceof ChatFault) return null
    throw fault
  }
  return isWhole ? text : null
}

/** The verdicts by claim; undefined unless each number has exactly one. A word off the menu is no verdict. */
function read(text: string | null, { claims, menu }: Posed): ReadonlyMap<Claim, Verdict> | undefined {
  const parsed = verdictsSchema.safeParse(text === null ? undefined : jsonIn(text))
  if (!parsed.success) return undefined
  const given = new Map(parsed.data.map(({ number, verdict }) => [number, verdict]))
  const isComplete =
    parsed.data.length === claims.size && [...claims.keys()].every((number) => given.has(number))
  if (!isComplete) return undefined
  const verdicts = [...claims].flatMap(([number, claim]) => {
    const verdict = menu.get(given.get(number) ?? '')
    return verdict === undefined ? [] : [[claim, verdict] as const]
  })
  return new Map(verdicts)
}

/** The array in a reply, also in a fence of code; undefined when there is none. */
function jsonIn(text: string): unknown {
  const array = /\[[\s\S]*\]/u.exec(text)?.[0]
  if (array === undefined) return undefined
  try {
    return JSON.parse(array)
  } catch {
    // Not JSON, hence no verdicts.
    return undefined
  }
}

import { attributionOf, type ProvenSentence } from '../../citation/index.ts'
import type { ChatModel } from '../../model/index.ts'
import type { Answered, RejectedSentence, Wording } from '../answer.ts'
import type { Desk } from '../desk.ts'
import type { Question } from '../question/question.ts'
import { itemsOf, leftOut, tallyOf } from './carried.ts'
import { gatherMaterial } from './material.ts'
import { misfitJudge } from './misfit.ts'
import { noticeOf } from './notice.ts'
import { INSTRUCTIONS, PROMPT_MARK } from './request.ts'
import { type Endings, provenSentences } from './rounds.ts'

export type WordedEvent =
  | { readonly kind: 'sentence'; readonly sentence: ProvenSentence }
  | { readonly kind: 'rejected'; readonly sentence: RejectedSentence }

export interface WordingTask {
  readonly question: Question
  /** What code found; the model may only say it better. */
  readonly extractive: Answered
  readonly chat: ChatModel
  readonly signal: AbortSignal
  readonly desk: Desk
}

/**
 * Puts an extractive answer into a model's words, sentence by sentence: each is told once it is proven by the
 * passages it names. What the model leaves out of the extractive answer is told after it in the originals' words.
 * A list is complete and in order as code made it: it is reworded as a whole or not at all.
 * @returns the whole answer; its sentences are those told
 */
export async function* wordAnswer(task: WordingTask): AsyncGenerator<WordedEvent, Answered, undefined> {
  const { question, extractive, chat, signal } = task
  const isRewordingOnly = question.kind === 'list'
  const bench = await benchFor(task, isRewordingOnly)
  const proven = provenSentences({ question: question.query.text, chat, signal, bench })
  const told: ProvenSentence[] = []
  let step = await proven.next()
  try {
    for (; step.done !== true; step = await proven.next()) {
      told.push(step.value)
      if (!isRewordingOnly) yield { kind: 'sentence', sentence: step.value }
    }
  } finally {
    await proven.return(STOPPED)
  }
  const endings = step.value
  const isStopped = endings.last.kind === 'stopped'
  const lacking = leftOut(itemsOf(extractive.sentences), told)
  const isDropped = isRewordingOnly && lacking.length > 0
  const own = isDropped ? [] : told
  const missing = isStopped ? [] : lacking
  const rest = own.length === 0 ? extractive.sentences : [...missing, ...tallyOf(extractive.sentences)]
  if (isRewordingOnly) for (const sentence of own) yield { kind: 'sentence', sentence }
  const rejected = endings.failed.map((one) => one.told)
  for (const sentence of rejected) yield { kind: 'rejected', sentence }
  for (const sentence of rest) yield { kind: 'sentence', sentence }
  const wording = wordingOf(endings, {
    own: own.length,
    missing: missing.length,
    isDropped: told.length > own.length,
  })
  return {
    ...extractive,
    sentences: [...own, ...rest],
    wording: { ...wording, model: own.length > 0 ? chat.id : null, rejected },
  }
}

const STOPPED: Endings = { draft: { kind: 'stopped' }, last: { kind: 'stopped' }, failed: [] }

async function benchFor({ question, extractive, desk }: WordingTask, isRewordingOnly: boolean) {
  const { corpus, rarity } = desk
  const { sentences } = extractive
  const spans = sentences.flatMap(({ citations }) => citations.map(({ span }) => span))
  const offered = await gatherMaterial({ query: question.query, spans, isRewordingOnly }, desk)
  const misfitOf = misfitJudge({ question, extractive: sentences, isRewordingOnly, corpus, rarity })
  return { offered, corpus, instructions: INSTRUCTIONS, isAttributed: isAttributed(extractive), misfitOf }
}

/** Whether code itself saw the need to name the source of any sentence. */
function isAttributed({ sentences }: Answered): boolean {
  const documents = new Set(
    sentences.flatMap(({ citations }) => citations.map(({ span }) => span.documentId)),
  )
  const isNamed = ({ text, citations: [first] }: ProvenSentence) =>
    first !== undefined && text.startsWith(`${attributionOf(first)}：`)
  return documents.size > 1 || sentences.some(isNamed)
}

function wordingOf(
  { draft, last }: Endings,
  counts: { readonly own: number; readonly missing: number; readonly isDropped: boolean },
): Omit<Wording, 'model' | 'rejected'> {
  const isWorded = counts.own > 0
  const isStopped = last.kind === 'stopped'
  return {
    mode: isWorded ? 'model' : 'extractive',
    state: isStopped ? 'stopped' : draft.kind === 'broken' && isWorded ? 'incomplete' : 'complete',
    notice: noticeOf({ ending: isStopped ? last : draft, ...counts }),
    prompt: PROMPT_MARK,
  }
}

import type { ProvenSentence } from '../../citation/index.ts'
import type { ChatModel } from '../../model/index.ts'
import type { DraftSentence } from './draft.ts'
import { type Bench, type FailedSentence, type Outcome, proveDraft } from './prove-draft.ts'
import { type Ending, readDraft } from './read-draft.ts'
import { draftRequest, repairRequest } from './request.ts'

/** The model at work on one question. */
export interface Work {
  readonly question: string
  readonly chat: ChatModel
  readonly signal: AbortSignal
  readonly bench: Bench
}

export interface Endings {
  readonly draft: Ending
  /** Of the round of repair; that of the draft when there was none. */
  readonly last: Ending
  readonly failed: readonly FailedSentence[]
}

type Proven<R> = AsyncGenerator<ProvenSentence, R, undefined>

/** Failed sentences that one round of repair takes. */
const MOST_REPAIRS = 8

/** A draft, and one round of repair for all of its sentences that failed: each sentence as soon as it is proven. */
export async function* provenSentences(work: Work): Proven<Endings> {
  const failed = new Map<string, FailedSentence>()
  const told = new Set<string>()
  const draft = yield* draftRound(work, failed, told)
  const open = new Map([...failed].filter(([, { isRepairable }]) => isRepairable).slice(0, MOST_REPAIRS))
  const isRepairing = draft.kind === 'complete' && open.size > 0
  const last = isRepairing ? yield* repairRound(work, open, failed, told) : draft
  return { draft, last, failed: [...failed.values()] }
}

async function* draftRound(
  { question, chat, signal, bench }: Work,
  failed: Map<string, FailedSentence>,
  told: Set<string>,
): Proven<Ending> {
  const draft = readDraft(chat, draftRequest(question, bench.offered), signal)
  return yield* provenOf(draft, told, (sentence) => {
    const outcomes = proveDraft(sentence, bench)
    for (const outcome of outcomes)
      if (outcome.kind === 'failed') failed.set(`s${failed.size + 1}`, outcome.failed)
    return outcomes
  })
}

/** What is repaired leaves `failed`; what fails again stays there with its newer words. */
async function* repairRound(
  { question, chat, signal, bench }: Work,
  open: Map<string, FailedSentence>,
  failed: Map<string, FailedSentence>,
  told: Set<string>,
): Proven<Ending> {
  const draft = readDraft(chat, repairRequest(question, open, bench.offered), signal)
  return yield* provenOf(draft, told, (sentence) => {
    const id = sentence.replaces?.trim() ?? ''
    if (!open.delete(id)) return []
    const outcomes = proveDraft(sentence, bench)
    const again = outcomes.find((outcome) => outcome.kind === 'failed')
    if (again !== undefined) failed.set(id, again.failed)
    else if (outcomes.length > 0) failed.delete(id)
    return outcomes
  })
}

async function* provenOf(
  draft: AsyncGenerator<DraftSentence, Ending, undefined>,
  told: Set<string>,
  prove: (sentence: DraftSentence) => readonly Outcome[],
): Proven<Ending> {
  try {
    while (true) {
      const step = await draft.next()
      if (step.done === true) return step.value
      for (const outcome of prove(step.value)) {
        if (outcome.kind === 'failed' || told.has(outcome.sentence.text)) continue
        told.add(outcome.sentence.text)
        yield outcome.sentence
      }
    }
  } finally {
    // Whoever stops listening stops the model too.
    await draft.return({ kind: 'stopped' })
  }
}

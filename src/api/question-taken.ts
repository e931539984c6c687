import { type Answer, type AnswerEvent, type Desk, isSaidElsewhere, outsideOfPlans } from '../answer/index.ts'
import { type Resolution, resolveFollowUp, type Turn } from '../conversation/index.ts'
import type { Filters } from '../retrieval/index.ts'

const COMPLETE: Resolution = { kind: 'complete' }

/** The question to answer, once English was put into Chinese and what was asked before was taken in. */
export interface QuestionTaken {
  readonly resolution: Resolution
  readonly question: string
  /** Plain Chinese: how an English question was taken; null for any other. */
  readonly note: string | null
}

/**
 * English is put into Chinese first, so that it may lean on what was asked before like any other question.
 * @param turns what was asked before; undefined when it does not count
 */
export async function takeQuestion(
  asked: string,
  { filters, turns }: { readonly filters: Filters; readonly turns: readonly Turn[] | undefined },
  desk: Desk,
): Promise<QuestionTaken> {
  const isOutside = outsideOfPlans(asked.toLowerCase()) !== undefined
  const english = isOutside ? undefined : await desk.english?.(asked, filters, desk)
  if (english?.kind === 'unknown') {
    const message = `英文词“${english.words.join('”“')}”没有对应的中文用语，请换个说法或用中文提问。`
    return { resolution: { kind: 'unclear', message }, question: asked, note: null }
  }
  const said = english?.question ?? asked
  const resolution =
    turns === undefined ? COMPLETE : settled(resolveFollowUp(said, turns, desk.catalogue), filters, desk)
  const unknown = english?.unknown ?? []
  const left = unknown.length === 0 ? '' : `（“${unknown.join('”“')}”未能译出）`
  return {
    resolution,
    question: resolution.kind === 'resolved' ? resolution.question : said,
    note: english === undefined ? null : `按中文理解为：${said}${left}`,
  }
}

/** A place is taken over from the question before unless the thing asked about is another place's. */
function settled(resolution: Resolution, filters: Filters, desk: Desk): Resolution {
  if (resolution.kind !== 'implied') return resolution
  const { question } = resolution
  return isSaidElsewhere(question, filters, desk) ? COMPLETE : { kind: 'resolved', question }
}

/**
 * Puts notes in front of what is told of how the question was taken.
 * @param notesNow read at each telling: what went wrong is known only once it was searched
 */
export async function* withNotes(
  events: AsyncIterable<AnswerEvent>,
  notesNow: () => readonly (string | null)[],
): AsyncGenerator<AnswerEvent, void, undefined> {
  for await (const event of events) {
    const notes = notesNow().filter((note) => note !== null)
    if (notes.length === 0) yield event
    else if (event.kind === 'sources') yield { ...event, interpreted: noted(event.interpreted, notes) }
    else if (event.kind === 'completed')
      yield { ...event, answer: { ...event.answer, interpreted: noted(event.answer.interpreted, notes) } }
    else yield event
  }
}

function noted(interpreted: Answer['interpreted'], notes: readonly string[]): Answer['interpreted'] {
  return { ...interpreted, notes: [...notes, ...interpreted.notes] }
}

import { openOpenAiChat } from '../../src/adapter/langchain/chat-model.ts'
import { type Answer, type AnswerEvent, answerEvents, ask } from '../../src/answer/index.ts'
import type { ChatModel } from '../../src/model/index.ts'
import { honest, MOST_WRITTEN, sloppy } from './author.ts'
import { type Lie, liar } from './liar.ts'
import type { Suite } from './material.ts'
import { seeded } from './random.ts'
import { bestSentences, readRequest } from './request-reader.ts'
import { type ModelServer, type Play, type SentRequest, serveModel } from './server.ts'

export function chatOf({ baseUrl }: Pick<ModelServer, 'baseUrl'>): ChatModel {
  return openOpenAiChat({ model: 'm', baseUrl, apiKey: null })
}

export async function eventsOf(events: AsyncIterable<AnswerEvent>): Promise<readonly AnswerEvent[]> {
  const all: AnswerEvent[] = []
  for await (const event of events) all.push(event)
  return all
}

export function answerOf(events: readonly AnswerEvent[]): Answer {
  const last = events.at(-1)
  if (last?.kind !== 'completed') throw new Error('an answer without an end')
  return last.answer
}

async function withModel<R>(
  play: Play,
  run: (chat: ChatModel, server: ModelServer) => Promise<R>,
): Promise<R> {
  const server = await serveModel(play)
  try {
    return await run(chatOf(server), server)
  } finally {
    await server.close()
  }
}

/** What became of the sentences of a well-meaning model. */
export interface Honesty {
  answers: number
  written: number
  /** Proven, but of another year or matter than asked. */
  misfits: number
  /** Sent back with the reason. */
  broken: number
  /** Not proven in the end. */
  rejected: number
  wordedAnswers: number
  readonly reasons: Map<string, number>
}

export async function measureHonesty(suites: readonly Suite[], kind: 'honest' | 'sloppy'): Promise<Honesty> {
  const tally: Honesty = {
    answers: 0,
    written: 0,
    misfits: 0,
    broken: 0,
    rejected: 0,
    wordedAnswers: 0,
    reasons: new Map(),
  }
  await withModel(kind === 'honest' ? honest : sloppy(seeded(7)), async (chat, { requests }) => {
    for (const { desk, questions } of suites)
      for (const question of questions) {
        const before = requests.length
        const answer = answerOf(await eventsOf(answerEvents(question, {}, desk, { chat })))
        if (requests.length > before) count(tally, answer, requests.slice(before))
      }
  })
  return tally
}

function count(tally: Honesty, { wording }: Answer, requests: readonly SentRequest[]): void {
  const misfits = wording.rejected.filter(({ checks }) => checks.some(({ kind }) => kind === 'question'))
  tally.answers++
  tally.written += writtenFor(requests[0])
  tally.misfits += misfits.length
  tally.rejected += wording.rejected.length - misfits.length
  tally.broken += requests.reduce((sum, request) => sum + readRequest(request).broken.length, 0)
  if (wording.mode === 'model') tally.wordedAnswers++
  for (const { checks } of wording.rejected) {
    const reason = checks.find(({ ok }) => !ok)
    const key = `${reason?.kind}: ${reason?.note.replace(/“.*/u, '')}`
    tally.reasons.set(key, (tally.reasons.get(key) ?? 0) + 1)
  }
}

function writtenFor(request: SentRequest | undefined): number {
  return request === undefined ? 0 : bestSentences(readRequest(request), MOST_WRITTEN).length
}

export interface Lying {
  answers: number
  told: number
  readonly byKind: Map<string, number>
  readonly shown: Lie[]
}

/** Lets a liar word answers until there are enough; the lies are known, so that nothing of ours must judge them. */
export async function measureLies(suites: readonly Suite[], enough: number, seed = 1): Promise<Lying> {
  const lies: Lie[] = []
  const tally: Lying = { answers: 0, told: 0, byKind: new Map(), shown: [] }
  await withModel(liar(seeded(seed), lies), async (chat, { requests }) => {
    while (tally.answers < enough)
      for (const { desk, questions } of suites)
        for (const question of questions) {
          if (tally.answers >= enough) return
          const before = requests.length
          const events = await eventsOf(answerEvents(question, {}, desk, { chat }))
          if (requests.length === before) continue
          tally.answers++
          tallyLies(tally, events, lies.splice(0), await ask(question, {}, desk))
        }
  })
  return tally
}

function tallyLies(tally: Lying, events: readonly AnswerEvent[], lies: readonly Lie[], code: Answer): void {
  const told = events.flatMap((event) => (event.kind === 'sentence' ? [event.sentence] : []))
  const answer = answerOf(events)
  const shown = new Set([...told, ...sentencesOf(answer)].map(({ text }) => flat(text)))
  const own = new Set(sentencesOf(code).map(({ text }) => flat(text)))
  for (const lie of lies) {
    tally.told++
    tally.byKind.set(lie.kind, (tally.byKind.get(lie.kind) ?? 0) + 1)
    // What code quotes by itself is no lie of the model's, even if the model gave a false source for it.
    const isQuotedAnyway = lie.kind === 'other document' && own.has(flat(lie.text))
    if (!isQuotedAnyway && shown.has(flat(lie.text))) tally.shown.push(lie)
  }
}

function sentencesOf(answer: Answer) {
  return answer.kind === 'answered' ? answer.sentences : []
}

function flat(text: string): string {
  return text.replace(/[\s。，,；;]/gu, '')
}

import type { SentRequest } from './server.ts'

/** What a model sees of a request, read by the model's own eyes. */
export interface SeenRequest {
  readonly question: string
  readonly passages: readonly { readonly label: string; readonly source: string; readonly text: string }[]
  /** In a request for repairs: the sentences to be mended. */
  readonly broken: readonly { readonly id: string; readonly text: string; readonly nearest: string }[]
  readonly everything: string
}

export interface Written {
  readonly text: string
  readonly labels: readonly string[]
  readonly quotes?: readonly string[]
  readonly replaces?: string
}

export function readRequest({ messages }: SentRequest): SeenRequest {
  const user = messages.at(-1)?.content ?? ''
  const blocks = [
    ...user.matchAll(/<(\S+) (段落|句子) (\S+) (?:出自|段落 )([^\n]*)>\n([\s\S]*?)\n<\/\1 \2完>/gu),
  ]
  const of = (kind: string) => blocks.filter((match) => match[2] === kind)
  return {
    question: /<(\S+) 问题>\n([\s\S]*?)\n<\/\1 问题完>/u.exec(user)?.[2] ?? '',
    passages: of('段落').map(([, , , label = '', source = '', text = '']) => ({ label, source, text })),
    broken: of('句子').map(([, , , id = '', , text = '']) => ({
      id,
      text: text.split('\n')[0] ?? '',
      nearest: /最接近的原文：(.*)/u.exec(text)?.[1] ?? '',
    })),
    everything: messages.map(({ content }) => content).join('\n'),
  }
}

export function draftJson(sentences: readonly Written[]): string {
  return JSON.stringify({ sentences: sentences.map((one) => ({ quotes: [], ...one })) })
}

interface Ranked {
  readonly text: string
  readonly label: string
  readonly weight: number
}

/** Share of what the best sentence has in common with the question that another one must have to be told as well. */
const NEARLY_AS_GOOD = 0.7

/** What a sensible author would choose. */
export function bestSentences(request: SeenRequest, most: number): readonly Ranked[] {
  const ranked = relevantSentences(request)
  const least = (ranked[0]?.weight ?? 0) * NEARLY_AS_GOOD
  return ranked.filter(({ weight }) => weight >= least).slice(0, most)
}

/** Sentences of the passages that share most pairs of letters with the question, best first. */
export function relevantSentences({ question, passages }: SeenRequest): readonly Ranked[] {
  const pairs = new Set([...question].slice(1).map((letter, at) => `${question[at]}${letter}`))
  const weigh = (text: string) => [...pairs].filter((pair) => text.includes(pair)).length
  return passages
    .flatMap(({ label, text }) => text.split(/[。；\n]/u).map((words) => ({ text: words.trim(), label })))
    .filter(({ text }) => text.length >= 8 && text.length <= 160)
    .map((one) => ({ ...one, weight: weigh(one.text) }))
    .sort((a, b) => b.weight - a.weight)
}

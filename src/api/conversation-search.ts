import { createBreath } from '../breath.ts'
import type { ConversationHead, Turn } from '../conversation/index.ts'
import { normalisedView } from '../corpus/index.ts'
import { toConversationHeadJson } from './conversation-json.ts'
import type { ConversationSearchJson } from './conversation-schema.ts'
import type { ApiDeps } from './deps.ts'
import { answerSchema } from './schema.ts'

type Deps = Pick<ApiDeps, 'conversations' | 'answers'>
type Found = ConversationSearchJson['found'][number]

const MOST_FOUND = 50
const PAGE = 200
/** Characters of the answer before and after the first word found. */
const EXCERPT = { before: 12, after: 48 } as const

const said = answerSchema.pick({ text: true })

/**
 * Conversations, in the order they are listed in, whose title holds every word, or of which one question does together
 * with its answer. In whichever script and case the words come.
 */
export async function searchConversations(query: string, deps: Deps): Promise<ConversationSearchJson> {
  const words = normalisedView(query).split(/\s+/u).filter(Boolean)
  const found: Found[] = []
  const breath = createBreath()
  let page = deps.conversations.list(PAGE)
  while (page.length > 0) {
    for (const head of page) {
      if (breath.isDue()) await breath.take()
      const one = findIn(head, words, deps)
      if (one === undefined) continue
      if (found.length === MOST_FOUND) return { found, complete: false }
      found.push(one)
    }
    page = deps.conversations.list(PAGE, page.at(-1))
  }
  return { found, complete: true }
}

function findIn(head: ConversationHead, words: readonly string[], deps: Deps): Found | undefined {
  const conversation = toConversationHeadJson(head)
  const turns = deps.conversations.get(head.id)?.turns ?? []
  const turn = turns.toReversed().find((one) => holdsAll(`${one.question}\n${textOf(one, deps)}`, words))
  if (turn !== undefined) {
    const { answerId, question } = turn
    return {
      conversation,
      turn: { answer_id: answerId, question, excerpt: excerptOf(textOf(turn, deps), words) },
    }
  }
  return holdsAll(head.title, words) ? { conversation, turn: null } : undefined
}

function textOf({ answerId }: Turn, { answers }: Deps): string {
  const stored = answers.get(answerId)
  return stored === undefined ? '' : said.parse(JSON.parse(stored)).text
}

function holdsAll(text: string, words: readonly string[]): boolean {
  const view = normalisedView(text)
  return words.every((word) => view.includes(word))
}

/** The answer around the first of the words; null when only the question holds them. */
function excerptOf(text: string, words: readonly string[]): string | null {
  const view = normalisedView(text)
  const places = words.map((word) => view.indexOf(word)).filter((place) => place !== -1)
  if (places.length === 0) return null
  const first = Math.min(...places)
  const start = Math.max(0, first - EXCERPT.before)
  const end = first + EXCERPT.after
  const shown = text
    .slice(start, end)
    .replace(/\s+/gu, ' ')
    .replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/gu, '')
  return `${start > 0 ? '…' : ''}${shown}${end < text.length ? '…' : ''}`
}

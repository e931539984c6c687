import { AppError } from '../../error.ts'
import type { ChatModel, ChatRequest } from '../../model/index.ts'
import type { DraftSentence } from './draft.ts'
import { createDraftScanner } from './draft-scanner.ts'

/** How a completion ended. */
export type Ending =
  | { readonly kind: 'complete'; readonly sentences: number }
  | { readonly kind: 'stopped' }
  /** Broken off, endless or in circles; `why` is plain Chinese. */
  | { readonly kind: 'broken'; readonly why: string }

/** What one completion may bring: an answer is a few sentences, and thoughts before it a few pages. */
const MOST_CHARACTERS = 24_000
const MOST_PARTS = 24_000
const MOST_SENTENCES = 24
const MOST_REPEATS = 2

/** The sentences of one completion, each as soon as it is complete. Never throws for what the server does. */
export async function* readDraft(
  chat: ChatModel,
  request: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<DraftSentence, Ending, undefined> {
  const scanner = createDraftScanner()
  const seen = new Set<string>()
  let characters = 0
  let parts = 0
  let repeats = 0
  try {
    for await (const part of chat.stream(request, signal)) {
      if (part.kind === 'end') break
      characters += part.text.length
      parts++
      for (const sentence of scanner.push(part.text)) {
        if (seen.has(sentence.text)) repeats++
        else if (seen.size < MOST_SENTENCES) yield sentence
        seen.add(sentence.text)
        if (repeats > MOST_REPEATS || seen.size > MOST_SENTENCES) return endless()
      }
      if (characters > MOST_CHARACTERS || parts > MOST_PARTS) return endless()
    }
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault
    return signal.aborted ? { kind: 'stopped' } : { kind: 'broken', why: fault.message }
  }
  if (signal.aborted) return { kind: 'stopped' }
  if (scanner.isClosed() && (scanner.malformed() === 0 || seen.size > 0))
    return { kind: 'complete', sentences: seen.size }
  return { kind: 'broken', why: seen.size > 0 ? '模型的应答没有写完。' : '模型的应答不是约定的格式。' }
}

function endless(): Ending {
  return { kind: 'broken', why: '模型的应答没完没了或来回重复，已停止。' }
}

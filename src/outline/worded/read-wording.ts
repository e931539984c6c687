import { AppError } from '../../error.ts'
import type { ChatModel, ChatRequest } from '../../model/index.ts'
import { type Wording, wordingSchema } from './request.ts'

/** What one completion brought; `why` is plain Chinese. */
export type Reading =
  | { readonly kind: 'worded'; readonly sentences: Wording['sentences'] }
  | { readonly kind: 'broken'; readonly why: string }

const MOST_CHARACTERS = 60_000
const THOUGHT = /^\s*<think>[\s\S]*?<\/think>/u

/** Reads a completion to its end. Never throws for what the server does. */
export async function readWording(
  chat: ChatModel,
  request: ChatRequest,
  signal: AbortSignal,
): Promise<Reading> {
  let text = ''
  try {
    for await (const part of chat.stream(request, signal)) {
      if (part.kind === 'end') break
      text += part.text
      if (text.length > MOST_CHARACTERS) return { kind: 'broken', why: '模型的应答没完没了，已停止。' }
    }
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault
    return { kind: 'broken', why: fault.message }
  }
  if (signal.aborted) return { kind: 'broken', why: '已停止。' }
  return parsed(text.replace(THOUGHT, ''))
}

function parsed(text: string): Reading {
  const object = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)
  try {
    const wording = wordingSchema.safeParse(JSON.parse(object))
    if (wording.success) return { kind: 'worded', sentences: wording.data.sentences }
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault
  }
  return { kind: 'broken', why: '模型的应答不是约定的格式。' }
}

import { HumanMessage, SystemMessage } from '@langchain/core/messages'
import type { ChatGenerationChunk } from '@langchain/core/outputs'
import { ChatOpenAI } from '@langchain/openai'
import type { ChatMessage, ChatModel, ChatPart, ChatRequest, ChatUsage } from '../../model/index.ts'
import { ChatFault } from '../../model/index.ts'
import { boundedFetch } from './bounded-fetch.ts'
import { chatFaultOf } from './chat-error.ts'

export interface ChatServer {
  readonly model: string
  /** Base URL of any OpenAI-compatible server; null means OpenAI's own. */
  readonly baseUrl: string | null
  readonly apiKey: string | null
}

/** A chat model behind an OpenAI-compatible server. Nothing is asked on opening, and nothing is tried twice. */
export function openOpenAiChat({ model, baseUrl, apiKey }: ChatServer): ChatModel {
  const configuration = {
    fetch: boundedFetch,
    logLevel: 'off' as const,
    ...(baseUrl === null ? {} : { baseURL: baseUrl }),
  }
  const clientFor = (maxTokens: number) =>
    new ChatOpenAI({
      model,
      apiKey: apiKey ?? 'none',
      maxRetries: 0,
      maxTokens,
      streaming: true,
      useResponsesApi: false,
      configuration,
    })
  return {
    id: model,
    stream: (request, signal) => streamFrom(clientFor(request.maxOutputTokens), request, signal),
  }
}

interface Seen {
  text: boolean
  id: string | null
  finishReason: string | null
  usage: ChatUsage | null
}

async function* streamFrom(client: ChatOpenAI, { messages }: ChatRequest, signal: AbortSignal) {
  const seen: Seen = { text: false, id: null, finishReason: null, usage: null }
  try {
    // Below `stream`, which reports to a tracing service as soon as the environment names one.
    for await (const chunk of client._streamResponseChunks(messages.map(toLangChain), { signal })) {
      yield textOf(chunk, seen)
    }
  } catch (cause) {
    if (signal.aborted) return
    throw chatFaultOf(cause, seen.text)
  }
  if (signal.aborted) return
  if (!seen.text) throw new ChatFault(seen.finishReason === 'content_filter' ? 'filtered' : 'garbled')
  const { id, finishReason, usage } = seen
  yield { kind: 'end', id, finishReason, usage } satisfies ChatPart
}

function toLangChain({ role, content }: ChatMessage): HumanMessage | SystemMessage {
  return role === 'system' ? new SystemMessage(content) : new HumanMessage(content)
}

/** What a model thinks, and tools it calls, are not read: they count as a sign of life. */
function textOf({ text, message, generationInfo }: ChatGenerationChunk, seen: Seen): ChatPart {
  seen.text ||= text !== ''
  seen.id ??= message.id ?? null
  const reason: unknown = generationInfo?.finish_reason
  if (typeof reason === 'string') seen.finishReason = reason
  seen.usage = usageOf(message) ?? seen.usage
  return { kind: 'text', text }
}

function usageOf(message: ChatGenerationChunk['message']): ChatUsage | undefined {
  if (!('usage_metadata' in message)) return undefined
  const usage = message.usage_metadata as
    | Partial<Record<'input_tokens' | 'output_tokens', unknown>>
    | undefined
  if (typeof usage?.input_tokens !== 'number' || typeof usage.output_tokens !== 'number') return undefined
  return { promptTokens: usage.input_tokens, completionTokens: usage.output_tokens }
}

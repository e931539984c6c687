import { OpenAIEmbeddings } from '@langchain/openai'
import { ModelServerError } from '../../error.ts'
import type { Embedder } from '../../model/index.ts'

export interface EmbeddingServer {
  readonly model: string
  /** Base URL of any OpenAI-compatible server; null means OpenAI's own. */
  readonly baseUrl: string | null
  readonly apiKey: string | null
}

const TIMEOUT_MS = 60_000
const PROBE = '工作要点'

/**
 * Embeds by an OpenAI-compatible server. Asks once on opening, to learn the dimension and that it answers.
 * @throws ModelServerError when the server cannot be reached or answers nonsense
 */
export async function openOpenAiEmbedder(server: EmbeddingServer): Promise<Embedder> {
  const client = new OpenAIEmbeddings({
    model: server.model,
    apiKey: server.apiKey ?? 'none',
    maxRetries: 0,
    timeout: TIMEOUT_MS,
    encodingFormat: 'float',
    stripNewLines: false,
    ...(server.baseUrl === null ? {} : { configuration: { baseURL: server.baseUrl } }),
  })
  const [probe] = await embedAll(client, [PROBE])
  if (probe === undefined) throw new ModelServerError('向量服务没有返回向量。')
  return {
    id: `openai-${server.model}-${probe.length}`,
    dimension: probe.length,
    isSemantic: true,
    embed: (texts) => embedAll(client, texts),
  }
}

async function embedAll(
  client: OpenAIEmbeddings,
  texts: readonly string[],
): Promise<readonly Float32Array[]> {
  if (texts.length === 0) return []
  const vectors = await requestVectors(client, texts)
  if (vectors.length !== texts.length) {
    throw new ModelServerError(`向量服务返回了 ${vectors.length} 个向量，应为 ${texts.length} 个。`)
  }
  return vectors.map(toUnitVector)
}

async function requestVectors(
  client: OpenAIEmbeddings,
  texts: readonly string[],
): Promise<readonly number[][]> {
  try {
    return await client.embedDocuments([...texts])
  } catch (cause) {
    throw new ModelServerError('向量服务没有应答或出错。', { cause, retryable: true })
  }
}

function toUnitVector(values: readonly number[]): Float32Array {
  const vector = Float32Array.from(values)
  const length = Math.hypot(...vector)
  if (!Number.isFinite(length) || length === 0) throw new ModelServerError('向量服务返回了不可用的向量。')
  return vector.map((value) => value / length)
}

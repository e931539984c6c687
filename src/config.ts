import { z } from 'zod'
import { ConfigError } from './error.ts'

const url = z.url({ protocol: /^https?$/ })

const configSchema = z
  .object({
    YAODIAN_HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65535).default(8787),
    YAODIAN_DATA: z.string().min(1).default('data'),
    OPENAI_API_KEY: z.string().min(1).optional(),
    OPENAI_BASE_URL: url.optional(),
    YAODIAN_CHAT_MODEL: z.string().min(1).optional(),
    YAODIAN_EMBEDDING_MODEL: z.string().min(1).optional(),
    YAODIAN_EMBEDDING_BASE_URL: url.optional(),
  })
  .transform((env) => ({
    host: env.YAODIAN_HOST,
    port: env.PORT,
    dataFolder: env.YAODIAN_DATA,
    chat:
      env.YAODIAN_CHAT_MODEL === undefined
        ? null
        : {
            model: env.YAODIAN_CHAT_MODEL,
            baseUrl: env.OPENAI_BASE_URL ?? null,
            apiKey: env.OPENAI_API_KEY ?? null,
          },
    embedding:
      env.YAODIAN_EMBEDDING_MODEL === undefined
        ? null
        : {
            model: env.YAODIAN_EMBEDDING_MODEL,
            baseUrl: env.YAODIAN_EMBEDDING_BASE_URL ?? env.OPENAI_BASE_URL ?? null,
            apiKey: env.OPENAI_API_KEY ?? null,
          },
  }))
  .readonly()

/** All settings of one process, read once at its start. */
export type Config = z.infer<typeof configSchema>

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1'])

/**
 * @param env the process environment with command-line values laid over it; empty values count as absent
 * @throws ConfigError naming the setting that cannot be used
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = configSchema.safeParse(present)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue?.path[0] ?? '')
    throw new ConfigError(`设置 ${name} 的值“${present[name] ?? ''}”不可用：${issue?.message ?? ''}`, {
      details: { name },
    })
  }
  if (!LOOPBACK.has(parsed.data.host)) {
    throw new ConfigError(`没有设访问令牌时只能监听本机地址（127.0.0.1），不能监听 ${parsed.data.host}。`, {
      details: { name: 'YAODIAN_HOST' },
    })
  }
  return parsed.data
}

/** The settings as they may be printed: secrets are masked. */
export function describeConfig(config: Config): string {
  const embedding = config.embedding === null ? '内置词面向量' : describeServer(config.embedding)
  const chat = config.chat === null ? '不用模型' : describeServer(config.chat)
  return `数据目录 ${config.dataFolder}，向量 ${embedding}，行文 ${chat}`
}

/** Of an address only the host: the rest may hold a password. */
function describeServer({ model, baseUrl, apiKey }: NonNullable<Config['chat']>): string {
  const host = baseUrl === null ? 'OpenAI' : new URL(baseUrl).host
  return `${model}（服务 ${host}，密钥 ${apiKey === null ? '未设' : '已设'}）`
}

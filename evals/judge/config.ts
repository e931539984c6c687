import { z } from 'zod'

const envSchema = z.object({
  YAODIAN_JUDGE_MODEL: z.string().min(1),
  YAODIAN_JUDGE_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPENAI_API_KEY: z.string().min(1).optional(),
  YAODIAN_CHAT_MODEL: z.string().optional(),
})

export interface JudgeServer {
  readonly model: string
  readonly baseUrl: string | null
  readonly apiKey: string | null
}

/**
 * The judge that the environment names.
 * @throws ZodError for a setting that cannot be used; Error when the judge is the model that answers
 */
export function judgeServer(env: Readonly<Record<string, string | undefined>>): JudgeServer {
  const set = envSchema.parse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  const model = set.YAODIAN_JUDGE_MODEL
  if (model.trim().toLowerCase() === set.YAODIAN_CHAT_MODEL?.trim().toLowerCase())
    throw new Error(`the model that answers cannot judge itself: ${model}`)
  const baseUrl = set.YAODIAN_JUDGE_BASE_URL ?? set.OPENAI_BASE_URL ?? null
  return { model, baseUrl, apiKey: set.OPENAI_API_KEY ?? null }
}

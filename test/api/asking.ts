import { expect } from 'vitest'
import { z } from 'zod'
import { answerSchema } from '../../src/api/index.ts'
import { type Api, post } from './api.ts'

export const ASKED = '慈溪市2022年每千人口托位数要达到多少个？'

/** Asks in a conversation, or begins one. */
export async function ask(api: Api, question: string, id?: string | null) {
  const response = await post(api, '/api/v1/answers', {
    question,
    ...(typeof id === 'string' ? { conversation_id: id } : {}),
  })
  expect(response.status).toBe(200)
  return z.strictObject(answerSchema.shape).parse(await response.json())
}

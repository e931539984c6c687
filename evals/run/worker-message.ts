import { z } from 'zod'
import { runOrderSchema } from '../../src/evaluation/index.ts'

/** One stretch of a suite, asked by one worker. */
export const taskSchema = z.object({
  order: runOrderSchema,
  suite: z.string(),
  /** Ids of the cases to ask. */
  cases: z.array(z.string()),
})
export type SuiteTask = z.infer<typeof taskSchema>

/** What a worker tells; a case is validated where it is stored. */
export const toldSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('case'), stored: z.unknown() }),
  z.object({ kind: z.literal('done') }),
  /** A file that is to be asked cannot be read; said in words for whoever brought it. */
  z.object({ kind: z.literal('unreadable'), message: z.string() }),
])

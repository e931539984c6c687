import { z } from 'zod'

/** One figure with what it rests on; a value that could not be scored is null, never 0 and never 1. */
export const figureSchema = z.object({
  name: z.string(),
  label: z.string(),
  unit: z.enum(['share', 'count']),
  value: z.number().nullable(),
  /** Ends of the 95 % interval. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Cases that it was scored on. */
  n: z.int(),
  /** What the gate asks for; null where it asks for nothing. */
  bound: z
    .object({ side: z.enum(['least', 'most']), value: z.number(), reason: z.string(), holds: z.boolean() })
    .nullable(),
})
export type Figure = z.infer<typeof figureSchema>

/** A suite, or one kind of question of it, in figures. */
export const groupSchema = z.object({
  name: z.string(),
  label: z.string(),
  cases: z.int(),
  figures: z.array(figureSchema),
})
export type Group = z.infer<typeof groupSchema>

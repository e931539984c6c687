import { z } from 'zod'

/** What a run is told to do; paths are absolute. */
export const runOrderSchema = z.object({
  id: z.string(),
  /** Folder of the run; what an earlier, cut off run left there is taken up. */
  folder: z.string(),
  /** Names of suites; all of them when absent. */
  suites: z.array(z.string()).optional(),
  /** A run to compare with: its `run.json`, or one that was exported. */
  baseline: z.string().optional(),
  /** A dataset of the user's own, the folder of files it asks, and the bounds it is held to, when there are any. */
  own: z.object({ dataset: z.string(), corpus: z.string(), gate: z.string().optional() }).optional(),
  /** The model that words the answers; its key is in the environment alone. */
  model: z.object({ id: z.string(), server: z.string().nullable() }).optional(),
  /** The data folder whose complaints are run with the suites. */
  dataFolder: z.string().optional(),
})
export type RunOrder = z.infer<typeof runOrderSchema>

/** A suite that can be asked for. */
export const suiteHeadSchema = z.object({
  name: z.string(),
  label: z.string(),
  about: z.string(),
  cases: z.int(),
})
export type SuiteHead = z.infer<typeof suiteHeadSchema>

/** What the run's process tells, a line of JSON each. */
export const runEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('planned'), total: z.int(), done: z.int() }),
  z.object({ kind: z.literal('case'), suite: z.string(), done: z.int() }),
  z.object({ kind: z.literal('stage'), stage: z.enum(['meta', 'report']) }),
  z.object({ kind: z.literal('finished') }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
])
export type RunEvent = z.infer<typeof runEventSchema>

// A process that asks the product: one stretch of a suite at a time, until its parent lets it go.
import { runSuite } from '../suite.ts'
import { openSuiteAsker } from './complaint-asker.ts'
import { complaintScores } from './complaint-score.ts'
import { plannedSuites } from './sources.ts'
import { type SuiteTask, type Told, taskSchema } from './worker-message.ts'

// Whoever started this is gone; there is nobody to ask for.
process.on('disconnect', () => process.exit())

process.on('message', (message) => {
  void carryOut(taskSchema.parse(message)).then(() => tell({ kind: 'done' }))
})

async function carryOut({ order, suite, cases }: SuiteTask): Promise<void> {
  const planned = plannedSuites(order).find(({ source }) => source.name === suite)
  if (planned === undefined) throw new Error(`no suite ${suite}`)
  const wanted = new Set(cases)
  const { ask, close } = await openSuiteAsker(planned)
  let ms = 0
  await runSuite({
    source: planned.source,
    only: ({ id }) => wanted.has(id),
    ask: async (evalCase) => {
      const startedAt = performance.now()
      const reply = await ask(evalCase)
      ms = Math.round(performance.now() - startedAt)
      return reply
    },
    onCase: (result) => {
      const complaint = planned.complaints?.get(result.evalCase.id)
      const scores = complaint === undefined ? result.scores : complaintScores(complaint, result)
      tell({ kind: 'case', stored: { suite, ...result, scores, ms } })
    },
  })
  close()
}

function tell(told: Told): void {
  process.send?.(told)
}

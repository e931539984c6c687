// A process that asks the product: one stretch of a suite at a time, until its parent lets it go.
import { UnreadableFileError } from '../../src/error.ts'
import type { CorpusFile } from '../corpus-file.ts'
import { type CaseResult, runSuite, type SuiteSource } from '../suite.ts'
import { openSuiteAsker } from './complaint-asker.ts'
import { complaintScores } from './complaint-score.ts'
import { modelSettings } from './model-settings.ts'
import { plannedSuites } from './sources.ts'
import { type SuiteTask, taskSchema, toldSchema } from './worker-message.ts'

// Whoever started this is gone; there is nobody to ask for.
process.on('disconnect', () => process.exit())

process.on('message', (message) => {
  void carryOut(taskSchema.parse(message)).then(
    () => tell({ kind: 'done' }),
    (fault: unknown) => {
      if (!(fault instanceof UnreadableFileError)) throw fault
      tell({ kind: 'unreadable', message: fault.message })
    },
  )
})

async function carryOut({ order, suite, cases }: SuiteTask): Promise<void> {
  const planned = plannedSuites(order).find(({ source }) => source.name === suite)
  if (planned === undefined) throw new Error(`no suite ${suite}`)
  const wanted = new Set(cases)
  const { ask, close } = await openSuiteAsker(planned, modelSettings(order))
  const isPlain = plainFiles(planned.source)
  await runSuite({
    source: planned.source,
    only: ({ id }) => wanted.has(id),
    ask,
    onCase: (result) => {
      const complaint = planned.complaints?.get(result.evalCase.id)
      const scores = complaint === undefined ? result.scores : complaintScores(complaint, result)
      tell({ kind: 'case', stored: { suite, ...result, scores: withoutGuess(scores, result, isPlain) } })
    },
  })
  close()
}

/** Of a file that is no plain text the scorers know no text of their own to hold a citation against. */
function withoutGuess(
  scores: CaseResult['scores'],
  { reply }: CaseResult,
  isPlain: (file: string) => boolean,
): CaseResult['scores'] {
  return reply.citations.every(({ file }) => isPlain(file)) ? scores : { ...scores, spanExactness: null }
}

function plainFiles({ files }: SuiteSource): (file: string) => boolean {
  const plain = new Set(files.filter(isUtf8Text).map(({ file }) => file))
  return (file) => plain.has(file)
}

function isUtf8Text({ file, bytes }: CorpusFile): boolean {
  if (!/\.(?:txt|md)$/iu.test(file)) return false
  return !new TextDecoder().decode(bytes).includes('\uFFFD')
}

function tell(told: unknown): void {
  process.send?.(toldSchema.parse(told))
}

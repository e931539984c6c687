import { join, resolve } from 'node:path'
import { z } from 'zod'
import { NotFoundError } from '../../error.ts'
import { comparisonSchema, type EvalRuns, type SuiteHead, suiteHeadSchema } from '../../evaluation/index.ts'
import { createComplaintFile } from './complaint-file.ts'
import { askChild } from './eval-child.ts'
import { type ChatSettings, environmentOf, orderOf } from './order.ts'
import { createRunFolders, type RunFolders } from './run-folder.ts'
import { headOf, runIdOf } from './run-head.ts'
import { createRunWatch } from './run-watch.ts'
import { createRunWork } from './run-work.ts'

export interface EvalRunParts {
  readonly dataFolder: string
  readonly now: () => Date
  readonly newId: () => string
  /** The model that words answers where it is asked for; null where none is set. */
  readonly chat: ChatSettings | null
}

/** As many as anyone looks back on; older ones stay on the disk. */
const MOST_LISTED = 50

const COMPLAINTS = {
  name: 'complaints',
  label: '读者意见',
  about: '读者在页面上指出的问题，用当时的原件重问',
}

/** Runs in a process of their own, below `evals/` in the data folder. */
export function createEvalRuns({ dataFolder, now, newId, chat }: EvalRunParts): EvalRuns {
  const root = resolve(dataFolder, 'evals')
  const folders = createRunFolders(join(root, 'runs'))
  const complaints = createComplaintFile(join(root, 'complaints.jsonl'))
  const { ring, watch } = createRunWatch()
  const work = createRunWork({
    lockFile: join(root, 'lock'),
    folders,
    environment: environmentOf(chat),
    ring,
  })
  const head = (id: string) => headOf(id, folders, work.progressOf(id))
  let builtIn: readonly SuiteHead[] | undefined
  const suites = async (): Promise<readonly SuiteHead[]> => {
    builtIn ??= z.array(suiteHeadSchema).parse(await askChild({ kind: 'suites' }))
    const cases = complaints.all().length
    return cases === 0 ? builtIn : [...builtIn, { ...COMPLAINTS, cases }]
  }
  return {
    suites,
    start: async (wish) => {
      const known = wish.own === undefined ? await suites() : []
      const id = runIdOf(now(), newId())
      const order = orderOf(wish, { folders, known, dataFolder: resolve(dataFolder), id, chat })
      work.start(order)
      return head(order.id)
    },
    list: () => folders.ids().slice(0, MOST_LISTED).map(head),
    get: (id) => (folders.has(id) ? head(id) : undefined),
    failures: folders.failures,
    exported: (id, format) =>
      folders.has(id) && head(id).status === 'done' ? folders.exported(id, format) : undefined,
    compare: async (baseId, id) => {
      const task = {
        kind: 'compare',
        base: finishedFile(baseId, folders),
        now: finishedFile(id, folders),
      } as const
      return comparisonSchema.parse(await askChild(task))
    },
    watch,
    complaints: complaints.all,
    keepComplaint: complaints.keep,
    removeComplaint: complaints.remove,
    stop: work.stop,
  }
}

/** @throws NotFoundError */
function finishedFile(id: string, folders: RunFolders): string {
  if ((folders.record(id)?.finished_at ?? null) === null)
    throw new NotFoundError('没有这次评测，或者它没有做完。')
  return join(folders.folder(id), 'run.json')
}

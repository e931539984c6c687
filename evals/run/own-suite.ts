import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { RunOrder } from '../../src/evaluation/index.ts'
import { readCases } from '../case.ts'
import { filesOf } from '../corpus-file.ts'
import { boundsSchema, type Gate, readGate } from '../gate.ts'
import { casesOf, type SuiteSource } from '../suite.ts'
import { TASKS } from '../task/task.ts'
import { OrderFault } from './order-fault.ts'
import { OWN } from './wording.ts'

type Own = NonNullable<RunOrder['own']>

/** Questions that a user has brought, over files of theirs. */
export function ownSuite({ dataset, corpus }: Own): SuiteSource {
  if (!statSync(dataset, { throwIfNoEntry: false })?.isFile())
    throw new OrderFault(`没有这个数据集：${dataset}`)
  if (!statSync(corpus, { throwIfNoEntry: false })?.isDirectory())
    throw new OrderFault(`没有这个文件夹：${corpus}`)
  const source: SuiteSource = {
    name: nameOf(dataset),
    task: 'answer',
    dataset,
    cases: readCases,
    files: filesOf(corpus),
  }
  try {
    casesOf(source)
  } catch (cause) {
    throw new OrderFault(`数据集读不懂：${dataset}。写法见 evals/datasets/README.md。`, { cause })
  }
  return source
}

/**
 * The bounds of our suites, and those that a user holds their own to.
 * @throws OrderFault for a file that cannot be read, or that bounds a figure there is not
 */
export function gateOf({ own }: Pick<RunOrder, 'own'>): Gate {
  if (own?.gate === undefined) return readGate()
  const bounds = boundsIn(own.gate)
  const known = Object.keys(TASKS.answer.figures([]))
  const unknown = Object.keys(bounds).find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new OrderFault(`门槛文件里的“${unknown}”不是指标。指标有：${known.join('、')}。`)
  return { ...readGate(), [nameOf(own.dataset)]: bounds }
}

/** Never the name of a suite of ours, whose words and bounds are not its own. */
function nameOf(dataset: string): string {
  return `${OWN}${basename(dataset)}`
}

function boundsIn(file: string): Gate[string] {
  try {
    return boundsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new OrderFault(`门槛文件读不懂：${file}。写法见 evals/datasets/README.md。`, { cause })
  }
}

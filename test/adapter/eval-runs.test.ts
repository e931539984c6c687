import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createEvalRuns } from '../../src/adapter/eval-process/index.ts'
import { ended, evalRunsContract } from '../contract/eval-runs.contract.ts'
import { ownSet } from '../evaluation/own-order.ts'
import { temporaryFolder } from '../temporary-folder.ts'

function openIn(dataFolder: string) {
  return createEvalRuns({ dataFolder, now: () => new Date(), newId: () => crypto.randomUUID(), chat: null })
}

evalRunsContract('a process of their own', async () => {
  const folder = temporaryFolder()
  return {
    runs: openIn(join(folder, 'data')),
    wish: { own: ownSet(folder) },
    reopened: () => openIn(join(folder, 'data')),
  }
})

describe('a process of its own', () => {
  it('is not kept waiting by the lock of a process that is gone', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'data/evals'), { recursive: true })
    // Higher than Linux gives out.
    writeFileSync(join(folder, 'data/evals/lock'), JSON.stringify({ pid: 2 ** 22 + 1, id: 'gone' }))
    const runs = openIn(join(folder, 'data'))
    const { id } = await runs.start({ own: ownSet(folder) })
    expect((await ended(runs, id)).status).toBe('done')
  })

  it('lists a run that another version has left, without its figures', async () => {
    const folder = temporaryFolder()
    const id = '20310101T000000Z-0000'
    mkdirSync(join(folder, 'data/evals/runs', id), { recursive: true })
    writeFileSync(join(folder, 'data/evals/runs', id, 'run.json'), JSON.stringify({ format: 0 }))
    const [head] = openIn(join(folder, 'data')).list()
    expect([head?.status, head?.record]).toEqual(['failed', null])
    expect(head?.fault).toContain('别的版本')
  })

  it('says why a run failed', async () => {
    const folder = temporaryFolder()
    const own = ownSet(folder)
    writeFileSync(own.dataset, '{"id": 1}\n')
    const runs = openIn(join(folder, 'data'))
    const { id } = await runs.start({ own })
    const failed = await ended(runs, id)
    expect(failed.status).toBe('failed')
    expect(failed.fault).toContain('数据集读不懂')
  })
})

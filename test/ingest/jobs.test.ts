import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryJobStore } from '../../src/adapter/memory/job-store.ts'
import { createMemoryReceiptStore } from '../../src/adapter/memory/receipt-store.ts'
import { StorageError } from '../../src/error.ts'
import type { ArchiveReader, JobParts, Library } from '../../src/ingest/index.ts'
import { createJobs, isDone } from '../../src/ingest/index.ts'
import { libraryOverNothing } from '../desk.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const planOf = (place: string) => ({
  file: `${place}.txt`,
  bytes: bytesOf(`${place}卫生健康委员会2031年工作要点\n一、强化基层\n1.建成社区医院6家。\n`),
})
const PLACES = ['乐山市', '衢州市', '铜仁市']

/** `bundle:a|b` holds two files. */
const bundles: ArchiveReader = {
  accepts: (_, bytes) => new TextDecoder().decode(bytes).startsWith('bundle:'),
  async *listEntries(_, bytes) {
    for (const place of new TextDecoder().decode(bytes).slice('bundle:'.length).split('|'))
      yield planOf(place)
  },
}

/** A world whose stores outlive the process that works on it. */
function world() {
  const receipts = createMemoryReceiptStore()
  const { library: plans } = libraryOverNothing()
  return { receipts, store: createMemoryJobStore(receipts), plans }
}

function process(
  { receipts, store, plans }: ReturnType<typeof world>,
  { intakeLibrary, ...parts }: Partial<JobParts> & { readonly intakeLibrary?: Library } = {},
) {
  let number = 0
  return createJobs({
    intake: { library: intakeLibrary ?? plans, archives: bundles, now: () => new Date(0) },
    receipts,
    store,
    newId: () => `job${++number}`,
    onChanged: () => undefined,
    width: 2,
    ...parts,
  })
}

/** A process that is killed while it reads the files of which `holds` is true: for them, it never gets on. */
function killedAt(holds: (file: string) => boolean, held: ReturnType<typeof world>) {
  const { plans } = held
  const intakeLibrary: Library = {
    ...plans,
    add: (file, bytes, progress) =>
      holds(file) ? new Promise(() => undefined) : plans.add(file, bytes, progress),
  }
  return process(held, { intakeLibrary })
}

async function done(jobs: ReturnType<typeof createJobs>, id: string) {
  return vi.waitFor(() => {
    const job = jobs.get(id)
    if (job === undefined || !isDone(job)) throw new Error('not done')
    return job
  })
}

const statuses = (job: Awaited<ReturnType<typeof done>>) =>
  job.files.map(({ receipts }) => receipts.map(({ kind }) => kind))

afterEach(() => vi.restoreAllMocks())

describe('upload jobs', () => {
  it('read every file and keep a receipt of each, apart from the job too', async () => {
    const held = world()
    const jobs = process(held)
    const files = [...PLACES.map(planOf), { file: '坏.txt', bytes: Uint8Array.of(1, 0, 2) }]
    const { id } = jobs.start(files)
    const job = await done(jobs, id)
    expect(statuses(job)).toEqual([['added'], ['added'], ['added'], ['failed']])
    expect(held.receipts.list(10)).toHaveLength(4)
    expect(jobs.recent(5)).toMatchObject([{ id, files: 4, filesDone: 4, added: 3, failed: 1 }])
    expect(files.map((_, at) => held.store.bytes(id, at))).toEqual(files.map(() => undefined))
    const [receipt] = job.files[0]?.receipts ?? []
    expect(receipt).toMatchObject({
      title: '乐山市卫生健康委员会2031年工作要点',
      targets: 1,
      at: new Date(0).toISOString(),
    })
    expect(receipt?.steps.map(({ step }) => step)).toEqual(['reading', 'storing'])
  })

  it('are taken up by the next process where a kill left them', async () => {
    const held = world()
    const killed = killedAt((file) => file.startsWith('衢州'), held)
    const { id } = killed.start(PLACES.map(planOf))
    await vi.waitFor(() => expect(held.plans.corpus().documents.size).toBe(2))
    const jobs = process(held)
    expect(isDone(jobs.get(id) ?? { id, createdAt: '', files: [] })).toBe(false)
    jobs.resume()
    expect(statuses(await done(jobs, id))).toEqual([['added'], ['added'], ['added']])
    expect(held.plans.corpus().documents.size).toBe(3)
    expect(held.receipts.list(10)).toHaveLength(3)
  })

  it('tell a document as added whose receipt was lost in a kill, and as unchanged one that was there', async () => {
    const held = world()
    await held.plans.add('前.txt', planOf('乐山市').bytes)
    held.store.create('j', 'now', [planOf('乐山市'), planOf('衢州市')])
    held.store.start('j', 0)
    const jobs = process(held)
    jobs.resume()
    await done(jobs, 'j')
    const again = jobs.start([planOf('乐山市')])
    expect(statuses(await done(jobs, 'j'))).toEqual([['added'], ['added']])
    expect(statuses(await done(jobs, again.id))).toEqual([['unchanged']])
  })

  it('go on within an archive behind the files that have their receipts', async () => {
    const held = world()
    const killed = killedAt((file) => file.startsWith('铜仁'), held)
    const { id } = killed.start([{ file: '三市.zip', bytes: bytesOf(`bundle:${PLACES.join('|')}`) }])
    await vi.waitFor(() => expect(held.receipts.list(10)).toHaveLength(2))
    const jobs = process(held)
    jobs.resume()
    const job = await done(jobs, id)
    expect(job.files[0]?.receipts.map(({ file, kind }) => [file, kind])).toEqual(
      PLACES.map((place) => [`${place}.txt`, 'added']),
    )
    expect(held.receipts.list(10)).toHaveLength(3)
  })

  it('give up a file that the process died over three times, say why, and blame no other', async () => {
    const held = world()
    const isDeadly = (file: string) => file.startsWith('衢州')
    held.store.create('j', 'now', PLACES.map(planOf))
    const starts = () => held.store.get('j')?.files.map((file) => file.starts)
    killedAt(() => true, held).resume()
    expect(starts()).toEqual([1, 1, 0])
    for (let death = 2; death <= 3; death++) {
      killedAt(isDeadly, held).resume()
      await vi.waitFor(() => expect(starts()?.[1]).toBe(death))
      expect(held.store.get('j')?.files.map(({ isDone }) => isDone)).toEqual([true, false, false])
    }
    const jobs = killedAt(isDeadly, held)
    jobs.resume()
    const job = await done(jobs, 'j')
    expect(statuses(job)).toEqual([['added'], ['failed'], ['added']])
    expect(job.files[1]?.receipts).toMatchObject([{ code: 'file_interrupts' }])
    expect(job.files[1]?.receipts).toMatchObject([{ reason: expect.stringContaining('3次中断') }])
  })

  it('do not count an orderly stop as a death', async () => {
    const held = world()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    for (let stop = 0; stop < 5; stop++) {
      const jobs = killedAt(() => true, held)
      if (stop === 0) jobs.start([planOf('乐山市')])
      else jobs.resume()
      const stopped = jobs.stop()
      await vi.advanceTimersByTimeAsync(60_000)
      await stopped
    }
    vi.useRealTimers()
    expect(held.store.get('job1')?.files[0]).toMatchObject({ starts: 0, isDone: false })
  })

  it('end what is in work before a stop, and leave the rest for the next process', async () => {
    const held = world()
    const jobs = process(held, { width: 1 })
    const { id } = jobs.start(PLACES.map(planOf))
    await jobs.stop()
    expect(held.plans.corpus().documents.size).toBe(1)
    const next = process(held)
    next.resume()
    expect(statuses(await done(next, id))).toEqual([['added'], ['added'], ['added']])
  })

  it('show a file as failed whose end could not be stored, and read it again in the next process', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const held = world()
    const full = () => {
      throw new StorageError('磁盘已满。')
    }
    const jobs = process(held, { store: { ...held.store, record: full } })
    const { id } = jobs.start([planOf('乐山市')])
    expect((await done(jobs, id)).files[0]?.receipts).toMatchObject([
      { kind: 'failed', reason: '磁盘已满。' },
    ])
    expect(logged).toHaveBeenCalledOnce()
    const next = process(held)
    next.resume()
    expect(statuses(await done(next, id))).toEqual([['added']])
  })

  it('go on with the files behind one that failed by a fault of the program', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const held = world()
    const { plans } = held
    const intakeLibrary: Library = {
      ...plans,
      add: (file, bytes) =>
        file.startsWith('乐山') ? Promise.reject(new Error('a bug')) : plans.add(file, bytes),
    }
    const jobs = process(held, { intakeLibrary })
    const { id } = jobs.start(PLACES.map(planOf))
    const job = await done(jobs, id)
    expect(statuses(job)).toEqual([['failed'], ['added'], ['added']])
    expect(JSON.stringify(job)).not.toContain('a bug')
    expect(logged).toHaveBeenCalledOnce()
  })

  it('call a watcher on every change, with the step a file is at, and no more when it has gone', async () => {
    const held = world()
    const jobs = process(held)
    const { id } = jobs.start([planOf('乐山市')])
    const steps = new Set<string | undefined>()
    let calls = 0
    const unwatch = jobs.watch(id, () => {
      calls++
      steps.add(jobs.get(id)?.files[0]?.step)
    })
    await done(jobs, id)
    expect([...steps]).toEqual(expect.arrayContaining(['storing', 'done']))
    unwatch()
    const before = calls
    await jobs.stop()
    expect(calls).toBe(before)
  })

  it('go on when what follows a finished job fails', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const held = world()
    const onChanged = () => {
      throw new Error('the disk is full')
    }
    const jobs = process(held, { onChanged })
    const ids = ['乐山市', '衢州市'].map((place) => jobs.start([planOf(place)]).id)
    for (const id of ids) await done(jobs, id)
    await vi.waitFor(() => expect(logged).toHaveBeenCalledTimes(2))
    expect(held.plans.corpus().documents.size).toBe(2)
  })
})

import { describe, expect, it } from 'vitest'
import { BusyError, InvalidRequestError, NotFoundError } from '../../src/error.ts'
import type { Complaint, EvalRuns, RunHead, RunWish } from '../../src/evaluation/index.ts'

export interface EvalRunsUnderTest {
  readonly runs: EvalRuns
  /** A wish that takes a moment and comes to an end. */
  readonly wish: RunWish
  /** The same data as another process sees it. */
  reopened(): EvalRuns
}

const COMPLAINT: Complaint = {
  id: 'complaint-1',
  feedback_id: '1',
  created_at: '2031-01-01T00:00:00.000Z',
  question: '要建多少个？',
  history: [],
  filters: { years: [2031] },
  documents: [],
  shown: { kind: 'refused', text: '没有写明', sentence: null, spans: [] },
  verdict: 'wrongly_refused',
  note: '',
  right_answer: [],
}

/** Resolves when the run has ended, in whichever way. */
export function ended(runs: EvalRuns, id: string): Promise<RunHead> {
  const { promise, resolve } = Promise.withResolvers<RunHead>()
  const look = () => {
    const head = runs.get(id)
    if (head !== undefined && head.status !== 'running') resolve(head)
  }
  const unwatch = runs.watch(id, look)
  look()
  return promise.finally(unwatch)
}

/** What every way of running evaluations must do. */
export function evalRunsContract(name: string, open: () => Promise<EvalRunsUnderTest>): void {
  describe(`evaluations in ${name}`, () => {
    it('runs to its end, one at a time, and is found again by another process', async () => {
      const { runs, wish, reopened } = await open()
      const head = await runs.start(wish)
      expect(head.status).toBe('running')
      await expect(runs.start(wish)).rejects.toThrow(BusyError)
      await expect(reopened().start(wish)).rejects.toThrow(BusyError)
      expect(reopened().get(head.id)?.status).toBe('running')
      const done = await ended(runs, head.id)
      expect(done.status).toBe('done')
      expect(done.record?.result_sha256).toMatch(/^[0-9a-f]{64}$/u)
      expect(
        reopened()
          .list()
          .map(({ id, status }) => [id, status]),
      ).toEqual([[head.id, 'done']])
      expect(runs.exported(head.id, 'html')).toContain('<!doctype html>')
      expect(JSON.parse(runs.exported(head.id, 'json') ?? '').cases).toHaveLength(done.record?.cases ?? 0)
      expect(runs.exported(head.id, 'junit')).toContain('<testsuites')
    })

    it('is cut off by a stop and goes on at the next start', async () => {
      const { runs, wish, reopened } = await open()
      const { id } = await runs.start(wish)
      await runs.stop()
      const later = reopened()
      expect(later.get(id)?.status).toBe('interrupted')
      expect(later.exported(id, 'html')).toBeUndefined()
      const resumed = await later.start(wish)
      expect(resumed.id).toBe(id)
      expect((await ended(later, id)).status).toBe('done')
    })

    it('holds two runs against each other', async () => {
      const { runs, wish } = await open()
      const first = await ended(runs, (await runs.start(wish)).id)
      const second = await ended(runs, (await runs.start({ ...wish, baseline: first.id })).id)
      expect(second.record?.baseline?.base.id).toBe(first.id)
      const compared = await runs.compare(first.id, second.id)
      expect([compared.same, compared.unmatched]).toEqual([first.record?.cases, 0])
      await expect(runs.compare(first.id, 'nothing')).rejects.toThrow(NotFoundError)
    })

    it('refuses a suite that there is not, and names those there are', async () => {
      const { runs } = await open()
      const [suite] = await runs.suites()
      expect(suite?.cases).toBeGreaterThan(0)
      await expect(runs.start({ suites: ['nothing'] })).rejects.toThrow(InvalidRequestError)
      expect(runs.list()).toEqual([])
    })

    it('knows nothing of a run that never was, whatever it is called', async () => {
      const { runs } = await open()
      for (const id of ['', '..', '../runs', '20310101T000000Z-0000', '%2e%2e']) {
        expect(runs.get(id)).toBeUndefined()
        expect(runs.exported(id, 'json')).toBeUndefined()
        expect(runs.failures(id)).toEqual([])
      }
    })

    it('keeps one case for each complaint, and offers them as a suite', async () => {
      const { runs, reopened } = await open()
      runs.keepComplaint(COMPLAINT)
      runs.keepComplaint({ ...COMPLAINT, right_answer: ['25个'] })
      runs.keepComplaint({ ...COMPLAINT, id: 'complaint-2', feedback_id: '2' })
      expect(
        reopened()
          .complaints()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(['complaint-1', 'complaint-2'])
      expect((await runs.suites()).at(-1)).toMatchObject({ name: 'complaints', cases: 2 })
      runs.removeComplaint('1')
      expect(
        reopened()
          .complaints()
          .map(({ id }) => id),
      ).toEqual(['complaint-2'])
    })
  })
}

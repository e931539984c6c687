import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAnswerRuns } from '../../src/api/index.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A run that goes on until it is told to stop. */
function endless() {
  const stopped = vi.fn()
  const run = createAnswerRuns().start(
    'a',
    (_, signal) =>
      new Promise((resolve) =>
        signal.addEventListener('abort', () => {
          stopped()
          resolve('{}')
        }),
      ),
  )
  return { run, stopped }
}

describe('a run whose reader leaves', () => {
  it('is stopped within a second', async () => {
    const { run, stopped } = endless()
    run.follow(() => undefined)()
    await vi.advanceTimersByTimeAsync(900)
    expect(stopped).toHaveBeenCalledOnce()
  })

  it('waits for a page that is being loaded, and is stopped when that page leaves too', async () => {
    const { run, stopped } = endless()
    const leave = run.follow(() => undefined)
    run.awaitReader()
    leave()
    await vi.advanceTimersByTimeAsync(8000)
    expect(stopped).not.toHaveBeenCalled()
    const leaveAgain = run.follow(() => undefined)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(stopped).not.toHaveBeenCalled()
    leaveAgain()
    await vi.advanceTimersByTimeAsync(900)
    expect(stopped).toHaveBeenCalledOnce()
  })

  it('does not wait for long when that page never comes', async () => {
    const { run, stopped } = endless()
    const leave = run.follow(() => undefined)
    run.awaitReader()
    leave()
    await vi.advanceTimersByTimeAsync(11_000)
    expect(stopped).toHaveBeenCalledOnce()
    await expect(run.ended).resolves.toMatchObject({ kind: 'completed' })
  })

  it('lets nobody wait for what has ended', async () => {
    const { run } = endless()
    run.follow(() => undefined)()
    await vi.advanceTimersByTimeAsync(900)
    run.awaitReader()
    expect(vi.getTimerCount()).toBe(0)
  })
})

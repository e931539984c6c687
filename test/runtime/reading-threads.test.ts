import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { UnreadableFileError } from '../../src/error.ts'
import { createPlanReader } from '../../src/ingest/index.ts'
import { READERS } from '../../src/runtime/readers.ts'
import { createReadingThreads } from '../../src/runtime/reading-threads.ts'
import { divisions, gazetteer, SEED_FOLDER, SEEDS } from '../reader.ts'

function open(count = 1) {
  const threads = createReadingThreads(divisions, count)
  onTestFinished(() => threads.close())
  return threads
}

const here = createPlanReader({ readers: READERS, gazetteer })
const files = Object.values(SEEDS).map((file) => ({ file, bytes: readFileSync(join(SEED_FOLDER, file)) }))

describe('reading in threads', () => {
  it.each([1, 2])('gives what reading at home gives, for many files at once in %i threads', async (count) => {
    const threads = open(count)
    const read = await Promise.all(files.map(({ file, bytes }) => threads.read(file, bytes)))
    const expected = await Promise.all(files.map(({ file, bytes }) => here(file, bytes)))
    expect(read).toEqual(expected)
  })

  it('reads what is no plain text too', async () => {
    const page = new TextEncoder().encode(
      '<!doctype html><html><body><h1>某市2031年工作要点</h1><p>一、强化基层</p><p>1.建成社区医院6家。</p></body></html>',
    )
    const { document } = await open().read('page.html', page)
    expect(document).toEqual((await here('page.html', page)).document)
    expect(document.text).toContain('建成社区医院6家')
  })

  it('refuses a file as reading at home does, and goes on with the next', async () => {
    const threads = open()
    const [plan] = files
    if (plan === undefined) throw new Error('no seed')
    for (const [file, bytes] of [
      ['空.txt', new Uint8Array()],
      ['坏.txt', Uint8Array.of(1, 0, 2)],
      ['大.txt', new Uint8Array(20 * 1024 * 1024 + 1)],
    ] as const) {
      const refusal = await here(file, bytes).catch((fault: unknown) => fault)
      expect(refusal).toBeInstanceOf(UnreadableFileError)
      await expect(threads.read(file, bytes)).rejects.toThrow((refusal as UnreadableFileError).message)
    }
    expect((await threads.read(plan.file, plan.bytes)).document.file).toBe(plan.file)
  })

  it('gives up a file after 25 seconds, by name, and goes on with the next', async () => {
    const threads = open()
    const [plan] = files
    if (plan === undefined) throw new Error('no seed')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const long = new TextEncoder().encode('年内建成社区医院6家，'.repeat(30_000))
    const outcome = expect(threads.read('长.txt', long)).rejects.toThrow('读取超过 25 秒，已中止：长.txt')
    await vi.advanceTimersByTimeAsync(25_000)
    await outcome
    vi.useRealTimers()
    expect((await threads.read(plan.file, plan.bytes)).document.file).toBe(plan.file)
  })

  it('tells a file that was in work when the threads were closed as failed', async () => {
    const threads = open()
    const [plan] = files
    if (plan === undefined) throw new Error('no seed')
    const read = threads.read(plan.file, plan.bytes)
    const outcome = expect(read).rejects.toThrow(UnreadableFileError)
    await new Promise((resolve) => setTimeout(resolve))
    threads.close()
    await outcome
  })
})

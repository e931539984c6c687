import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { killDuringFirstStart, type Moment, undisturbedAnswer } from '../../scripts/torture-kill.ts'
import { lasting, run } from './cli.ts'

const QUESTION = '慈溪2022年家庭医生签约率要达到多少？'
const data = mkdtempSync(join(tmpdir(), 'yaodian-test-'))
const index = join(data, 'index/lexical.bin')
let whole: unknown
let original: Buffer

async function answer(): Promise<unknown> {
  const { code, stdout } = await run(['ask', QUESTION, '--json', '--data', data])
  expect(code).toBe(0)
  return lasting(stdout)
}

beforeAll(async () => {
  whole = await answer()
  original = readFileSync(index)
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

describe('a damaged index file', () => {
  it.each<[string, () => void]>([
    ['a byte flipped at its head', () => flip(3)],
    ['a byte flipped in its middle', () => flip(Math.floor(original.length / 2))],
    ['cut in half', () => truncateSync(index, Math.floor(original.length / 2))],
    ['gone', () => rmSync(index)],
  ])('is made again when it is found %s, and answers as before', async (_, damage) => {
    damage()
    expect(await answer()).toEqual(whole)
    const rebuilt = statSync(index)
    expect(rebuilt.size).toBe(original.length)
    // What the next start finds is not in doubt any more, or it would be written once again.
    expect((await run(['doctor', '--data', data])).code).toBe(0)
    expect(statSync(index).mtimeMs).toBe(rebuilt.mtimeMs)
  })

  it('is left alone when nothing is wrong with it', async () => {
    const before = statSync(index).mtimeMs
    expect(await answer()).toEqual(whole)
    expect(statSync(index).mtimeMs).toBe(before)
  })
})

function flip(at: number): void {
  const bytes = Buffer.from(original)
  bytes[at] = (bytes[at] ?? 0) ^ 0x10
  writeFileSync(index, bytes)
}

describe('a first start that is killed', () => {
  let wanted: string
  beforeAll(async () => {
    wanted = await undisturbedAnswer()
  })

  it.each<[string, Moment]>([
    ['at the first document', { documents: 1, milliseconds: 0 }],
    ['while the fifth document is written', { documents: 4, milliseconds: 5 }],
    ['before anything was said', { documents: 0, milliseconds: 350 }],
  ])('%s is taken up by the next one: all five documents and the same answer', async (_, moment) => {
    const { faults, acknowledged, survived } = await killDuringFirstStart(moment, wanted)
    expect(faults).toEqual([])
    expect(survived).toBeGreaterThanOrEqual(acknowledged)
  })
})

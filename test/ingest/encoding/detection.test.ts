import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { GarbledTextError } from '../../../src/error.ts'
import { decodeStrictly } from '../../../src/ingest/encoding/index.ts'
import { readFile, textReader } from '../../../src/ingest/index.ts'
import { type Encoding, encode } from '../../fixture/format/encode.ts'
import { random } from '../../fixture/format/fuzz.ts'
import { gazetteer, PLAN_FOLDER, SEED_FOLDER } from '../../reader.ts'

const TEXTS = [PLAN_FOLDER, SEED_FOLDER].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
)
const TRADITIONAL = readFileSync(join(SEED_FOLDER, 'qingdao-2021-annual-plan.txt'), 'utf8')
const SHORTEST = 200

/** Stretches of plans from any place, of 200 to 2,000 characters. */
function* stretches(texts: readonly string[], count: number, seed: number): Iterable<string> {
  const next = random(seed)
  for (const text of texts)
    for (let round = 0; round < count; round++) {
      const length = SHORTEST + Math.floor(next() * 1800)
      const start = Math.floor(next() * Math.max(1, text.length - length))
      yield text
        .slice(start, start + length)
        .toWellFormed()
        .replaceAll('\ufffd', '')
    }
}

const KINDS: readonly (readonly [
  encoding: Encoding,
  hasMark: boolean,
  texts: readonly string[],
  count: number,
])[] = [
  ['utf-8', false, TEXTS, 4],
  ['utf-8', true, TEXTS, 4],
  ['gb18030', false, TEXTS, 12],
  ['gb18030', true, TEXTS, 4],
  ['big5', false, [TRADITIONAL], 60],
  ['utf-16le', false, TEXTS, 6],
  ['utf-16le', true, TEXTS, 4],
  ['utf-16be', false, TEXTS, 6],
  ['utf-16be', true, TEXTS, 4],
]

describe('detection of the encoding', () => {
  it('is right for 99 of 100 stretches of plans, and never wrong without a word', () => {
    const counts = { right: 0, refused: 0, doubted: 0, wrong: 0 }
    for (const [encoding, hasMark, texts, count] of KINDS) {
      for (const text of stretches(texts, count, 17)) {
        const bytes = encode(`${hasMark ? '\ufeff' : ''}${text}`, encoding)
        const expected = new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, '')
        try {
          const decoded = decodeStrictly('a.txt', bytes)
          if (decoded.text === expected) counts.right++
          else if (decoded.doubts !== undefined) counts.doubted++
          else counts.wrong++
        } catch {
          counts.refused++
        }
      }
    }
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
    expect(total).toBeGreaterThan(500)
    expect(counts.wrong).toBe(0)
    expect(counts.right / total).toBeGreaterThanOrEqual(0.99)
  })
})

describe('a text saved in a wrong encoding before', () => {
  const reading = { readers: [textReader], gazetteer }

  it.each<readonly [string, Encoding, string, readonly string[]]>([
    ['鍗敓', 'utf-8', 'gb18030', TEXTS],
    ['Ã¥', 'utf-8', 'windows-1252', TEXTS],
    ['UTF-8 as Big5', 'utf-8', 'big5', TEXTS],
    ['GBK as Latin', 'gb18030', 'windows-1252', TEXTS],
    ['GBK as UTF-8', 'gb18030', 'utf-8', TEXTS],
    ['GBK as Big5', 'gb18030', 'big5', TEXTS],
    ['Big5 as GBK', 'big5', 'gb18030', [TRADITIONAL]],
    ['Big5 as Latin', 'big5', 'windows-1252', [TRADITIONAL]],
  ])('is refused under a code of its own: %s', async (_, from, to, texts) => {
    for (const text of stretches(texts, 4, 23)) {
      const garbled = new TextDecoder(to).decode(encode(text, from))
      const error: unknown = await readFile('a.txt', Buffer.from(garbled), reading).catch(
        (thrown: unknown) => thrown,
      )
      expect(error).toBeInstanceOf(GarbledTextError)
      expect(error).toMatchObject({ code: 'text_garbled', message: expect.stringMatching(/从原处重新保存/) })
    }
  })
})

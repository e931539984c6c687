import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAccepted } from '../../evals/proof/altered.ts'
import { stitchedFrom } from '../../evals/proof/stitch.ts'
import { prepareEvidence } from '../../src/citation/index.ts'

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = ['seeds', 'test/fixture', 'evals/proof/pairs']
/** Claims of a set of pairs are no text. */
const CLAIM = /^[+-].*$/gmu

const texts = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8').replace(CLAIM, '')),
)
const stitched = texts.flatMap((text) => stitchedFrom({ text }))

describe('parts of a text that do not belong together', () => {
  it('are found in bulk, of every kind', () => {
    const kinds = Map.groupBy(stitched, ({ kind }) => kind)
    expect([...kinds.keys()].sort()).toEqual([
      'carried',
      'consequence',
      'figure',
      'leaning',
      'object',
      'predicate',
      'time',
    ])
    expect(stitched.length).toBeGreaterThan(3000)
  })

  it('are not accepted as one sentence', () => {
    const prepared = new Map<string, ReturnType<typeof prepareEvidence>>()
    const accepted = stitched.filter(({ text, evidence }) => {
      const own = prepared.get(evidence) ?? prepareEvidence({ title: '关于有关工作的通知', text: evidence })
      prepared.set(evidence, own)
      return isAccepted(text, [own])
    })
    expect(accepted.map(({ text }) => text)).toEqual([])
  })
})

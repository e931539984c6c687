import { describe, expect, it } from 'vitest'
import {
  createMemoryLexicalIndex,
  restoreMemoryLexicalIndex,
} from '../../../src/adapter/memory/lexical-index.ts'
import { InvalidSnapshotError, packSnapshot } from '../../../src/retrieval/index.ts'
import { shortIds } from '../../contract/id.ts'
import { lexicalEntry, terms } from '../../contract/lexical-index.contract.ts'

function snapshot(): Uint8Array {
  const index = createMemoryLexicalIndex()
  index.add([lexicalEntry('a.0', '千人口托位数4.5个'), lexicalEntry('a.1', '家庭医生签约')])
  return index.serialise()
}

describe('snapshot of the lexical index in memory', () => {
  it('takes more passages after it was restored', () => {
    const index = restoreMemoryLexicalIndex(snapshot())
    index.add([lexicalEntry('b.0', '普惠托育与新词国医馆')])
    expect(index.size).toBe(3)
    expect(shortIds(index.search({ terms: terms('国医馆'), k: 1 }))).toEqual(['b.0'])
    expect(index.search({ terms: terms('托'), k: 5 })).toHaveLength(2)
  })

  it('is the same bytes again when nothing changed', () => {
    expect(restoreMemoryLexicalIndex(snapshot()).serialise()).toEqual(snapshot())
  })

  it('restores from a Buffer that is a part of a larger one', () => {
    const bytes = snapshot()
    const larger = Buffer.concat([Buffer.from([1, 2, 3]), bytes])
    expect(restoreMemoryLexicalIndex(larger.subarray(3)).size).toBe(2)
  })

  it('refuses bytes cut short at any place', () => {
    const bytes = snapshot()
    for (let length = 0; length < bytes.length; length += 7) {
      expect(() => restoreMemoryLexicalIndex(bytes.subarray(0, length))).toThrow(InvalidSnapshotError)
    }
  })

  it('refuses another kind of snapshot and one with nothing in it', () => {
    for (const kind of ['lexical-0', 'lexical-1']) {
      const bytes = packSnapshot(kind, { facts: {}, blocks: [] })
      expect(() => restoreMemoryLexicalIndex(bytes)).toThrow(InvalidSnapshotError)
    }
  })

  it('answers without failing, or refuses, when any one byte is changed', () => {
    const bytes = snapshot()
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ 0xff
      const outcome = attempt(() => restoreMemoryLexicalIndex(changed).search({ terms: terms('托位'), k: 5 }))
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(InvalidSnapshotError)
    }
  })
})

function attempt(work: () => unknown): unknown {
  try {
    return work()
  } catch (fault) {
    return fault
  }
}

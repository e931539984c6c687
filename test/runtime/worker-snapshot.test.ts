import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { administrativeDivisions } from '../../src/adapter/division/division.ts'
import { respond } from '../../src/api/index.ts'
import { StorageError } from '../../src/error.ts'
import { readFile, textReader } from '../../src/ingest/index.ts'
import { openFixedService } from '../../src/runtime/fixed-service.ts'
import { packSeedSnapshot, readSeedSnapshot } from '../../src/runtime/seed-snapshot.ts'
import { SEED_FOLDER } from '../../src/runtime/seeds.ts'
import { createGazetteer } from '../../src/text/index.ts'

const FILE = 'cixi-2022-annual-plan.txt'
const BYTES = readFileSync(join(SEED_FOLDER, FILE))
const GAZETTEER = createGazetteer(administrativeDivisions())
const { document: DOCUMENT } = await readFile(FILE, BYTES, { readers: [textReader], gazetteer: GAZETTEER })

describe('snapshot of the seeds', () => {
  it('gives back the documents as they were read', () => {
    expect(readSeedSnapshot(packSeedSnapshot([DOCUMENT]))).toEqual([DOCUMENT])
  })

  it('refuses a text cut short, one without documents and one of another shape', () => {
    const text = packSeedSnapshot([DOCUMENT])
    expect(() => readSeedSnapshot(text.slice(0, -2))).toThrow(SyntaxError)
    expect(() => readSeedSnapshot('{"documents":[]}')).toThrow('too_small')
    expect(() => readSeedSnapshot(text.replace('"coverage"', '"covered"'))).toThrow('coverage')
  })
})

describe('service over fixed documents', () => {
  it('answers from memory alone', async () => {
    const deps = await openFixedService([DOCUMENT])
    const answer = await respond('慈溪2022年负压救护车比例要达到多少？', {}, deps)
    expect(answer).toMatchObject({ kind: 'answered', citations: [{ document_id: DOCUMENT.id }] })
    expect(deps.answers.get(answer.id)).toBe(JSON.stringify(answer))
  })

  it('knows its documents by their bytes and takes no others', async () => {
    const { documentLibrary: library } = await openFixedService([DOCUMENT])
    expect(library.find(BYTES)).toBeDefined()
    expect(library.find(new Uint8Array([1]))).toBeUndefined()
    await expect(library.add('neu.txt', BYTES)).rejects.toThrow(StorageError)
    expect(() => library.remove(DOCUMENT.id)).toThrow(StorageError)
    expect(library.corpus().documents.size).toBe(1)
  })
})

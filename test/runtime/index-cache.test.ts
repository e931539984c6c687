import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { respond } from '../../src/api/index.ts'
import { parseConfig } from '../../src/config.ts'
import { openService, type Service } from '../../src/runtime/service.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const QUESTION = '青岛到2024年三级医院要达到多少家？'

async function open(folder: string, approximateFrom: number): Promise<Service> {
  return openService(parseConfig({ YAODIAN_DATA: folder }), {
    withSeeds: true,
    report: () => undefined,
    approximateFrom,
  })
}

/** What the service says to one question and to one search by likeness; then it is closed. */
async function probe(service: Service) {
  const desk = service.deps.desk()
  const [first] = desk.corpus.passages.values()
  if (first === undefined) throw new Error('no passages')
  const similar = await desk.retriever.similar(first.id, 5)
  const { text, citations } = await respond(QUESTION, {}, service.deps)
  service.close()
  return { similar: similar.map(({ passageId }) => passageId), text, citations }
}

describe('the index caches', () => {
  it('give the same answers from the approximate index, fresh, restored and damaged, as from the exact one', async () => {
    const exact = await probe(await open(temporaryFolder(), Number.POSITIVE_INFINITY))
    const folder = temporaryFolder()
    expect(await probe(await open(folder, 1))).toEqual(exact)
    expect(await probe(await open(folder, 1))).toEqual(exact)
    for (const name of ['vector.bin', 'lexical.bin']) {
      const file = join(folder, 'index', name)
      const bytes = readFileSync(file)
      const at = bytes.length >> 1
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(file, bytes)
      expect(await probe(await open(folder, 1))).toEqual(exact)
      expect(readFileSync(file)).not.toEqual(bytes)
    }
  })
})
